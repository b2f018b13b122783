"""What an export writes again, leaves alone and takes away where there was one before."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.reading import read_page
from editor.render.exporting.record import RECORD_NAME
from editor.render.exporting.site_export import export_site
from tests.render.exporting.website import ARM, DRAFTS, KNEE, PICTURE, WITH_PICTURE, Website


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


def test_changed_shared_texts_change_every_page(website: Website) -> None:
    website.add("site.yaml", b"references: {heading: Studies}\n")
    website.page("knee", KNEE)
    website.page("arm", ARM)
    website.export()
    website.add("site.yaml", b"references: {heading: Research papers}\n")
    assert website.export().unchanged == 0
    assert "Research papers" in website.html("arm")


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


def test_a_page_that_goes_but_was_changed_by_somebody_stays_and_is_told_once(website: Website) -> None:
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
    assert website.export().notices == ()


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


def test_pictures_behind_a_link_are_never_taken_away(website: Website) -> None:
    website.add("images/knee one.svg")
    website.page("knee", WITH_PICTURE)
    website.to.mkdir()
    (website.to / "images").symlink_to(website.folder / "images")
    website.export()
    website.page("knee", KNEE)
    website.export()
    assert (website.folder / "images" / "knee one.svg").read_bytes() == PICTURE


def inodes(folder: Path, but: str = "") -> dict[str, int]:
    """Which file stands under each name: one that is written anew is another."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != but)
    return {file.relative_to(folder).as_posix(): file.stat().st_ino for file in files}
