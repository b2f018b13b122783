"""A session with its exporting, and a window for the questions and messages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.session import Session
from editor.ui.editing import Editing
from editor.ui.exporting.export_message import ExportMessage
from editor.ui.exporting.exporting import Exporting

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class Office:
    """Real files, real threads."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.editing = Editing(Session.open(folder))
        self.editing.choose(BACK)
        self.exporting = Exporting(self.editing, self.window)
        QVBoxLayout(self.window).addWidget(self.exporting.progress)
        self.window.show()

    def dialog(self, qtbot: QtBot) -> QFileDialog:
        qtbot.waitUntil(lambda: any(one.isVisible() for one in self.window.findChildren(QFileDialog)))
        (dialog,) = self.window.findChildren(QFileDialog)
        return dialog

    def choose(self, folder: Path, qtbot: QtBot) -> None:
        dialog = self.dialog(qtbot)
        dialog.fileSelected.emit(str(folder))
        dialog.close()
        qtbot.waitUntil(lambda: not self.window.findChildren(QFileDialog))

    def end(self) -> None:
        self.exporting.close()

    def message(self, qtbot: QtBot, within_ms: int = 10_000) -> str:
        """What the one message says, which is closed then."""
        box = self.box(qtbot, within_ms)
        text = box.text()
        box.close()
        qtbot.waitUntil(lambda: not self.window.findChildren(ExportMessage))
        return text

    def type_into_dialog(self, path: str, qtbot: QtBot) -> None:
        """Answer the question where to export to as one does at the keyboard."""
        name = self.dialog(qtbot).findChild(QLineEdit)
        assert isinstance(name, QLineEdit)
        name.setText(path)  # the list of what is there would take the key
        QTest.keyClick(name, Qt.Key.Key_Return)

    def box(self, qtbot: QtBot, within_ms: int = 10_000) -> ExportMessage:
        """The one message, as soon as there is one."""
        qtbot.waitUntil(lambda: bool(self.window.findChildren(ExportMessage)), timeout=within_ms)
        (box,) = self.window.findChildren(ExportMessage)
        return box


def button(box: QWidget, text: str) -> QPushButton:
    (found,) = [one for one in box.findChildren(QPushButton) if one.text().replace("&", "") == text]
    return found
