"""The list sorted by when pages were changed, as somebody uses it who goes on with the work of yesterday."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from editor.ui.pages.arrange_button import ArrangeButton
from editor.ui.pages.condition_list import ConditionList
from editor.ui.pages.entry_model import Role
from tests.ui.records import named
from tests.ui.window import CTRL, box, choose

YESTERDAY = datetime.now().astimezone().replace(hour=10, minute=42) - timedelta(days=1)


@pytest.fixture
def window(open_window: Callable[[Path], MainWindow], sample_folder: Path) -> MainWindow:
    """The window on three pages: "Headache" was changed yesterday, "Back" a year before, "Ankle" long ago."""
    (sample_folder / "conditions/ankle.yaml").write_text("name: Ankle\n", encoding="utf-8")
    for name, days in (("headache-and-migraine", 0), ("back-hip-knee-leg-pain", 365), ("ankle", 9000)):
        moment = (YESTERDAY - timedelta(days=days)).timestamp()
        os.utime(sample_folder / f"conditions/{name}.yaml", (moment, moment))
    window = open_window(sample_folder)
    menu = named(window, "Sort and choose pages", ArrangeButton).menu()
    (action,) = [action for action in menu.actions() if action.text() == "Recently changed"]
    menu.popup(window.mapToGlobal(window.rect().center()))
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
    )
    return window


def lines(window: MainWindow) -> list[tuple[str, str]]:
    """The first words of each page's name, and its second line."""
    model = named(window, "Pages", ConditionList).model()
    rows = [model.index(row, 0) for row in range(1, model.rowCount())]
    return [(str(row.data()).partition(",")[0].partition(" ")[0], row.data(Role.DETAIL).text) for row in rows]


def names(window: MainWindow) -> list[str]:
    return [name for name, _ in lines(window)]


def test_what_was_changed_last_comes_first_and_says_when(window: MainWindow) -> None:
    assert names(window) == ["Headache", "Back", "Ankle"]
    first, second, _ = [line for _, line in lines(window)]
    assert first.startswith("Changed yesterday ")
    assert str(YESTERDAY.year - 1) in second


def test_what_is_not_saved_comes_first_and_stays_there_when_it_is_saved(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "Ankle")
    pages = named(window, "Pages", ConditionList)
    QTest.keyClicks(box(window, "Introduction"), "x")
    assert names(window) == ["Ankle", "Headache", "Back"]
    assert pages.viewport().rect().contains(pages.visualRect(pages.currentIndex()))
    assert str(pages.currentIndex().data()) == "Ankle"
    choose(window, "Back")
    QTest.keyClicks(box(window, "Introduction"), "x")
    assert names(window) == ["Ankle", "Back", "Headache"]
    assert [line for _, line in lines(window)][:2] == ["Published · no studies", "Published · 7 studies"]
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not window.saving.is_busy)
    assert names(window) == ["Ankle", "Back", "Headache"]
    assert lines(window)[1][1].startswith("Changed ")
    assert "yesterday" not in lines(window)[1][1]
