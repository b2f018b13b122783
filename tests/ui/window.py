"""The ways to find things in the window and to choose in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.pages.condition_list import ConditionList
from tests.ui.records import named

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def box(window: MainWindow, name: str) -> TextBox:
    return named(window.view.page_form, name, TextBox)


def state(window: MainWindow) -> str:
    return named(window, "Is my work safe?", QLabel).text()


def type_name(window: MainWindow, text: str) -> None:
    """Type at the beginning of the page's name."""
    QTest.keyClicks(box(window, "Name"), text)


def choose(window: MainWindow, name: str) -> None:
    pages = named(window, "Pages", ConditionList)
    model = pages.model()
    (row,) = [row for row in range(model.rowCount()) if str(model.index(row, 0).data()).startswith(name)]
    at = pages.visualRect(model.index(row, 0)).center()
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
