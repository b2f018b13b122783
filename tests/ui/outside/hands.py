"""What a colleague and a person at the window do and see."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from editor.content.condition_page import ConditionPage
from editor.content.study import Study
from editor.session import read_file
from editor.ui.comparing.difference_list import rows_below
from editor.ui.main_window import MainWindow
from editor.ui.outside.conflict_box import ConflictBox
from tests.ui.records import named
from tests.ui.window import CTRL, box

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"


def colleague_writes(window: MainWindow, old: str, new: str, place: str = BACK) -> None:
    """A colleague changes words in a file, and that is noticed."""
    path = window.session.folder.root / place
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    window.following.take([read_file(window.session.folder, place)])


def said(window: MainWindow) -> str:
    return named(window, "Message", QLabel).text()


def page(window: MainWindow, place: str = BACK) -> ConditionPage:
    found = window.session.page(place)
    assert found is not None
    return found


def study(window: MainWindow, number: int) -> Study:
    return page(window).study_list[number]


def asked(window: MainWindow) -> ConflictBox:
    assert window.following.box is not None
    assert window.following.box.isVisible()
    return window.following.box


def column(cards: ConflictBox, number: int) -> list[str]:
    """What stands in a column of the list, beside the pages' names."""
    return [item.text(number) for page in cards.list.pages() for item in rows_below(page)]


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(window: MainWindow, name: str, words: str) -> None:
    """Type at the beginning of a box."""
    into = box(window, name)
    into.setFocus()
    QTest.keyClick(into, Qt.Key.Key_Home, CTRL)
    QTest.keyClicks(into, words)
