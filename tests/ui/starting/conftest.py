"""The program as it starts, in a user's home of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.application import Program
from tests.ui.starting.program_windows import Starts


@pytest.fixture
def starts(qapp: QApplication, qtbot: QtBot) -> Iterator[Starts]:
    """Starts the program as often as a test wants; what is left open is closed at the end."""
    starts = Starts(qapp, qtbot)
    yield starts
    starts.end()


@pytest.fixture
def program(starts: Starts) -> Program:
    """The program, started by itself for the first time."""
    return starts.start()


@pytest.fixture
def documents(own_user_folders: Path) -> Path:
    """The folder of the user's documents, which is not there yet."""
    return own_user_folders / "Documents"
