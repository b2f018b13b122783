"""What tests of broken files share: breaking one, and the boxes that are opened for it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.broken.mending_box import MendingBox
from editor.ui.main_window import MainWindow

Box = TypeVar("Box", bound=QDialog)


def break_file(folder: Path, place: str, good: bytes, bad: bytes) -> bytes:
    """Break a file; what it holds then."""
    data = (folder / place).read_bytes()
    assert data.count(good) == 1
    broken = data.replace(good, bad)
    (folder / place).write_bytes(broken)
    return broken


def press(within: QWidget, words: str) -> None:
    (button,) = [found for found in within.findChildren(QPushButton) if found.text() == words]
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def opened(window: MainWindow, kind: type[Box], qtbot: QtBot) -> Box:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(kind)))
    (found,) = [one for one in window.findChildren(kind) if one.isVisible()]
    found.activateWindow()  # which without a window manager nobody else does
    qtbot.waitUntil(found.isActiveWindow)
    return found


def no_box(window: MainWindow) -> bool:
    return not window.findChildren(QDialog)


def ask_to_mend(window: MainWindow, qtbot: QtBot) -> MendingBox:
    problems = window.view.problems
    qtbot.waitUntil(problems.mend.isVisible)
    press(problems, "Mend it...")
    return opened(window, MendingBox, qtbot)


def texts(within: QWidget) -> list[str]:
    return [found.toPlainText() for found in within.findChildren(QPlainTextEdit)]


def words(within: QWidget) -> str:
    return "\n".join(label.text() for label in within.findChildren(QLabel))
