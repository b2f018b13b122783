"""Windows that open after a crash."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from tests.ui.recovery.crashes import crash_after
from tests.ui.recovery.question import OpenWindow, asked


@pytest.fixture
def reopened(open_window: OpenWindow, sample_folder: Path, qtbot: QtBot) -> Callable[[str], MainWindow]:
    """The window after a program made edits and crashed, with the question asked."""

    def reopen(edits: str) -> MainWindow:
        crash_after(sample_folder, edits)
        return asked(open_window(sample_folder), qtbot)

    return reopen
