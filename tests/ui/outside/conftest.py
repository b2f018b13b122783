"""What tests of changes from outside share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from tests.ui.outside.colleague import Colleague
from tests.ui.outside.dead_drive import DeadDrive


@pytest.fixture
def dead_drive() -> Iterator[DeadDrive]:
    """A drive that answers again, at the latest, when the test ends."""
    drive = DeadDrive()
    yield drive
    drive.answers.set()


@pytest.fixture
def colleague(window: MainWindow, qtbot: QtBot) -> Colleague:
    """Somebody who changes the folder that is open in the window."""
    return Colleague(window, qtbot)
