"""Files in an export's folder that no export wrote are never overwritten, removed, or taken for our own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.render.exporting.mark import CSS_MARK, HTML_MARK, is_marked
from editor.render.exporting.record import RECORD_NAME
from editor.render.exporting.site_export import export_site
from tests.render.exporting.website import PICTURE, WITH_PICTURE, Website, pages_of

KNEE = "name: Knee\nintro: '![A knee](images/knee.svg)'\n"


@pytest.fixture
def mixed(website: Website) -> Website:
    """A website, and what somebody else has in the folder that it is exported to."""
    website.add("site.yaml", b"url: https://clinic.example\n")
    website.add("images/knee.svg")
    website.add("theme/logo.svg")
    website.page("knee", KNEE)
    website.page("arm", "name: Arm\n")
    return website


def put(website: Website, name: str, data: bytes) -> None:
    (website.to / name).parent.mkdir(parents=True, exist_ok=True)
    (website.to / name).write_bytes(data)


@pytest.mark.parametrize("name", ["index.html", "sitemap.xml", "theme/style.css", "theme/logo.svg", "images/knee.svg"])
def test_they_stay_and_are_told_each_time(mixed: Website, name: str) -> None:
    put(mixed, name, b"mine")
    for _ in range(2):
        (notice,) = mixed.export().notices
        assert notice.text.startswith(f"{mixed.to / name} was not made by an export, and stays as it is.")
        assert notice.expected == ("/" not in name)
        assert ("list of all conditions was not written" in notice.text) == (name == "index.html")
        assert mixed.exported()[name] == b"mine"
    (mixed.to / name).unlink()
    assert mixed.export().notices == ()
    assert name in mixed.exported()


def test_a_page_whose_name_they_have_is_left_out(mixed: Website) -> None:
    put(mixed, "knee.html", b"mine")
    for _ in range(2):
        report = mixed.export()
        assert [(left.page, left.expected) for left in report.left_out] == [("knee", False)]
        assert "knee.html is there already, and no export wrote it." in report.left_out[0].reason
        assert pages_of(report) == ["arm.html"]
        assert mixed.html("knee") == "mine"
        assert "knee" not in mixed.html("index")
    (mixed.folder / "conditions" / "knee.yaml").unlink()
    assert mixed.export().is_clean
    assert mixed.html("knee") == "mine"


def test_one_that_is_as_it_would_be_written_is_theirs_all_the_same(mixed: Website) -> None:
    put(mixed, "images/knee.svg", PICTURE)
    put(mixed, "theme/logo.svg", PICTURE)
    assert mixed.export().is_clean
    mixed.page("knee", "name: Knee\n")
    (mixed.folder / "theme" / "logo.svg").unlink()
    assert mixed.export().is_clean
    assert {"images/knee.svg", "theme/logo.svg"} <= set(mixed.exported())


@pytest.mark.parametrize("page", [b"", b"<!DOCTYPE html><title>{{ title }}</title>{{ intro }}"])
def test_where_the_record_is_lost_texts_are_known_by_their_mark(mixed: Website, page: bytes) -> None:
    if page:
        mixed.add("theme/page.html", page)
    mixed.export()
    before = mixed.exported()
    assert {name for name in before if not is_marked(mixed.to / name)} == {
        RECORD_NAME,
        "images/knee.svg",
        "theme/logo.svg",
    }
    (mixed.to / RECORD_NAME).unlink()
    mixed.page("knee", KNEE.replace("Knee", "Knee pain"))
    mixed.page("toe", "name: Toe\n")
    mixed.add("theme/style.css", b"h1 { color: red }")
    assert mixed.export().is_clean
    changed = {name for name, data in mixed.exported().items() if data != before.get(name)}
    assert changed >= {"index.html", "knee.html", "toe.html", "sitemap.xml", "theme/style.css"}
    for page_file in ("knee", "toe"):
        (mixed.folder / "conditions" / f"{page_file}.yaml").unlink()
    assert mixed.export().is_clean
    assert not {"knee.html", "toe.html"} & set(mixed.exported())


def test_a_page_called_index_does_not_take_the_place_of_the_list_by_itself(mixed: Website) -> None:
    mixed.export()
    before = mixed.exported()
    mixed.page("index", "name: Start\n")
    source = mixed.source()
    alone = replace(source, pages=[page for page in source.pages if page.slug == "index"], whole=False)
    report = export_site(alone, mixed.to)
    assert [left.page for left in report.left_out] == ["index"]
    assert "index.html is the list of all conditions." in report.left_out[0].reason
    assert mixed.exported() == {**before, RECORD_NAME: mixed.exported()[RECORD_NAME]}
    mixed.export()
    assert "<title>Start</title>" in mixed.html("index")


@pytest.mark.parametrize(
    ("data", "ours"),
    [
        (b"", False),
        (HTML_MARK, True),
        (b"<p>" * 9999 + HTML_MARK, True),
        (HTML_MARK + b"<p>mine</p>", False),
        (b"h1 {}" + CSS_MARK, True),
    ],
)
def test_the_mark_stands_at_the_end(tmp_path: Path, data: bytes, ours: bool) -> None:
    (tmp_path / "file").write_bytes(data)
    assert is_marked(tmp_path / "file") is ours
    assert not is_marked(tmp_path / "missing")
    assert not is_marked(tmp_path)


def test_whether_there_are_any_is_told(website: Website) -> None:
    website.page("knee", WITH_PICTURE)
    website.add("images/knee one.svg")
    for name in (".DS_Store", "desktop.ini", "Thumbs.db"):
        put(website, name, b"seen by nobody")
    for _ in range(2):
        assert not website.export().is_mixed
    (website.to / "Invoices").mkdir()
    assert website.export().is_mixed
    (website.to / "Invoices").rmdir()
    put(website, "letter.txt", b"mine")
    assert website.export().is_mixed
