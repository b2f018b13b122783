"""A session with what saves it, and a window for the messages: for tests of saving and closing."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.content.fields import PAGE_FIELDS, field_named
from editor.session import Session
from editor.storage.journal import Journal
from editor.ui.background import Background
from editor.ui.editing import Editing
from editor.ui.outside.following import Following
from editor.ui.saving.closing import Closing
from editor.ui.saving.journaling import Journaling
from editor.ui.saving.saving import Saving

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"

Box = TypeVar("Box", bound=QDialog)


class Office(QObject):
    """Real files, real threads; `hold` makes the disk slow until `let_go`."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        super().__init__()
        self.folder = folder
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.background = Background(self.window)
        self.session = Session.open(folder)
        self.editing = Editing(self.session)
        self.following = Following(self.session, self.background, self.window)
        self.saving = Saving(self.session, self.background, self.following, self.window)
        self.for_journal = Background(self.window)
        self.journaling = Journaling(self.session, Journal(folder), self.for_journal, self.window)
        self.closing = Closing(self.session, self.saving, self.journaling, self.window)
        self._held = threading.Event()

    def change(self, place: str, text: str) -> None:
        self.editing.choose(place)
        self.editing.edit_field(field_named(PAGE_FIELDS, "name"), text)

    def colleague_saves(self, place: str) -> None:
        (self.folder / place).write_text("name: Colleague's\n", encoding="utf-8")

    def block(self, place: str) -> None:
        """See to it that no save of this file succeeds."""
        (self.folder / place).unlink()
        (self.folder / place).mkdir()

    def text_of(self, place: str) -> str:
        return (self.folder / place).read_text(encoding="utf-8")

    def hold(self) -> None:
        """Keep both threads busy, as a drive does that does not answer."""
        for _ in range(2):
            self.background.run(self._held.wait, self._nothing, self._nothing)

    def let_go(self) -> None:
        self._held.set()

    def _nothing(self, _outcome: object) -> None:
        pass

    def box(self, kind: type[Box]) -> Box:
        """The one message of this kind."""
        (box,) = [box for box in self.window.findChildren(kind) if box.isVisible()]
        return box

    def has_box(self, kind: type[QDialog] = QMessageBox) -> bool:
        return any(box.isVisible() for box in self.window.findChildren(kind))

    def buttons(self, kind: type[QMessageBox] = QMessageBox) -> list[str]:
        return [button.text().replace("&", "") for button in self.box(kind).findChildren(QPushButton)]

    def click(self, text: str, kind: type[QDialog] = QMessageBox) -> None:
        """Click a button of the one message of this kind."""
        buttons = self.box(kind).findChildren(QPushButton)
        (button,) = [found for found in buttons if found.text().replace("&", "") == text]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def end(self) -> None:
        self.let_go()
        self.saving.failures.close()
        self.background.close()
        if not self.closing.keeps_words:
            self.journaling.end()
