"""The PDF for sign-off has the page, what was found on it, and lines to sign on."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from editor.ui.exporting.export_message import ExportMessage
from editor.ui.main_window import MainWindow
from tests.ui.problems.checked import checked_window
from tests.ui.window import choose


@pytest.fixture
def window(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window with everything checked, on a page that promises a cure."""
    (tmp_path / "site").mkdir()
    window = checked_window(open_window, tmp_path / "site", qtbot)
    choose(window, "Neck")
    return window


def ask_for_pdf(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    (action,) = [one for one in window.findChildren(QAction) if one.text() == "PDF for sign-off..."]
    action.trigger()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QFileDialog)))
    name = window.findChildren(QFileDialog)[0].findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(file))
    QTest.keyClick(name, Qt.Key.Key_Return)


def answer(window: MainWindow, qtbot: QtBot) -> str:
    """What the message at the end says."""
    qtbot.waitUntil(lambda: bool(window.findChildren(ExportMessage)), timeout=60_000)
    (box,) = window.findChildren(ExportMessage)
    text = box.text()
    box.close()
    qtbot.waitUntil(lambda: not window.findChildren(ExportMessage))
    return text


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is missing, which reads PDFs")
def test_a_practitioner_can_read_and_sign_it(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "neck 針灸.pdf"
    ask_for_pdf(window, file, qtbot)
    assert str(file) in answer(window, qtbot)
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    said = " ".join(done.stdout.decode().split())
    for words in ("The page Neck pain It is curative.", "“curative” promises a cure.", "Name", "Date", "Signature"):
        assert words in said


def test_a_pdf_is_not_put_among_the_pages(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "site" / "conditions" / "neck.pdf"
    ask_for_pdf(window, file, qtbot)
    assert "Nothing was exported" in answer(window, qtbot)
    assert not file.exists()
