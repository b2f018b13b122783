"""The clinic's drive goes away while somebody types, and comes back with a colleague's change: both are in the file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from editor.ui.forms.text_box import TextBox
from tests.journeys.driver import Journey, Until
from tests.journeys.hands import CTRL, SHIFT, choose_page, click, press, quit_program, save, type_words
from tests.journeys.in_sight import (
    named,
    nothing_is_unsaved,
    page_text,
    safety,
    stands,
    the_window,
    words_in_sight,
)
from tests.journeys.sending import send_on

FILE = "conditions/back-hip-knee-leg-pain.yaml"
THEIRS_BEFORE, THEIRS = b"The reviews on this page look at", b"All reviews on this page look at"
MINE_BEFORE, MINE = b"Pain in the back", b"Aches in the back"
AWAY = "Can't reach the clinic drive. Your work is safe here."


def work_without_the_drive() -> Journey:
    """Type and save while the drive is away, and go on when it is back."""
    yield from stands()
    yield from choose_page("Back")
    watching, root = the_window().watching, the_window().session.folder.root
    elsewhere = root.with_name("elsewhere")
    root.rename(elsewhere)
    yield Until(watching.lost, is_said_to_be_away)
    click(named("Introduction", TextBox))
    press(Qt.Key.Key_Home, CTRL)
    press(Qt.Key.Key_Right, CTRL | SHIFT)
    type_words("Aches ")
    text = yield from page_text()
    assert MINE.decode() in text
    press(Qt.Key.Key_S, CTRL)
    assert safety() == "Your work is safe here; can't reach the clinic drive."
    assert "is saved by itself as soon as the drive is back" in words_in_sight(the_window())
    data = (elsewhere / FILE).read_bytes()
    assert data.count(THEIRS_BEFORE) == 1
    (elsewhere / FILE).write_bytes(data.replace(THEIRS_BEFORE, THEIRS))
    elsewhere.rename(root)
    yield Until(the_window().saving.ended, nothing_is_unsaved)
    assert not is_said_to_be_away()
    assert safety().startswith("Saved ")
    text = yield from page_text()
    assert MINE.decode() in text
    assert THEIRS.decode() in text
    type_words("and ")
    yield from save()
    quit_program()


def is_said_to_be_away() -> bool:
    """Whether the window says that the drive is away, and that nothing is lost."""
    return AWAY in words_in_sight(the_window())


@pytest.mark.skipif(sys.platform == "win32", reason="no folder can be taken away there while it is read")
def test_what_was_typed_without_the_drive_is_on_it_in_the_end_with_what_others_did(tracked_folder: Path) -> None:
    before = (tracked_folder / FILE).read_bytes()
    send_on(work_without_the_drive, tracked_folder)
    after = before.replace(MINE_BEFORE, MINE.replace(b"in", b"and in")).replace(THEIRS_BEFORE, THEIRS)
    assert (tracked_folder / FILE).read_bytes() == after
