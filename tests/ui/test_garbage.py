from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.background import Background
from editor.ui.garbage import GarbageCollection


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    background = Background(qapp)
    yield background
    background.close()
    background.deleteLater()


class Waste(QObject):
    """Refers to itself, as widgets do that are connected to their own methods."""

    ended_on: list[int]

    def __init__(self, ended_on: list[int]) -> None:
        super().__init__()
        self.itself, self.ended_on = self, ended_on

    def __del__(self) -> None:
        self.ended_on.append(threading.get_ident())


def read_much() -> int:
    return len([[number] for number in range(100_000)])


def test_what_nobody_uses_ends_on_the_windows_thread(qapp: QApplication, background: Background, qtbot: QtBot) -> None:
    collection = GarbageCollection(qapp)
    ended_on: list[int] = []
    gc.collect()
    for _ in range(1000):
        Waste(ended_on)
    read: list[int] = []
    background.run(read_much, read.append, print)
    qtbot.waitUntil(lambda: bool(read) and len(ended_on) == 1000)
    assert set(ended_on) == {threading.get_ident()}
    collection.deleteLater()


def test_what_is_loaded_at_the_start_is_not_looked_through(qapp: QApplication) -> None:
    gc.unfreeze()
    collection = GarbageCollection(qapp)
    assert gc.get_freeze_count() > 10_000
    assert not gc.isenabled()
    collection.deleteLater()
