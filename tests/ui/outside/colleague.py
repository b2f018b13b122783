"""Other programs that change the content folder of a window, and what the window notices of them."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from editor.session import OpenFile, Place
from editor.storage.folder_watch import COMES_BACK_IN
from editor.ui.main_window import MainWindow
from editor.ui.outside.watching import LOOK_EVERY_MS

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"
NOTICED_MS = 2 * LOOK_EVERY_MS + round(1000 * COMES_BACK_IN) + 4000
"""Milliseconds within which everything is noticed, on a machine that has time."""


class Colleague:
    """Changes files, and keeps what the window tells of it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.root = window.session.folder.root
        self.told: list[OpenFile] = []
        self._qtbot = qtbot
        window.watching.changed.connect(self._keep)

    def _keep(self, files: list[OpenFile]) -> None:
        self.told += files

    def path(self, place: Place) -> Path:
        return self.root / place

    def replaced(self, place: Place, old: str, new: str) -> bytes:
        """What a file is to hold."""
        return self.path(place).read_text(encoding="utf-8").replace(old, new, 1).encode()

    def write_in_place(self, place: Place, data: bytes) -> None:
        with self.path(place).open("r+b") as file:
            file.write(data)
            file.truncate()

    def write_and_replace(self, place: Place, data: bytes) -> None:
        new = self.root / "new"
        new.write_bytes(data)
        new.replace(self.path(place))

    def wait_for_news(self, timeout: int = NOTICED_MS) -> list[tuple[Place, bytes | None]]:
        """The files told of next, and what they hold."""
        count = len(self.told)
        self._qtbot.waitUntil(lambda: len(self.told) > count, timeout=timeout)
        return [(file.place, file.data) for file in self.told[count:]]

    def wait_for_looks(self, looks: int = 3) -> None:
        """Let the window look at the folder a few times more, the last time when everything should have settled."""
        for _ in range(looks):
            with self._qtbot.waitSignal(self.window.watching.looked, timeout=NOTICED_MS):
                self.window.watching.look_soon()
