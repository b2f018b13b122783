"""Exporting from the menu: all pages, one page for e-mail, and an export that takes too long for its user."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from editor.ui.exporting.export_message import ExportMessage
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.journeys.driver import Journey, Until
from tests.journeys.hands import (
    CTRL,
    button,
    choose_in_menu,
    choose_page,
    click,
    open_menu,
    press,
    quit_program,
    type_words,
)
from tests.journeys.in_sight import message, named, page_text, stands, the_window, window_comes, windows
from tests.journeys.sending import send_on

WEBSITE, MAIL = "website", "mail"
PAGE = "back-hip-knee-leg-pain.html"
SLOW = "[" * 12_000
"""A text that keeps Markdown busy for many seconds."""


def folder_beside(name: str) -> Path:
    """A folder beside the content folder."""
    return the_window().session.folder.root.parent / name


def export(action: str, to: str) -> Journey:
    """Choose in the menu, and say where to."""
    open_menu("File")
    choose_in_menu(action)
    yield from window_comes(QFileDialog)
    type_words(str(folder_beside(to)))
    press(Qt.Key.Key_Return)


def read_report(*words: str) -> Journey:
    """Wait for what the program says of the export, in which these words stand, and close it."""
    yield from window_comes(ExportMessage)
    (box,) = windows(ExportMessage)
    for each in words:
        assert each in box.text(), box.text()
    click(button("Close"))
    yield from window_comes(MainWindow)


def export_what_is_in_the_window() -> Journey:
    """Export all pages with a change that is not saved, then one of them for e-mail."""
    yield from stands()
    yield from choose_page("Back")
    click(named("Introduction", TextBox))
    press(Qt.Key.Key_Home, CTRL)
    type_words("Sudden ")
    yield from page_text()
    yield from export("Export all pages...", WEBSITE)
    yield from read_report(f"pages were exported to {folder_beside(WEBSITE)}.", "changes that are not saved yet")
    yield from export("Export for e-mail...", f"{MAIL}/{PAGE}")
    yield from read_report(str(folder_beside(MAIL) / PAGE))
    quit_program()
    click(button("Don't save"))


def stop_an_export() -> Journey:
    """Export, go on typing, see how far it is, and have enough of it."""
    yield from stands()
    yield from export("Export all pages...", WEBSITE)
    progress = the_window().exporting.progress
    yield Until(progress.shown, progress.isVisible)
    yield from window_comes(MainWindow)
    click(named("Introduction", TextBox))
    type_words("Meanwhile ")
    click(button("Stop exporting"))
    yield Until(the_window().exporting.said, lambda: message().startswith("The export was stopped."))
    assert not progress.isVisible()
    quit_program()
    click(button("Don't save"))


def test_pages_are_exported_as_they_are_in_the_window(tracked_folder: Path) -> None:
    website, mail = tracked_folder.parent / WEBSITE, tracked_folder.parent / MAIL
    for folder in (website, mail):
        folder.mkdir()
    send_on(export_what_is_in_the_window, tracked_folder)
    for folder in (website, mail):
        assert "Sudden " in (folder / PAGE).read_text(encoding="utf-8")
    assert [file.name for file in mail.iterdir()] == [PAGE]
    assert {"index.html", "theme"} < {file.name for file in website.iterdir()}


def test_an_export_is_stopped_and_leaves_nothing(tracked_folder: Path) -> None:
    slow = f"name: Slow\nintro: '{SLOW}'\n"
    (tracked_folder / "conditions" / "slow.yaml").write_text(slow, encoding="utf-8")
    website = tracked_folder.parent / WEBSITE
    website.mkdir()
    send_on(stop_an_export, tracked_folder)
    assert list(website.iterdir()) == []
