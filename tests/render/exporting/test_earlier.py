"""What is known of the export before: remembered, forgotten, damaged."""

from __future__ import annotations

import sys

import pytest

from editor.render.exporting.record import RECORD_NAME
from editor.render.exporting.report import NotExported
from tests.render.exporting.website import ARM, KNEE, Website


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
