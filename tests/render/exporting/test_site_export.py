"""What an export writes, leaves alone and takes away."""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.reading import SiteReading, read_page, read_site
from editor.render.exporting.record import RECORD_NAME
from editor.render.exporting.report import InsideContent, NotExported, SharedTextsUnreadable
from editor.render.exporting.site_export import export_site
from editor.render.exporting.source import ExportOptions, Source, SourcePage, readable_site
from tests.conftest import ROOT
from tests.render.exporting.website import ALL, DRAFTS, PICTURE, SINGLE_FILE, Website, contents, pages_of

KNEE, ARM = "name: Knee pain\nintro: Knees hurt.\n", "name: Arm pain\nintro: Arms hurt.\n"
WITH_PICTURE = "name: Knee pain\nintro: '![A knee](images/knee%20one.svg)'\n"


def test_published_pages_are_written_with_what_they_need(website: Website) -> None:
    website.add("site.yaml", b"name: The clinic\nurl: https://clinic.example\n")
    website.add("images/knee one.svg")
    website.add("images/unused.svg")
    website.page("knee", WITH_PICTURE + "last_reviewed: '2026-05-01'\n")
    website.page("arm", ARM)
    website.page("draft", "name: D\nstatus: draft\n")
    website.page("old", "name: O\nstatus: archived\n")
    website.page("odd", "name: O\nstatus: publishd\n")
    report = website.export()
    assert sorted(website.exported()) == [
        RECORD_NAME,
        "arm.html",
        "images/knee one.svg",
        "index.html",
        "knee.html",
        "sitemap.xml",
        "theme/style.css",
    ]
    assert report.pages == (website.to / "arm.html", website.to / "knee.html")
    assert [(left.page, left.expected) for left in report.left_out] == [("draft", True), ("odd", False), ("old", True)]
    assert '<link rel="stylesheet" href="theme/style.css">' in website.html("knee")
    assert 'src="images/knee%20one.svg"' in website.html("knee")
    index = website.html("index")
    assert index.index('href="arm.html"') < index.index('href="knee.html"')
    assert "draft" not in index
    assert website.exported()["sitemap.xml"].decode().splitlines()[2:] == [
        "<url><loc>https://clinic.example/arm.html</loc></url>",
        "<url><loc>https://clinic.example/knee.html</loc><lastmod>2026-05-01</lastmod></url>",
        "</urlset>",
        "<!-- Exported by Clinic Page Editor -->",
    ]


def test_drafts_are_written_where_wanted_and_go_where_they_are_not_archived_ones_never(website: Website) -> None:
    website.add("site.yaml", b"url: https://clinic.example\n")
    website.page("knee", KNEE)
    website.page("draft", "name: Draft\nstatus: draft\n")
    website.page("old", "name: O\nstatus: archived\n")
    assert pages_of(website.export(DRAFTS)) == ["draft.html", "knee.html"]
    assert "draft.html" in website.html("index")
    assert '<meta name="robots" content="noindex">' in website.html("draft")
    assert "robots" not in website.html("knee")
    assert b"draft" not in website.exported()["sitemap.xml"]
    assert pages_of(website.export(ALL)) == ["knee.html"]
    assert not (website.to / "draft.html").exists()
    assert "draft.html" not in website.html("index")


def test_only_what_has_changed_is_written_again(website: Website) -> None:
    website.add("images/knee one.svg")
    website.page("knee", WITH_PICTURE)
    website.page("arm", ARM)
    assert website.export().unchanged == 0
    before, places = website.exported(), inodes(website.to)
    assert website.export().unchanged == 2
    assert website.exported() == before
    assert inodes(website.to) == places
    website.page("arm", ARM + "# nothing that a page shows\n")
    assert website.export().unchanged == 2
    assert inodes(website.to, but=RECORD_NAME) == {name: place for name, place in places.items() if name != RECORD_NAME}
    website.page("arm", ARM.replace("hurt", "ache"))
    assert website.export().unchanged == 1
    changed = {name for name, data in website.exported().items() if data != before[name]}
    assert changed == {RECORD_NAME, "arm.html"}
    assert "Arms ache." in website.html("arm")


def test_what_somebody_changed_in_the_export_is_put_right(website: Website) -> None:
    website.page("knee", KNEE)
    website.export()
    before = website.exported()
    (website.to / "knee.html").write_bytes(before["knee.html"].replace(b"Knees", b"Toes "))
    (website.to / "theme/style.css").unlink()
    website.export()
    assert website.exported() == before


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"[1]", b'{"format": 1, "pages": 3, "files": {}, "index": ""}', b"\xff"]
)
def test_a_damaged_memory_costs_time_and_is_told_once(website: Website, damage: bytes) -> None:
    website.page("knee", KNEE)
    website.export()
    before = website.exported()
    (website.to / RECORD_NAME).write_bytes(damage)
    (notice,) = website.export().notices
    assert not notice.expected
    assert notice.text.startswith(f"{website.to / RECORD_NAME}, which remembers the last export, was damaged")
    assert website.exported() == before
    assert website.export().notices == ()


def test_pages_of_exports_that_nothing_remembers_are_told_once_and_stay(website: Website) -> None:
    old = website.page("knee", KNEE)
    website.page("arm", ARM)
    website.add("theme/page.html", b"<!DOCTYPE html>")
    website.export()
    (website.to / RECORD_NAME).unlink()
    (website.to / "mine.html").write_text("mine", encoding="utf-8")
    (website.folder / old).unlink()
    (notice,) = website.export().notices
    assert not notice.expected
    assert notice.text.startswith(f"{website.to / 'knee.html'} comes from an earlier export")
    assert website.export().notices == ()
    assert website.html("knee").startswith("<!DOCTYPE html>\n<!-- ")


def test_a_memory_that_cannot_be_read_just_now_is_not_lost(website: Website) -> None:
    website.page("knee", KNEE)
    (website.to / RECORD_NAME).mkdir(parents=True)
    with pytest.raises(NotExported, match=r"could not be read.*Nothing was exported"):
        website.export()
    assert website.exported() == {}


@pytest.mark.skipif(sys.platform == "win32", reason="no file can have such a name there")
def test_odd_names_of_pictures_and_files_of_the_look_are_remembered(website: Website) -> None:
    website.add("images/a:b.svg")
    website.add("theme/c:d.svg")
    website.page("knee", "name: Knee\nintro: '![](images/a%3Ab.svg)'\n")
    website.export()
    assert {"images/a:b.svg", "theme/c:d.svg"} <= set(website.exported())
    website.page("knee", KNEE)
    (website.folder / "theme" / "c:d.svg").unlink()
    assert website.export().notices == ()
    assert not {"images/a:b.svg", "theme/c:d.svg"} & set(website.exported())


def test_changed_shared_texts_change_every_page(website: Website) -> None:
    website.add("site.yaml", b"references: {heading: Studies}\n")
    website.page("knee", KNEE)
    website.page("arm", ARM)
    website.export()
    website.add("site.yaml", b"references: {heading: Research papers}\n")
    assert website.export().unchanged == 0
    assert "Research papers" in website.html("arm")


def test_pages_that_are_gone_go_and_files_of_others_stay(website: Website) -> None:
    website.add("images/knee one.svg")
    file = website.page("knee", WITH_PICTURE)
    website.page("arm", ARM)
    website.export()
    (website.to / "mine.html").write_text("mine", encoding="utf-8")
    (website.to / "images" / "mine.svg").write_text("mine", encoding="utf-8")
    (website.folder / file).unlink()
    website.export()
    assert sorted(website.exported()) == [
        RECORD_NAME,
        "arm.html",
        "images/mine.svg",
        "index.html",
        "mine.html",
        "theme/style.css",
    ]
    assert "knee" not in website.html("index")


def test_a_page_that_goes_but_was_changed_by_somebody_stays_and_is_told(website: Website) -> None:
    file = website.page("knee", KNEE)
    website.page("arm", ARM)
    website.export()
    (website.to / "knee.html").write_text("by hand", encoding="utf-8")
    (website.folder / file).unlink()
    report = website.export()
    assert website.html("knee") == "by hand"
    assert [(notice.text, notice.expected) for notice in report.notices] == [
        (f"{website.to / 'knee.html'} was changed since it was exported, and stays.", True)
    ]


def test_a_page_that_cannot_be_read_keeps_its_earlier_file(website: Website) -> None:
    website.add("images/knee one.svg")
    website.page("knee", WITH_PICTURE)
    website.page("arm", ARM)
    website.export()
    before = website.exported()
    website.page("knee", "name: [\n")
    for _ in range(2):
        report = website.export()
        assert [(left.page, left.expected) for left in report.left_out] == [("conditions/knee.yaml", False)]
        assert website.exported() == before
    website.page("knee", WITH_PICTURE)
    website.export()
    assert website.exported() == before


def test_a_draft_that_cannot_be_read_does_not_stay_exported(website: Website) -> None:
    website.page("arm", ARM)
    website.page("knee", KNEE + "status: draft\n")
    website.export(DRAFTS)
    website.page("knee", "name: [\n")
    website.export(DRAFTS)
    assert "Knees hurt." in website.html("knee")
    website.export()
    assert not (website.to / "knee.html").exists()
    assert "knee" not in website.html("index")


@pytest.mark.parametrize("unreadable", ["theme/fonts/a.woff2", "images/knee one.svg"])
def test_what_cannot_be_read_just_now_stays_as_it_was_exported(
    website: Website, monkeypatch: pytest.MonkeyPatch, unreadable: str
) -> None:
    website.add("theme/fonts/a.woff2", b"font")
    website.add("images/knee one.svg")
    website.page("knee", WITH_PICTURE)
    website.export()
    before = website.exported()
    del before[RECORD_NAME]
    opened, read = os.open, Path.read_bytes

    def open_if_free(path: str | Path, *others: int, **more: int) -> int:
        if Path(path) == website.folder / unreadable:
            raise PermissionError("in use")
        return opened(path, *others, **more)

    def read_if_free(path: Path) -> bytes:
        if path == website.folder / unreadable:
            raise PermissionError("in use")
        return read(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", open_if_free)
        patch.setattr(Path, "read_bytes", read_if_free)
        (notice,) = website.export().notices
    assert re.search(r"a\.woff2.* cannot be read|knee one\.svg: it can't be read", notice.text)
    assert notice.is_of_look == unreadable.startswith("theme")
    for _ in range(2):
        assert {name: data for name, data in website.exported().items() if name != RECORD_NAME} == before
        assert website.export().notices == ()


@pytest.mark.parametrize("slug", ["index", "Index"])
def test_a_page_called_index_keeps_its_file(website: Website, slug: str) -> None:
    website.page(slug, KNEE)
    website.page("arm", ARM)
    report = website.export()
    assert "Knees hurt." in website.html(slug)
    assert sorted(website.exported()) == sorted([RECORD_NAME, f"{slug}.html", "arm.html", "theme/style.css"])
    assert [notice.expected for notice in report.notices] == [True]
    assert report.is_clean


def test_a_draft_called_index_leaves_the_list_of_conditions_alone(website: Website) -> None:
    website.page("index", KNEE + "status: draft\n")
    for slug in ("arm", "leg"):
        website.page(slug, ARM)
        assert website.export().notices == ()
        assert f'href="{slug}.html"' in website.html("index")


def test_pages_with_one_address_do_not_overwrite_each_other(website: Website) -> None:
    website.page("knee", KNEE)
    website.page("knee", ARM, ".yml")
    website.page("KNEE", ARM, ".yml")
    report = website.export()
    assert len(report.pages) == 1
    assert [left.reason for left in report.left_out] == ["another page has the same address."] * 2


@pytest.mark.parametrize("slug", ["nul", "a.", "C:x", ".hidden", "a\u202eb"])
def test_addresses_that_are_no_file_names_are_left_out(website: Website, slug: str) -> None:
    page = read_page(KNEE.encode(), slug).page
    source = Source(website.folder, readable_site(read_site(b"")), [SourcePage(f"conditions/{slug}.yaml", page)])
    report = export_site(source, website.to)
    assert [left.expected for left in report.left_out] == [False]
    assert sorted(website.exported()) == [RECORD_NAME, "index.html", "theme/style.css"]


def test_no_pages_are_an_empty_list(website: Website) -> None:
    report = website.export()
    assert report.pages == ()
    assert report.is_clean
    assert "index.html" in website.exported()


def test_single_files_hold_everything(website: Website) -> None:
    website.add("images/knee one.svg")
    website.add("theme/style.css", b"h1 { background: url(mark.svg) }")
    website.add("theme/mark.svg", PICTURE)
    website.page("knee", WITH_PICTURE)
    report = website.export(SINGLE_FILE)
    assert report.is_clean
    assert sorted(website.exported()) == [RECORD_NAME, "knee.html"]
    html = website.html("knee")
    assert html.count("data:image/svg+xml;base64,") == 2
    assert "images/" not in html
    assert website.export(SINGLE_FILE).unchanged == 1
    website.add("images/knee one.svg", PICTURE + b"<!-- -->")
    assert website.export(SINGLE_FILE).unchanged == 0
    assert website.html("knee") != html
    website.export(ALL)
    assert sorted(website.exported())[1:] == [
        "images/knee one.svg",
        "index.html",
        "knee.html",
        "theme/mark.svg",
        "theme/style.css",
    ]


def test_pictures_that_are_missing_or_too_large_to_go_inside_are_told(website: Website) -> None:
    website.page("knee", "name: Knee\nintro: '![One](images/one.png) ![Two](images/two.svg)'\n")
    website.add("images/two.svg", b" " * (10 * 1024 * 1024 + 1))
    report = website.export()
    assert [notice.text for notice in report.notices] == [
        "The page “Knee” does not show the picture images/one.png: it is missing."
        " Put it into the folder “images”, then export again."
    ]
    assert not report.is_clean
    assert (website.to / "images" / "two.svg").stat().st_size > 10 * 1024 * 1024
    report = website.export(SINGLE_FILE)
    assert len(report.notices) == 2
    assert "images/two.svg: it is too large to go inside." in report.notices[1].text
    assert "<img" in website.html("knee")
    assert "src=" not in website.html("knee")


def test_pictures_from_elsewhere_are_told_each_time_until_they_are_mended(website: Website) -> None:
    website.add("site.yaml", b"research: {call_to_action: '![Book](https://x.example/book.png)'}\n")
    website.page(
        "knee", "name: Knee\nintro: '![A](../a.png) ![F](images/film.mp4)'\nstudies: [{summary: '![S](s.png)'}]\n"
    )
    website.add("images/film.mp4", b"film")
    for _ in range(2):
        report = website.export()
        told = [re.search(r"page “Knee” does not show the picture (\S+), as", notice.text) for notice in report.notices]
        assert [found and found[1] for found in told] == [
            "../a.png",
            "images/film.mp4",
            "https://x.example/book.png",
            "s.png",
        ]
        assert not report.is_clean
        assert "<img" not in website.html("knee")
    website.add("site.yaml", b"")
    website.page("knee", "name: Knee\nintro: '![A](/images/a.svg)'\n")
    website.add("images/a.svg")
    assert website.export().is_clean
    assert website.exported()["images/a.svg"] == PICTURE


def test_a_faulty_look_is_told_each_time_and_the_built_in_one_stands_in(website: Website) -> None:
    website.add("theme/study.html", b"{% if %}")
    website.add("theme/logo.svg", PICTURE)
    website.page("knee", KNEE + "studies: [{title: A trial}]\n")
    for _ in range(2):
        report = website.export()
        (notice,) = report.notices
        assert "study.html" in notice.text
        assert not notice.expected
        assert "A trial" in website.html("knee")
    assert website.exported()["theme/logo.svg"] == PICTURE
    (website.folder / "theme" / "study.html").unlink()
    assert website.export().notices == ()


@pytest.mark.parametrize("options", [ALL, SINGLE_FILE])
def test_what_the_style_misses_is_told_each_time_and_no_page_is_made_again_for_it(
    website: Website, monkeypatch: pytest.MonkeyPatch, options: ExportOptions
) -> None:
    website.page("knee", KNEE)
    website.page("arm", ARM)
    website.add("theme/style.css", b'@import "more.css";')
    website.add("theme/more.css", b"h1 { background: url(gone.svg) }")
    (notice,) = website.export(options).notices
    with monkeypatch.context() as patch:
        patch.setattr("editor.render.exporting.page_workers.own_command", lambda: ["/nowhere/at/all"])
        assert website.export(options).notices == (notice,)
    assert notice.text.startswith("more.css of the website's own look, line 1: there is no file gone.svg")
    assert notice.is_of_look and not notice.expected
    website.add("theme/gone.svg")
    assert website.export(options).notices == ()
    assert website.exported()["theme/gone.svg"] == PICTURE if options == ALL else "gone" not in website.html("knee")


def test_pictures_that_the_look_alone_shows_are_exported(website: Website) -> None:
    website.page("knee", KNEE)
    website.add("theme/style.css", b"h1 { background: url(../images/style.svg) }")
    website.add("theme/index.html", b'<img alt="" src="images/index.svg"><img alt="" src="images/gone.svg">')
    for name in ("images/style.svg", "images/index.svg", "images/unused.svg"):
        website.add(name)
    for _ in range(2):
        (notice,) = website.export().notices
        assert notice.text.startswith(
            "index.html of the website's own look does not show the picture images/gone.svg: it is missing."
        )
        assert notice.is_of_look
        pictures = {name for name in website.exported() if name.startswith("images/")}
        assert pictures == {"images/style.svg", "images/index.svg"}
    (website.folder / "theme" / "style.css").unlink()
    (website.folder / "theme" / "index.html").unlink()
    assert website.export().notices == ()
    assert not [name for name in website.exported() if name.startswith("images/")]


def test_pictures_of_the_style_go_into_single_files_as_they_are_now(website: Website) -> None:
    website.page("knee", KNEE)
    website.add("theme/style.css", b"h1 { background: url(../images/style.svg) }")
    (notice,) = website.export(SINGLE_FILE).notices
    assert notice.text.startswith(
        "style.css of the website's own look does not show the picture images/style.svg: it is missing."
    )
    assert notice.is_of_look
    website.add("images/style.svg")
    assert website.export(SINGLE_FILE).is_clean
    before = website.html("knee")
    assert base64.b64encode(PICTURE).decode() in before
    assert website.export(SINGLE_FILE).unchanged == 1
    website.add("images/style.svg", PICTURE + b"<!-- -->")
    assert website.export(SINGLE_FILE).unchanged == 0
    assert website.html("knee") != before
    assert sorted(website.exported()) == [RECORD_NAME, "knee.html"]


def test_values_of_the_site_that_are_of_no_use_are_told_with_the_whole_site(website: Website) -> None:
    website.page("knee")
    website.add("site.yaml", b"url: www.clinic.example\n")
    report = website.export()
    (notice,) = report.notices
    assert "www.clinic.example" in notice.text
    assert not report.is_clean
    assert export_site(replace(website.source(), whole=False), website.to).is_clean


def test_some_pages_leave_the_others_as_they_are(website: Website) -> None:
    website.page("knee", KNEE)
    website.page("arm", ARM)
    website.export()
    before = website.exported()
    page = read_page(ARM.encode(), "arm").page
    assert page is not None
    unsaved = SourcePage("conditions/arm.yaml", replace(page, intro="Not saved."))
    report = export_site(Source(website.folder, readable_site(read_site(b"")), [unsaved], whole=False), website.to)
    assert pages_of(report) == ["arm.html"]
    assert "Not saved." in website.html("arm")
    assert {name for name, data in website.exported().items() if data != before[name]} == {"arm.html", RECORD_NAME}
    assert website.export().unchanged == 1
    assert website.exported() == before


def test_one_page_alone_brings_its_look_and_no_memory(website: Website) -> None:
    website.page("knee", KNEE)
    source = replace(website.source(), whole=False)
    export_site(source, website.to)
    assert sorted(website.exported()) == ["knee.html", "theme/style.css"]


def test_a_page_leads_to_the_list_of_all_conditions_only_where_that_is(website: Website) -> None:
    website.add("site.yaml", b"name: The clinic\n")
    website.page("knee", KNEE)
    alone = replace(website.source(), whole=False)
    export_site(alone, website.to)
    assert "index.html" not in website.html("knee")
    (website.to / "index.html").write_text("mine", encoding="utf-8")
    export_site(alone, website.to)
    website.export()
    assert "index.html" not in website.html("knee")
    (website.to / "index.html").unlink()
    website.export()
    assert 'href="index.html"' in website.html("knee")
    assert export_site(alone, website.to).unchanged == 1


def test_a_page_as_it_is_in_the_window_is_not_made_twice(website: Website) -> None:
    website.page("knee", KNEE)
    page = read_page(KNEE.encode(), "knee").page
    assert page is not None
    changed = replace(page, intro="Not saved.")
    export_site(website.source(knee=changed), website.to)
    assert "Not saved." in website.html("knee")
    places = inodes(website.to)
    assert export_site(website.source(knee=replace(changed)), website.to).unchanged == 1
    assert inodes(website.to, but=RECORD_NAME) == {name: at for name, at in places.items() if name != RECORD_NAME}


@pytest.mark.parametrize(
    ("inside", "words"),
    [("", " is the "), ("elsewhere/..", " is the "), ("conditions", " lies in the "), ("images/new", " lies in the ")],
)
def test_a_place_inside_the_content_folder_is_refused(website: Website, inside: str, words: str) -> None:
    website.page("knee", KNEE)
    before = contents(website.folder)
    with pytest.raises(InsideContent, match=f"{words}folder of your pages\\. .* Nothing was exported"):
        export_site(website.source(), website.folder / inside)
    assert contents(website.folder) == before


def test_a_link_into_the_content_folder_is_refused(website: Website, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(website.folder / "conditions")
    with pytest.raises(InsideContent):
        export_site(website.source(), tmp_path / "link" / "new")


def test_without_the_shared_texts_there_is_no_export() -> None:
    with pytest.raises(SharedTextsUnreadable, match="Nothing was exported"):
        readable_site(read_site(b"name: A\nname: B\n"))
    with pytest.raises(SharedTextsUnreadable):
        readable_site(SiteReading(None, None))


def test_a_folder_in_the_place_of_a_page_is_refused_and_nothing_else_changes(website: Website) -> None:
    website.page("arm", ARM)
    website.export()
    website.page("arm", KNEE)
    website.page("knee", KNEE)
    (website.to / "knee.html").mkdir()
    before = website.exported()
    with pytest.raises(NotExported, match="could not be written"):
        website.export()
    assert website.exported() == before


def test_half_characters_do_not_stop_the_export(website: Website) -> None:
    website.page("knee", KNEE)
    page = read_page(KNEE.encode(), "knee").page
    assert page is not None
    export_site(website.source(knee=replace(page, name="a\ud800b", aliases=("\udc00",))), website.to)
    assert "a?b" in website.html("knee")


def test_pictures_behind_a_link_are_never_taken_away(website: Website) -> None:
    website.add("images/knee one.svg")
    website.page("knee", WITH_PICTURE)
    website.to.mkdir()
    (website.to / "images").symlink_to(website.folder / "images")
    website.export()
    website.page("knee", KNEE)
    website.export()
    assert (website.folder / "images" / "knee one.svg").read_bytes() == PICTURE


def test_the_same_content_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    exported = []
    for seed in ("1", "2"):
        to = tmp_path / seed
        command = [sys.executable, "-m", "editor", "export", "sample_content", "--to", str(to)]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        exported.append(contents(to))
    assert len(exported[0]) > 2
    assert exported[0] == exported[1]


def inodes(folder: Path, but: str = "") -> dict[str, int]:
    """Which file stands under each name: one that is written anew is another."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != but)
    return {file.relative_to(folder).as_posix(): file.stat().st_ino for file in files}
