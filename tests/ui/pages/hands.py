"""What a person does with pages, and sees of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from editor.ui.pages.condition_list import ConditionList
from tests.ui.records import named

BACK, HEAD = "conditions/back-hip-knee-leg-pain.yaml", "conditions/headache-and-migraine.yaml"
NEW = "conditions/tennis-elbow.yaml"


def names(window: MainWindow) -> list[str]:
    model = named(window, "Pages", ConditionList).model()
    return [model.index(row, 0).data() for row in range(1, model.rowCount())]


def said(window: MainWindow) -> str:
    return named(window, "Message", QLabel).text()


def answer(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Type a name where one is asked for, over the one that stands there, and press Enter."""
    qtbot.waitUntil(window.pages.name_form.name.hasFocus)
    QTest.keyClicks(window.pages.name_form.name, name)
    QTest.keyClick(window.pages.name_form.name, Qt.Key.Key_Return)


def save_all(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.saving.ended):
        window.commands["save_all"].trigger()
