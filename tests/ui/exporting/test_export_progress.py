from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from editor.ui.exporting.export_progress import ExportProgress


@pytest.fixture
def progress(qtbot: QtBot) -> ExportProgress:
    progress = ExportProgress()
    qtbot.addWidget(progress)
    return progress


@pytest.mark.parametrize(
    ("done", "of", "words"),
    [
        (0, 0, "Exporting..."),
        (312, 1000, "Exporting: 312 of 1,000 pages"),
        (1000, 1000, "Exporting: putting everything in place"),
    ],
)
def test_it_says_how_far_the_export_is(progress: ExportProgress, done: int, of: int, words: str) -> None:
    assert not progress.isVisible()
    progress.show_progress(done, of)
    assert progress.isVisible()
    assert progress.findChildren(QLabel)[0].text() == words
    bar = progress.findChildren(QProgressBar)[0]
    assert (bar.value(), bar.maximum()) == (done, of)
    progress.end()
    assert not progress.isVisible()


def test_it_is_stopped_once_and_can_be_again_the_next_time(progress: ExportProgress, qtbot: QtBot) -> None:
    button = progress.findChildren(QPushButton)[0]
    for _ in range(2):
        progress.show_progress(1, 2)
        assert button.isEnabled()
        with qtbot.waitSignal(progress.stopped):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        progress.show_progress(1, 2)
        assert not button.isEnabled()
        progress.end()
