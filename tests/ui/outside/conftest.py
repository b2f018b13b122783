"""What tests of changes from outside share."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from tests.ui.outside.colleague import Colleague


@pytest.fixture
def colleague(window: MainWindow, qtbot: QtBot) -> Colleague:
    """Somebody who changes the folder that is open in the window."""
    return Colleague(window, qtbot)
