from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from editor.content.fields import PAGE_FIELDS, field_named
from editor.render.export import ExportReport, LeftOut
from editor.session import Session
from editor.ui.background import Background
from editor.ui.editing import Editing
from editor.ui.exporting import Exporting, export_text

BACK = "conditions/back-hip-knee-leg-pain.yaml"


class Browser(QObject):
    """Takes the place of the user's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(Path(address.toLocalFile()).read_text(encoding="utf-8"))


class Office:
    """A session with its exporting, and a window for the messages."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.background = Background(self.window)
        self.editing = Editing(Session.open(folder))
        self.editing.choose(BACK)
        self.exporting = Exporting(self.editing.session, self.background, self.window)

    def choose(self, folder: Path) -> None:
        (dialog,) = self.window.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(folder))
        dialog.close()

    def message(self, qtbot: QtBot) -> str:
        qtbot.waitUntil(lambda: bool(self.window.findChildren(QMessageBox)))
        (box,) = self.window.findChildren(QMessageBox)
        box.close()
        return box.text()


@pytest.fixture
def office(sample_folder: Path, qtbot: QtBot) -> Iterator[Office]:
    office = Office(sample_folder, qtbot)
    yield office
    office.exporting.close()
    office.background.close()


def test_a_page_is_exported_as_it_is_in_the_window(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    office.editing.edit_field(field_named(PAGE_FIELDS, "intro"), "Not saved yet.")
    assert office.editing.page is not None
    office.exporting.export_page(office.editing.page)
    office.choose(tmp_path / "out")
    message = office.message(qtbot)
    assert "Not saved yet." in (tmp_path / "out" / "back-hip-knee-leg-pain.html").read_text(encoding="utf-8")
    assert str(tmp_path / "out") in message
    assert "not saved yet" in message


def test_all_published_pages_are_exported(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    office.exporting.export_all()
    office.choose(tmp_path / "out")
    assert "2 pages were exported" in office.message(qtbot)
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_the_folder_of_the_website_is_refused(office: Office, sample_folder: Path, qtbot: QtBot) -> None:
    office.exporting.export_all()
    office.choose(sample_folder)
    assert "Nothing was exported" in office.message(qtbot)
    assert not list(sample_folder.glob("*.html"))


def test_a_page_is_shown_in_the_browser_and_the_file_goes_at_the_end(office: Office, qtbot: QtBot) -> None:
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")
    assert office.editing.page is not None
    with qtbot.waitSignal(office.exporting.said):
        office.exporting.open_in_browser(office.editing.page)
    QDesktopServices.unsetUrlHandler("file")
    (html,) = browser.opened
    assert "Back, Hip, Knee &amp; Leg Pain" in html


def test_what_was_left_out_is_told_with_the_reason() -> None:
    report = ExportReport((), (LeftOut("knee", "it is a draft.", expected=True),))
    assert export_text(report, with_unsaved=False) == "Nothing was exported.\n\nLeft out:\nknee: it is a draft."
