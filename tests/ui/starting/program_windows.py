"""The windows that a program shows, found and used as a person would."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from editor.ui.application import Program
from editor.ui.main_window import MainWindow
from editor.ui.starting.offers import OfferWindow
from tests.ui.records import Kind


def all_files(root: Path) -> dict[str, bytes]:
    """What is in a folder, by path."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def shown(kind: type[Kind]) -> Kind:
    """The one window of this kind that is in sight."""
    (found,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    return found


def is_shown(kind: type[QWidget]) -> bool:
    return any(isinstance(widget, kind) and widget.isVisible() for widget in QApplication.topLevelWidgets())


def words_of(window: QWidget) -> str:
    """All words that the window shows, without the marks at which a path may be broken."""
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels).replace("\u200b", "")


def press(title: str) -> None:
    """Click an offer of the window that stands."""
    QTest.mouseClick(offer(title), Qt.MouseButton.LeftButton)


def press_twice(title: str) -> None:
    """Double click an offer, as those do who double click everything."""
    button = offer(title)
    window, place = button.window(), button.mapTo(button.window(), button.rect().center())
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def offer(title: str) -> QPushButton:
    buttons = [button for button in shown(OfferWindow).findChildren(QPushButton) if button.isVisible()]
    (found,) = [button for button in buttons if title in (button.accessibleName(), button.text())]
    return found


def offers() -> list[str]:
    """The titles of what the window offers."""
    buttons = [button for button in shown(OfferWindow).findChildren(QPushButton) if button.isVisible()]
    return [button.accessibleName() for button in buttons if button.accessibleName()]


def in_dialog(folder: Path, qtbot: QtBot) -> None:
    """Type a folder into the dialog that asks for one."""
    qtbot.waitUntil(lambda: is_shown(QFileDialog))
    name = shown(QFileDialog).findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(folder))
    QTest.keyClick(name, Qt.Key.Key_Return)


def opened(program: Program, qtbot: QtBot, root: Path | None = None) -> MainWindow:
    """The program's window with everything read, on this folder if one is given."""

    def stands() -> bool:
        window = program.window
        if window is None or window.opening.is_reading:
            return False
        return root is None or window.session.folder.root == root

    qtbot.waitUntil(stands)
    assert program.window is not None
    return program.window


def close(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()
    qtbot.waitUntil(lambda: not isValid(window))  # Python must not take apart what Qt still calls


class Starts:
    """One start of the program after the other, by the same user."""

    def __init__(self, application: QApplication, qtbot: QtBot) -> None:
        self._application = application
        self._qtbot = qtbot
        self._program: Program | None = None

    def start(self, folder: Path | None = None) -> Program:
        """Start the program, with or without a folder; it ends what was started before."""
        self.end()
        self._program = Program(parent=self._application)
        self._program.start(folder)
        return self._program

    def window(self, folder: Path | None = None) -> MainWindow:
        """The window of a new start, with everything read, and with the keyboard."""
        window = opened(self.start(folder), self._qtbot)
        with self._qtbot.waitActive(window):
            window.activateWindow()
        return window

    def end(self) -> None:
        """End the program as one does who wants none of the changes."""
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                window.close()
        program, self._program = self._program, None
        if program is not None:
            if program.window is not None:
                program.window.closing.discard()
            program.deleteLater()
            self._qtbot.waitUntil(lambda: not is_shown(MainWindow))
