"""The program is killed while somebody types; the next start brings back what is wanted of it, field by field."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QTreeWidget

from editor.ui.forms.text_box import TextBox
from editor.ui.recovery.recovery_box import RecoveryBox
from tests.journeys.content_under_git import INTRO_LINE, changed_lines, git
from tests.journeys.driver import Journey, Until
from tests.journeys.hands import CTRL, SHIFT, button, click, press, quit_program, replace_with, save, type_words
from tests.journeys.in_sight import message, named, nothing_is_unsaved, safety, stands, window_comes
from tests.journeys.sending import send_on

NAME = "Back, Hip, Knee & Leg Pain"
A_SECOND_MS = 1000


def type_and_be_killed() -> Journey:
    """Type into two fields; a second later the program is no more."""
    yield from stands()
    click(named("Introduction", TextBox))
    press(Qt.Key.Key_Home, CTRL)
    type_words("Sudden ")
    click(named("Name in a sentence", TextBox))
    replace_with("sore backs")
    second = QTimer(singleShot=True, interval=A_SECOND_MS)
    second.start()
    yield Until(second.timeout, lambda: not second.isActive())
    os.kill(os.getpid(), signal.SIGKILL)


def bring_back_one_field() -> Journey:
    """Look at what is offered, leave one field out, bring the other back, undo, redo and save."""
    yield from window_comes(RecoveryBox)
    assert row_in_sight() == "Name in a sentence"
    assert named("Yours, not saved", QPlainTextEdit).toPlainText() == "sore backs"
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    assert row_in_sight() == "Introduction"
    click(button("Bring back what is ticked"))
    yield from stands()
    assert message().startswith("Your changes are back. They are not saved yet")
    assert safety() == f"“{NAME}” has changes not saved yet."
    assert named("Introduction", TextBox).text().startswith("Sudden Pain")
    assert named("Name in a sentence", TextBox).text() == "back, hip, knee & leg pain"
    press(Qt.Key.Key_Z, CTRL)
    assert nothing_is_unsaved()
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    yield from save()
    quit_program()


def row_in_sight() -> str:
    """What is chosen in the list of changes."""
    return named("Unsaved changes", QTreeWidget).currentItem().text(0)


def find_nothing_to_bring_back() -> Journey:
    """Start once more: all of it is decided."""
    yield from stands()
    assert safety() == "Everything is saved."
    quit_program()


@pytest.mark.skipif(sys.platform == "win32", reason="no program kills itself on Windows")
def test_what_was_typed_before_a_kill_comes_back_by_field(tracked_folder: Path) -> None:
    send_on(type_and_be_killed, tracked_folder, status=-signal.SIGKILL)
    assert git(tracked_folder, "status", "--porcelain") == ""
    send_on(bring_back_one_field, tracked_folder)
    assert changed_lines(tracked_folder) == [f"-{INTRO_LINE}", f"+{INTRO_LINE.replace('Pain', 'Sudden Pain')}"]
    send_on(find_nothing_to_bring_back, tracked_folder)
