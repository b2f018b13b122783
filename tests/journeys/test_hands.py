"""The hands of the journeys: what they type arrives."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTableView, QWidget

from tests.journeys.driver import Journey, Until
from tests.journeys.hands import click, go_to_view, quit_program, save, type_words
from tests.journeys.in_sight import named, stands, the_window
from tests.journeys.sending import send_on

_WORDS = "Needles at noon"


def type_after_another_window_had_the_keyboard() -> Journey:
    """Type into a cell after a window of somebody else's has taken the keyboard."""
    yield from stands()
    go_to_view("Studies (7)")
    table = named("Studies", QTableView)
    click(table, table.visualRect(table.model().index(0, 1)).center())
    yield from lose_keyboard()
    type_words(_WORDS)
    yield from save()
    quit_program()


def lose_keyboard() -> Journey:
    """Have a window that takes no keys come in front."""
    other, looks = QWidget(), QTimer(interval=50)
    other.show()
    other.activateWindow()
    looks.start()
    yield Until(looks.timeout, lambda: not the_window().isActiveWindow())
    looks.stop()


def test_words_arrive_though_another_window_had_the_keyboard(tracked_folder: Path) -> None:
    send_on(type_after_another_window_had_the_keyboard, tracked_folder)
    assert any(_WORDS in page.read_text(encoding="utf-8") for page in (tracked_folder / "conditions").iterdir())
