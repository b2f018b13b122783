"""Words replaced on the whole website, saved, and taken back: every file is as it was, byte for byte."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from editor.ui.replacing.replace_box import ReplaceBox
from tests.journeys.content_under_git import git
from tests.journeys.driver import Journey, Until
from tests.journeys.hands import CTRL, SHIFT, button, choose_page, click, press, quit_program, save, type_words
from tests.journeys.in_sight import (
    message,
    page_text,
    rows,
    safety,
    stands,
    the_window,
    window_comes,
    windows,
)
from tests.journeys.sending import send_on

STEP = "replace “acupuncture” on 2 pages and in the shared texts"


def replace_everywhere() -> Journey:
    """Replace a word on the whole website, save all of it, take it back on another page, and save again."""
    yield from stands()
    press(Qt.Key.Key_H, CTRL | SHIFT)
    yield from window_comes(ReplaceBox)
    type_words("acupuncture")
    press(Qt.Key.Key_Tab)
    type_words("zhenjiu")
    run = the_window().replacing.run
    yield Until(run.looked, lambda: not run.is_looking)
    places = len(rows("Places found")) - 3
    click(button(f"Replace {places} places on 2 pages and in the shared texts"))
    yield Until(run.looked, lambda: not run.is_looking)
    assert rows("Places found") == []
    press(Qt.Key.Key_Escape)
    assert windows(ReplaceBox) == []
    the_window().activateWindow()
    assert message() == f"Replaced {places} places on 2 pages and in the shared texts. They are not saved yet."
    assert safety() == "2 pages and the shared texts have changes not saved yet."
    text = yield from page_text()
    assert "zhenjiu" in text
    yield from save(SHIFT)
    assert all("zhenjiu" in text for text in texts_of_files())

    yield from choose_page("Headache")
    press(Qt.Key.Key_Z, CTRL)
    assert message() == f"Undone: {STEP}."
    assert safety() == "2 pages and the shared texts have changes not saved yet."
    text = yield from page_text()
    assert "zhenjiu" not in text
    yield from save(SHIFT)
    quit_program()


def texts_of_files() -> list[str]:
    """What the files of the pages and of the shared texts say."""
    session = the_window().session
    places = (session.site_place, *session.page_places)
    return [(session.folder.root / place).read_text("utf-8") for place in places]


def test_what_was_replaced_on_the_whole_website_can_be_taken_back_to_the_byte(tracked_folder: Path) -> None:
    send_on(replace_everywhere, tracked_folder)
    assert git(tracked_folder, "status", "--porcelain") == ""
