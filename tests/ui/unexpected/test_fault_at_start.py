"""The real program, as a process of its own, with a fault before its window stands or as it goes, or with no screen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from editor.paths import CHECK_WORKER_ARGUMENT, app_data
from editor.render import RENDER_ARGUMENT, WORKER_ARGUMENT
from tests.conftest import ROOT
from tests.journeys.content_under_git import SECONDS, program_settings

START = """
import sys
{fault}
from editor.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
CLOSES = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
def look():
    for box in QApplication.topLevelWidgets():
        if box.isVisible() and type(box).__name__ == "FaultBox":
            print(*(label.text() for label in box.findChildren(QLabel) if label.isVisible()), box.view.toPlainText())
            box.accept()
own_exec = QApplication.exec
def exec(*_):
    looks = QTimer(interval=100)
    looks.timeout.connect(look)
    looks.start()
    return own_exec()
QApplication.exec = exec
"""
CLOSING = """
from editor.ui.exporting.exporting import Exporting
def fail(_self):
    1 / 0
Exporting.close = fail
own_look, windows = look, []
def look():
    shown = [window for window in QApplication.topLevelWidgets() if type(window).__name__ == "MainWindow"]
    if shown and shown[0].isVisible() and shown[0].stands and not windows:
        windows.append("closed")
        shown[0].close()
    own_look()
"""
HIDING = """
from PySide6.QtWidgets import QWidget
class Failing(QWidget):
    def hideEvent(self, _event):
        1 / 0
own_look, failing = look, []
def look():
    (window, *_) = [one for one in QApplication.topLevelWidgets() if type(one).__name__ == "MainWindow"] or [None]
    if failing:
        own_look()
        QTimer.singleShot(500, window.close)
    elif window is not None and window.stands:
        failing.append(Failing())
        failing[0].show()
        failing[0].hide()
"""
MISSING = "sys.modules[{module!r}] = None"


def start(folder: Path, fault: str, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Start the program with this fault in it, and close the message of it."""
    command = [sys.executable, "-c", START.format(fault=fault), str(folder), *arguments]
    environment = {**program_settings(), **settings}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
    )


@pytest.mark.parametrize("module", ["editor.session", "editor.ui.preview.preparation", "editor.ui.application"])
def test_a_fault_before_the_window_stands_is_told_in_a_message(sample_folder: Path, module: str) -> None:
    done = start(sample_folder, CLOSES + MISSING.format(module=module))
    assert done.returncode == 1, done.stderr
    assert "The program could not do this because of a fault of its own." in done.stdout
    assert "Your pages are as they were saved last" in done.stdout
    assert "ModuleNotFoundError" in done.stdout
    assert str(sample_folder) not in done.stdout
    (log,) = (app_data() / "logs").glob("*.log")
    assert "ModuleNotFoundError\n" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("argument", "module"),
    [
        (RENDER_ARGUMENT, "editor.render.render_process"),
        (WORKER_ARGUMENT, "editor.render.exporting.page_worker"),
        (CHECK_WORKER_ARGUMENT, "editor.session.checking.page_checker"),
    ],
)
def test_a_fault_of_a_process_without_a_window_is_logged(argument: str, module: str) -> None:
    done = start(Path(argument), MISSING.format(module=module))
    assert done.returncode == 1
    (log,) = (app_data() / "logs").iterdir()
    assert log.name.startswith("worker-")
    assert "ModuleNotFoundError\n  " in log.read_text(encoding="utf-8")


def test_a_fault_while_the_window_closes_does_not_close_it_silently(sample_folder: Path) -> None:
    done = start(sample_folder, CLOSES + CLOSING)
    assert done.returncode == 1, done.stderr
    assert "The program could not do this because of a fault of its own." in done.stdout
    assert "ZeroDivisionError" in done.stdout


def test_an_error_of_pythons_own_making_in_what_qt_calls_does_not_end_the_program(sample_folder: Path) -> None:
    done = start(sample_folder, CLOSES + HIDING)
    assert done.returncode == 0, done.stderr
    assert "Nothing was lost: your text is still in the window" in done.stdout
    assert "ZeroDivisionError" in done.stdout
    assert "EventLoopRuns" not in done.stdout + done.stderr


def test_a_fault_where_a_picture_is_taken_ends_the_program(sample_folder: Path, tmp_path: Path) -> None:
    fault = MISSING.format(module="editor.ui.application")
    done = start(sample_folder, fault, "--picture", str(tmp_path / "window.png"))
    assert done.returncode == 1
    assert "The program ended because of a fault of its own." in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a screen can be missing")
def test_a_screen_that_is_not_there_is_told_in_plain_words(sample_folder: Path) -> None:
    done = start(sample_folder, "", DISPLAY=":31999", QT_QPA_PLATFORM="xcb")
    assert done.returncode == 2
    assert "The window cannot open: this computer has no screen to show it on." in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="ends the program by a signal")
def test_a_program_that_crashes_leaves_a_note_and_one_that_ends_does_not(sample_folder: Path) -> None:
    crash = CLOSES + "own_look, look = look, lambda: __import__('os').kill(__import__('os').getpid(), 11)\n"
    assert start(sample_folder, crash).returncode == -signal.SIGSEGV
    (note,) = (app_data() / "logs").glob("*.crash")
    assert "Fatal Python error: Segmentation fault" in note.read_text()
    ends = CLOSES + "look = QApplication.closeAllWindows\n"
    done = start(sample_folder, ends)
    assert done.returncode == 0, done.stderr
    assert [path.suffix for path in (app_data() / "logs").iterdir() if path.suffix != ".log"] == [".crash-told"]
