"""Help in the window: the guide, the sheet of keys and what the program is."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMessageBox, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from editor import __version__
from editor.content.fields import SITE_FIELDS, field_named
from editor.session import Session
from editor.ui.help.about import AboutBox, about_text
from editor.ui.help.help_window import HelpWindow
from editor.ui.main_window import MainWindow
from tests.ui.records import named
from tests.ui.window import CTRL, box

LINUX_DIALOG = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the dialog is the system's")


def opened(window: MainWindow) -> HelpWindow:
    (found,) = [found for found in window.findChildren(HelpWindow) if found.isVisible()]
    return found


def test_f1_opens_the_guide_and_the_program_stays_usable(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert "What you see" in named(opened(window), "Guide", QTextBrowser).toPlainText()
    assert not opened(window).isModal()
    QTest.keyClicks(box(window, "Name"), "x")
    assert window.windowTitle().startswith("xBack")
    opened(window).close()


def test_a_text_that_is_open_comes_to_the_front_instead_of_twice(window: MainWindow) -> None:
    window.commands["guide"].trigger()
    first = opened(window)
    window.commands["guide"].trigger()
    assert opened(window) is first
    first.close()


def test_the_sheet_of_keys_opens(window: MainWindow) -> None:
    window.commands["shortcuts"].trigger()
    assert "Save page" in named(opened(window), "Keyboard shortcuts", QTextBrowser).toPlainText()
    opened(window).close()


def test_escape_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["guide"].trigger()
    QTest.keyClick(opened(window), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(HelpWindow))


def ask_printer(window: MainWindow, qtbot: QtBot) -> QPrintDialog:
    """Press the button of the text that is open; the dialog that asks where to print."""
    (button,) = [found for found in opened(window).findChildren(QPushButton) if found.text() == "Print..."]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    (dialog,) = opened(window).findChildren(QPrintDialog)
    qtbot.waitUntil(dialog.isVisible)
    gc.collect()  # what nobody keeps would go now, while the dialog stands
    return dialog


def print_to(paper: Path, dialog: QPrintDialog, qtbot: QtBot) -> bytes:
    """Choose a file in the dialog and press Print; what the file holds then."""
    printers = dialog.findChild(QComboBox, "printers")
    file_name = dialog.findChild(QLineEdit, "filename")
    assert isinstance(printers, QComboBox)
    assert isinstance(file_name, QLineEdit)
    printers.setCurrentIndex(printers.count() - 1)  # after all printers, Qt offers a file
    file_name.setText(str(paper))
    (button,) = [found for found in dialog.findChildren(QPushButton) if found.text() == "&Print"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(dialog))
    return paper.read_bytes()


def pages_in(paper: bytes) -> int:
    assert paper.startswith(b"%PDF")
    return len(re.findall(rb"/Type /Page\b", paper))


@LINUX_DIALOG
@pytest.mark.parametrize(("name", "pages"), [("guide", 2), ("shortcuts", 2)])
def test_a_text_is_printed_as_often_as_it_is_wanted(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str, pages: int
) -> None:
    window.commands[name].trigger()
    for paper in ("first.pdf", "second.pdf"):
        assert pages_in(print_to(tmp_path / paper, ask_printer(window, qtbot), qtbot)) == pages
    opened(window).close()


def test_cancel_prints_nothing_and_one_can_ask_again(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["guide"].trigger()
    for _ in range(2):
        dialog = ask_printer(window, qtbot)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda dialog=dialog: not isValid(dialog))
    opened(window).close()


def test_the_text_may_be_closed_while_the_printer_is_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["guide"].trigger()
    dialog = ask_printer(window, qtbot)
    opened(window).close()
    qtbot.waitUntil(lambda: not isValid(dialog) and not window.findChildren(HelpWindow))
    gc.collect()
    QTest.keyClick(window, Qt.Key.Key_F1)
    opened(window).close()


def test_without_any_printer_windows_shows_no_dialog_so_the_text_says_why(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this computer has a printer")
    window.commands["guide"].trigger()
    with monkeypatch.context() as on_windows:
        on_windows.setattr(sys, "platform", "win32")
        opened(window).ask_printer()
    assert not opened(window).findChildren(QPrintDialog)
    (told,) = opened(window).findChildren(QMessageBox)
    assert told.text().startswith("This computer has no printer yet.")
    QTest.keyClick(told, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(told))
    opened(window).close()


def test_about_tells_version_and_folder(window: MainWindow, sample_folder: Path) -> None:
    window.commands["about"].trigger()
    (shown,) = window.findChildren(AboutBox)
    assert __version__ in shown.words.toPlainText()
    assert str(sample_folder) in shown.words.toPlainText()
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    assert not shown.isVisible()


def test_a_long_folder_in_about_wraps_and_can_be_copied(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, tmp_path: Path
) -> None:
    deep = tmp_path.joinpath("_".join(["clinic"] * 20), "_".join(["website"] * 20), "<b>pages</b> & more")
    deep.parent.mkdir(parents=True)
    window = open_window(sample_folder.rename(deep))
    window.commands["about"].trigger()
    (shown,) = window.findChildren(AboutBox)
    assert shown.words.horizontalScrollBar().maximum() == shown.words.verticalScrollBar().maximum() == 0
    assert shown.width() < 640
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_A, CTRL)
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_C, CTRL)
    assert str(deep) in QGuiApplication.clipboard().text()
    shown.close()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://clinic.example/new", '<a href="https://clinic.example/new">https://clinic.example/new</a>'),
        ("javascript:alert(1)", "<td>javascript:alert(1)</td>"),
        ('https://x.example/"><img src=y>', '<a href="https://x.example/&quot;&gt;&lt;img src=y&gt;">'),
    ],
)
def test_only_a_websites_address_is_a_link(sample_folder: Path, address: str, shown: str) -> None:
    session = Session.open(sample_folder)
    updates = field_named(SITE_FIELDS, "updates_from")
    session.edit_site("about", lambda site: updates.set_text(site, address))
    assert shown in about_text(session)


def test_without_an_address_for_new_versions_there_is_no_line_for_it(sample_folder: Path) -> None:
    session = Session.open(sample_folder)
    updates = field_named(SITE_FIELDS, "updates_from")
    session.edit_site("about", lambda site: updates.set_text(site, ""))
    assert "New versions" not in about_text(session)
