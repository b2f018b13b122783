"""A fault of the program while somebody types: it is told, nothing is lost, and the work goes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPlainTextEdit

from editor.paths import app_data
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.unexpected.fault_box import FaultBox
from tests.journeys.content_under_git import INTRO_LINE, changed_lines
from tests.journeys.driver import Journey
from tests.journeys.hands import CTRL, click, press, quit_program, save, type_words
from tests.journeys.in_sight import assert_keyboard_is_in, named, stands, window_comes, windows, words_in_sight
from tests.journeys.sending import send_on


def fail_quoting() -> None:
    """What a fault in the middle of typing looks like to the program."""
    raise ValueError(named("Introduction", TextBox).text())


def meet_a_fault() -> Journey:
    """Type, be told of a fault, go on typing, save, leave."""
    yield from stands()
    click(named("Introduction", TextBox))
    press(Qt.Key.Key_Home, CTRL)
    type_words("Sudden ")
    QTimer.singleShot(0, fail_quoting)
    yield from window_comes(FaultBox)
    (told,) = windows(FaultBox)
    assert "Nothing was lost: your text is still in the window" in words_in_sight(told)
    assert "Sudden" not in named("What the report holds", QPlainTextEdit).toPlainText()
    assert list((app_data() / "journal").rglob("*.journal"))
    press(Qt.Key.Key_Return)
    yield from window_comes(MainWindow)
    assert_keyboard_is_in(named("Introduction", TextBox))
    type_words("and dull ")
    yield from save()
    quit_program()


def test_a_fault_costs_no_word(tracked_folder: Path) -> None:
    send_on(meet_a_fault, tracked_folder)
    changed = INTRO_LINE.replace("Pain", "Sudden and dull Pain")
    assert changed_lines(tracked_folder) == [f"-{INTRO_LINE}", f"+{changed}"]
    (log,) = (app_data() / "logs").iterdir()
    assert "fail_quoting" in log.read_text(encoding="utf-8")
    assert "Sudden" not in log.read_text(encoding="utf-8")
