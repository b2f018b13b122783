from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.starting.folder_question import ask_folder
from tests.ui.starting.program_windows import in_dialog, is_shown, shown
from tests.ui.starting.slow_drive import on_slow_drive


@pytest.fixture
def front(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def begun_in(qtbot: QtBot) -> Path:
    """The folder that the dialog shows first; it is closed again."""
    qtbot.waitUntil(lambda: is_shown(QFileDialog))
    folder = Path(shown(QFileDialog).directory().path())
    QTest.keyClick(shown(QFileDialog), Qt.Key.Key_Escape)
    return folder


def test_it_begins_in_the_first_folder_that_is_there(front: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    ask_folder("Where?", (tmp_path / "gone", tmp_path / "nul\0", tmp_path, Path("/")), front, print)
    assert begun_in(qtbot) == tmp_path


def test_it_waits_for_no_drive(front: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    answers = threading.Event()
    ask_folder("Where?", (on_slow_drive(tmp_path, answers),), front, print)
    assert begun_in(qtbot) == Path.home()
    answers.set()


def test_it_asks_once_at_a_time_and_tells_what_was_chosen(front: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    chosen: list[Path] = []
    for _ in range(2):
        ask_folder("Where?", (), front, chosen.append, "Export here")
    in_dialog(tmp_path, qtbot)
    assert chosen == [tmp_path]
    assert not is_shown(QFileDialog)
    ask_folder("Where?", (tmp_path,), front, chosen.append)
    assert begun_in(qtbot) == tmp_path
