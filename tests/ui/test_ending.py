"""The program ends, whatever still waits for a drive."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

WHOLE_PROGRAM = """
import sys
from pathlib import Path
from editor.ui import ending
from editor.ui.launch import run_window
from editor.ui.recovery import recovery

ending.PATIENCE = 1
folder, drive, picture = map(Path, sys.argv[1:])
recovery.left_elsewhere = lambda _root: drive.read_bytes()
sys.exit(run_window(folder, picture))
"""
ENDING = """
import sys
from pathlib import Path
from threading import Event
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from editor.ui import ending
from editor.ui.background import Background

ending.PATIENCE = 2
drive, note = sys.argv[1:]
application = QApplication(["test"])
Background(application).run(Path(drive).read_bytes, print, print)
Background(application).run(lambda: (Event().wait(0.5), Path(note).touch()), print, print)
QTimer.singleShot(0, application.quit)
application.exec()
ending.end_what_waits(application, 3)
"""
needs_a_pipe = pytest.mark.skipif(
    sys.platform == "win32", reason="a pipe that nobody writes to stands for a dead drive"
)


@pytest.fixture
def dead_drive(tmp_path: Path) -> Path:
    """A file whose reader waits for ever."""
    place = tmp_path / "drive"
    os.mkfifo(place)
    return place


def run(code: str, *arguments: Path | str) -> int:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, timeout=60, check=False, capture_output=True).returncode


@needs_a_pipe
def test_the_program_ends_though_a_thread_waits_for_a_dead_drive(
    sample_folder: Path, dead_drive: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "window.png"
    assert run(WHOLE_PROGRAM, sample_folder, dead_drive, picture) == 0
    assert picture.exists()


@needs_a_pipe
def test_what_comes_to_its_end_in_time_is_not_cut_off(dead_drive: Path, tmp_path: Path) -> None:
    note = tmp_path / "note"
    assert run(ENDING, dead_drive, note) == 3
    assert note.exists()
