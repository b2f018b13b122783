from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from editor.content.condition_page import Status
from editor.content.fields import PAGE_FIELDS, field_named
from editor.paths import documents
from editor.session import Place, Saved, follow, read_file
from editor.ui.main_window import MainWindow
from tests.ui.exporting.export_office import BACK, HEAD, Office, names

SLOW = "[" * 12_000
"""A text that keeps Markdown busy for many seconds."""
ONE_OF_TWO = "Exporting: 1 of 2 pages"


class Browser(QObject):
    """Takes the place of the user's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.pictures: list[bytes] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        file = Path(address.toLocalFile())
        self.opened.append(file.read_text(encoding="utf-8"))
        self.pictures += [picture.read_bytes() for picture in file.parent.glob("images/*")]


def test_a_page_is_exported_as_it_is_in_the_window(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    office.editing.edit_field(field_named(PAGE_FIELDS, "intro"), "Not saved yet.")
    office.exporting.export_page()
    office.choose(tmp_path / "out", qtbot)
    message = office.message(qtbot)
    assert "Not saved yet." in (tmp_path / "out" / "back-hip-knee-leg-pain.html").read_text(encoding="utf-8")
    assert str(tmp_path / "out") in message
    assert "not saved yet" in message


def test_a_page_that_a_colleague_deletes_meanwhile_is_told(
    office: Office, sample_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    office.exporting.export_page()
    office.dialog(qtbot)
    (sample_folder / BACK).unlink()
    follow(office.editing.session, [read_file(office.editing.session.folder, BACK)])
    office.choose(tmp_path / "out", qtbot)
    assert office.message(qtbot) == "This page is not there any more, so it was not exported."
    assert not office.exporting.why_not(str)
    assert not (tmp_path / "out").exists()


def edit(office: Office, place: Place, intro: str) -> None:
    chosen = office.editing.place
    office.editing.choose(place)
    office.editing.edit_field(field_named(PAGE_FIELDS, "intro"), intro)
    office.editing.choose(chosen)


def set_status(office: Office, place: Place, status: Status) -> None:
    office.editing.session.edit_page("status", place, lambda page: replace(page, status=str(status)))


def test_only_what_is_exported_is_called_not_saved(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    edit(office, HEAD, "Not saved.")
    office.exporting.export_page()
    office.choose(tmp_path / "out", qtbot)
    assert "not saved" not in office.message(qtbot)
    office.exporting.export_all()
    office.choose(tmp_path / "out", qtbot)
    assert "They are as you see them here, with changes that are not saved yet." in office.message(qtbot)
    office.editing.session.edit_site("name", lambda site: replace(site, name="Another clinic"))
    office.exporting.export_page()
    office.choose(tmp_path / "out", qtbot)
    assert "It is as you see it here, with changes to the shared texts that are not saved yet." in office.message(qtbot)


def test_an_unsaved_draft_is_no_part_of_the_website_but_what_leaves_it_is(
    office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    session = office.editing.session
    set_status(office, HEAD, Status.DRAFT)
    assert isinstance(session.save(HEAD), Saved)
    edit(office, HEAD, "Not saved.")
    office.exporting.export_all()
    office.choose(tmp_path / "out", qtbot)
    assert "not saved" not in office.message(qtbot)
    set_status(office, HEAD, Status.PUBLISHED)
    assert isinstance(session.save(HEAD), Saved)
    set_status(office, HEAD, Status.DRAFT)
    office.exporting.export_all()
    office.choose(tmp_path / "out", qtbot)
    assert "with changes that are not saved yet" in office.message(qtbot)


def test_a_draft_goes_out_with_a_warning(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    warning = "This page is a draft. Do not put it on the website yet."
    office.exporting.export_page()
    office.choose(tmp_path / "out", qtbot)
    assert warning not in office.message(qtbot)
    set_status(office, BACK, Status.DRAFT)
    office.exporting.export_page()
    office.choose(tmp_path / "out", qtbot)
    assert warning in office.message(qtbot)


def test_a_second_export_says_what_has_changed(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    told = []
    for intro in ("", "New words."):
        if intro:
            edit(office, HEAD, intro)
        for _ in range(2):
            office.exporting.export_all()
            office.choose(tmp_path / "out", qtbot)
            told.append(office.message(qtbot).partition("\n")[0])
    exported = f"2 pages were exported to {tmp_path / 'out'}."
    assert told == [
        exported,
        f"{exported} All were up to date already.",
        f"{exported} 1 page is new or has changed, 1 was up to date.",
        f"{exported} All were up to date already.",
    ]


def test_all_published_pages_are_exported(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    office.exporting.export_all()
    office.choose(tmp_path / "out", qtbot)
    assert "2 pages were exported" in office.message(qtbot)
    assert names(tmp_path / "out") == [
        ".clinic-export.json",
        "back-hip-knee-leg-pain.html",
        "headache-and-migraine.html",
        "index.html",
        "sitemap.xml",
        "theme",
    ]


def test_the_folder_of_the_website_is_refused(office: Office, sample_folder: Path, qtbot: QtBot) -> None:
    office.exporting.export_all()
    office.choose(sample_folder, qtbot)
    assert "Nothing was exported" in office.message(qtbot)
    assert not list(sample_folder.glob("*.html"))


def test_pages_with_problems_are_left_out_and_named(sample_folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    conditions = sample_folder / "conditions"
    (conditions / "broken.yaml").write_text("name: [\n", encoding="utf-8")
    (conditions / "twice.yaml").write_text("name: One\nname: Two\nstudies: [{title: Good}]\n", encoding="utf-8")
    office = Office(sample_folder, qtbot)
    office.exporting.export_all()
    office.choose(tmp_path / "out", qtbot)
    message = office.message(qtbot)
    assert "2 pages were exported" in message
    assert "“broken”: " in message
    assert "“Two”: " in message
    assert ".yaml: " not in message
    assert len(list((tmp_path / "out").glob("*-*.html"))) == 2
    office.end()


def test_without_the_shared_texts_nothing_is_exported(sample_folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    (sample_folder / "site.yaml").write_text("name: One\nname: Two\n", encoding="utf-8")
    office = Office(sample_folder, qtbot)
    office.exporting.export_all()
    office.choose(tmp_path / "out", qtbot)
    assert "Nothing was exported" in office.message(qtbot)
    assert not (tmp_path / "out").exists()
    office.end()


def test_a_text_that_takes_too_long_leaves_only_its_page_out(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    office.editing.edit_field(field_named(PAGE_FIELDS, "intro"), SLOW)
    office.exporting.export_all()
    office.choose(tmp_path / "out", qtbot)
    message = office.message(qtbot, 15_000)
    assert "“Headache & Migraine” was exported to " in message
    assert "“Back, Hip, Knee & Leg Pain”: The introduction takes too long to show." in message
    assert [path.name for path in (tmp_path / "out").glob("*-*.html")] == ["headache-and-migraine.html"]


def test_where_the_rendering_process_does_not_start_it_says_so(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    office.exporting.export_all()
    office.choose(tmp_path / "out", qtbot)
    assert "does not start, or has stopped. Nothing was exported." in office.message(qtbot)
    assert list((tmp_path / "out").iterdir()) == []


def test_closing_does_not_wait_for_an_export(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    office.editing.edit_field(field_named(PAGE_FIELDS, "intro"), SLOW)
    office.exporting.export_all()
    office.choose(tmp_path / "out", qtbot)
    qtbot.waitUntil(office.exporting.progress.isVisible)
    clock = QElapsedTimer()
    clock.start()
    office.end()
    assert clock.elapsed() < 1000


def test_a_page_is_shown_in_the_browser_and_the_file_goes_at_the_end(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # where no program is that opens files for others
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")
    with qtbot.waitSignal(office.exporting.said):
        office.exporting.open_in_browser()
    QDesktopServices.unsetUrlHandler("file")
    (html,) = browser.opened
    assert "Back, Hip, Knee &amp; Leg Pain" in html


def test_the_browser_shows_a_page_with_the_pictures_of_now(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # where no program is that opens files for others
    picture = office.editing.session.folder.root / "images" / "knee.svg"
    picture.parent.mkdir(exist_ok=True)
    office.editing.edit_field(field_named(PAGE_FIELDS, "intro"), "See ![a knee](images/knee.svg).")
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")
    for look in (b"before", b"after"):
        picture.write_bytes(look)
        with qtbot.waitSignal(office.exporting.said):
            office.exporting.open_in_browser()
    QDesktopServices.unsetUrlHandler("file")
    assert browser.pictures == [b"before", b"after"]


def test_an_export_that_takes_its_time_shows_how_far_it_is_and_can_be_stopped(
    office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    office.exporting.export_all()
    office.choose(tmp_path / "out", qtbot)
    office.message(qtbot)
    before = {file.name: file.read_bytes() for file in (tmp_path / "out").glob("*.*")}
    office.editing.edit_field(field_named(PAGE_FIELDS, "intro"), SLOW)
    office.exporting.export_all()
    office.choose(tmp_path / "out", qtbot)
    progress = office.exporting.progress
    qtbot.waitUntil(lambda: progress.isVisible() and progress.findChildren(QLabel)[0].text() == ONE_OF_TWO)
    assert office.exporting.why_not(str) == "An export is under way."
    with qtbot.waitSignal(office.exporting.said) as said:
        QTest.mouseClick(progress.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert said.args == ["The export was stopped. What was exported before is as it was."]
    assert not progress.isVisible()
    assert office.exporting.why_not(str) == ""
    assert {file.name: file.read_bytes() for file in (tmp_path / "out").glob("*.*")} == before


def test_it_begins_in_the_documents_and_then_where_one_exported_last(
    office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    documents().mkdir(parents=True, exist_ok=True)
    office.exporting.export_all()
    dialog = office.dialog(qtbot)
    assert Path(dialog.directory().path()) == documents()
    assert dialog.labelText(QFileDialog.DialogLabel.Accept) == "Export here"
    assert dialog.labelText(QFileDialog.DialogLabel.FileName) == "Folder:"
    office.choose(tmp_path / "out", qtbot)
    office.message(qtbot)
    office.exporting.export_page()
    dialog = office.dialog(qtbot)
    assert Path(dialog.directory().path()) == tmp_path / "out"
    dialog.close()


@pytest.mark.qt_log_ignore("Unable to detect a (web browser|launcher)")
def test_without_a_browser_the_pages_place_can_be_copied(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    office.exporting.open_in_browser()
    qtbot.waitUntil(lambda: bool(office.window.findChildren(QMessageBox)))
    (box,) = office.window.findChildren(QMessageBox)
    assert box.text().startswith("Nothing on this computer could open ")
    assert Path(box.text().removeprefix("Nothing on this computer could open ")).exists()
    box.close()


def test_an_archived_page_is_not_exported_but_still_shown_in_the_browser(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # where no program is that opens files for others
    export, archive = window.commands["export_page"], window.commands["archive_page"]
    assert export.isEnabled()
    archive.trigger()
    assert not export.isEnabled()
    assert "An archived page is never exported. Put it back as a draft first" in export.toolTip()
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")
    try:
        window.commands["browser"].trigger()
        qtbot.waitUntil(lambda: bool(browser.opened), timeout=10_000)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    (html,) = browser.opened
    assert "Back, Hip, Knee" in html
    assert not window.findChildren(QMessageBox)
    archive.trigger()
    assert export.isEnabled()
