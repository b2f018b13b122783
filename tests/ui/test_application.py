"""The program from the command line on, as a process of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from editor.ui.application import Program
from editor.ui.main_window import MainWindow
from editor.ui.starting.offers import OfferWindow
from tests.conftest import ROOT
from tests.journeys.content_under_git import SECONDS, program_settings
from tests.ui.starting.program_windows import close, in_dialog, is_shown, opened, press, shown, words_of


def take_picture(folder: Path, picture: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "editor", str(folder), "--picture", str(picture)]
    return subprocess.run(
        command, cwd=ROOT, env=program_settings(), capture_output=True, text=True, timeout=SECONDS, check=False
    )


def test_the_picture_shows_the_window_with_the_preview_in_it(sample_folder: Path, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = take_picture(sample_folder, picture)
    assert done.returncode == 0, done.stderr
    image = QImage(str(picture))
    assert image.width() >= 1000
    strip = [image.pixelColor(image.width() - 200, y).lightness() for y in range(100, image.height() - 60)]
    assert max(strip) - min(strip) > 100  # dark words on a light page


def test_a_folder_of_something_else_is_explained_on_the_console(tmp_path: Path) -> None:
    done = take_picture(tmp_path, tmp_path / "window.png")
    assert done.returncode == 2
    assert "site.yaml" in done.stderr
    assert not (tmp_path / "window.png").exists()


@pytest.fixture
def program(qapp: QApplication) -> Program:
    return Program(parent=qapp)


def test_a_folder_of_something_else_is_explained_and_another_can_be_chosen(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(tmp_path)
    qtbot.waitUntil(lambda: is_shown(OfferWindow))
    assert "site.yaml" in words_of(shown(OfferWindow))
    press("Choose another folder")
    qtbot.waitUntil(lambda: is_shown(QFileDialog))
    shown(QFileDialog).close()
    shown(OfferWindow).close()


def test_the_wrong_folder_chosen_first_is_explained_too(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    program.start(None)
    press("Open your website's pages")
    in_dialog(tmp_path, qtbot)
    qtbot.waitUntil(lambda: "site.yaml" in words_of(shown(OfferWindow)))
    shown(OfferWindow).close()


@pytest.fixture
def two_folders(sample_folder: Path, tmp_path: Path) -> tuple[Path, Path]:
    return sample_folder, Path(shutil.copytree(sample_folder, tmp_path / "other"))


def answer(words: str) -> None:
    """Click a button of the question that stands."""
    (button,) = [found for found in shown(QMessageBox).findChildren(QPushButton) if found.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_another_folder_takes_the_place_of_the_first(
    program: Program, two_folders: tuple[Path, Path], qtbot: QtBot
) -> None:
    first, other = two_folders
    program.open(first)
    window = opened(program, qtbot)
    window.study_editing.add()
    program.open(other)
    qtbot.waitUntil(lambda: is_shown(QMessageBox))
    answer("Don't save")
    assert not window.isVisible()
    assert shown(MainWindow).session.folder.root == other
    close(opened(program, qtbot), qtbot)


def test_who_keeps_editing_does_not_get_the_other_folder_later(
    program: Program, two_folders: tuple[Path, Path], qtbot: QtBot
) -> None:
    first, other = two_folders
    program.open(first)
    window = opened(program, qtbot)
    window.study_editing.add()
    program.open(other)
    qtbot.waitUntil(lambda: is_shown(QMessageBox))
    answer("Keep editing")
    assert shown(MainWindow) is window
    window.commands["undo"].trigger()
    close(window, qtbot)
    assert not [
        found for found in QApplication.topLevelWidgets() if isinstance(found, MainWindow) and found.isVisible()
    ]
