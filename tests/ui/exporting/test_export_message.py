"""The message at the end of an export, and what can be done from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.exporting.export_message import ExportMessage
from tests.ui.exporting.export_office import Office, button
from tests.ui.opener import Opener

BROKEN_LOOK = "{% if %}"


def click(box: QWidget, words: str) -> None:
    QTest.mouseClick(button(box, words), Qt.MouseButton.LeftButton)


def words_of_buttons(box: QWidget) -> list[str]:
    return [one.text() for one in box.findChildren(QPushButton)]


def sign_of(box: ExportMessage) -> str:
    (sign,) = [label for label in box.findChildren(QLabel) if not label.pixmap().isNull()]
    return sign.accessibleName()


def export_all(office: Office, to: Path, qtbot: QtBot) -> ExportMessage:
    office.exporting.export_all()
    office.choose(to, qtbot)
    return office.box(qtbot)


def test_it_warns_only_where_something_has_to_be_mended(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    box = export_all(office, tmp_path / "out", qtbot)
    assert (box.warns, sign_of(box)) == (False, "For your information")
    assert words_of_buttons(box) == ["Close", "Open in browser", "Show the folder"]
    box.close()
    broken = office.editing.session.folder.root / "theme" / "page.html"
    broken.parent.mkdir(exist_ok=True)
    broken.write_text(BROKEN_LOOK, encoding="utf-8")
    qtbot.waitUntil(lambda: not office.window.findChildren(ExportMessage))
    box = export_all(office, tmp_path / "out", qtbot)
    assert (box.warns, sign_of(box)) == (True, "Warning")
    assert words_of_buttons(box)[3:] == ["Copy these words"]
    click(box, "Copy these words")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("page.html of the website's own look, line 1: ")
    assert copied in box.text()
    assert "Give the whole folder" not in copied
    assert (box.isVisible(), words_of_buttons(box)[3:]) == (True, ["Copied"])
    box.close()


def test_what_was_exported_is_looked_at_from_it(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # where no program is that opens files for others
    assert not QStandardPaths.findExecutable("xdg-open")
    opener, to = Opener(), tmp_path / "out"
    box = export_all(office, to, qtbot)
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        for words in ("Open in browser", "Show the folder"):
            click(box, words)
        assert box.isVisible()
        box.close()
        qtbot.waitUntil(lambda: not office.window.findChildren(ExportMessage))
        office.exporting.export_page()
        office.choose(tmp_path / "page", qtbot)
        click(office.box(qtbot), "Open in browser")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [to / "index.html", to, tmp_path / "page" / "back-hip-knee-leg-pain.html"]
    office.message(qtbot)


@pytest.mark.qt_log_ignore("Unable to detect a (web browser|launcher)")
def test_where_nothing_opens_the_folder_its_place_is_told(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    box = export_all(office, tmp_path / "out", qtbot)
    click(box, "Show the folder")
    (told,) = office.window.findChildren(QMessageBox)
    assert told.text() == f"Nothing on this computer could open {tmp_path / 'out'}"
    told.close()
    box.close()


def test_a_refused_folder_is_not_remembered_and_another_is_asked_for_at_once(
    office: Office, sample_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    box = export_all(office, sample_folder, qtbot)
    assert box.warns
    assert words_of_buttons(box) == ["Close", "Choose another folder..."]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert office.exporting.exported_to == ""
    office.choose(tmp_path / "out", qtbot)
    assert "2 pages were exported" in office.message(qtbot)
    assert office.exporting.exported_to == str(tmp_path / "out")


def test_a_folder_that_cannot_be_written_is_refused_likewise(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    box = export_all(office, tmp_path / "out", qtbot)
    assert "could not be written" in box.text()
    assert words_of_buttons(box) == ["Close", "Choose another folder..."]
    click(box, "Close")
    assert office.exporting.exported_to == ""


def test_a_taken_name_of_a_file_for_e_mail_is_asked_for_again(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    mail = tmp_path / "mail"
    mail.mkdir()
    (mail / "For St. Vincent.html").write_text("mine", encoding="utf-8")
    office.exporting.export_for_email()
    office.type_into_dialog(str(mail / "For St. Vincent"), qtbot)
    assert words_of_buttons(office.box(qtbot)) == ["Close", "Choose another place..."]
    click(office.box(qtbot), "Choose another place...")
    assert office.exporting.emailed_to == ""
    assert Path(office.dialog(qtbot).directory().path()) == mail
    office.type_into_dialog(str(mail / "Knees.html"), qtbot)
    assert f"is now in {mail / 'Knees.html'}." in office.message(qtbot)
    assert office.exporting.emailed_to == str(mail)


@pytest.mark.parametrize("warns", [False, True])
def test_however_much_it_says_it_fits_on_the_screen_and_is_scrolled(warns: bool, qtbot: QtBot) -> None:
    front = QWidget()
    qtbot.addWidget(front)
    heights = []
    for count in (1, 5, 500):
        message = ExportMessage("\n\n".join(f"Notice {number}." for number in range(count)), front, warns=warns)
        message.open()
        qtbot.waitExposed(message)
        words = message.findChildren(QTextEdit)[0]
        assert (words.verticalScrollBar().maximum() > 0) is (count == 500)
        heights.append(message.height())
        message.close()
    assert heights[0] < heights[1] < heights[2] < front.screen().availableSize().height() * 0.8


def test_a_path_of_any_length_stays_within_it(qtbot: QtBot) -> None:
    front = QWidget()
    qtbot.addWidget(front)
    path = "/" + "folder_without_spaces" * 20
    message = ExportMessage(path, front, warns=False)
    message.open()
    words = message.findChildren(QTextEdit)[0]
    qtbot.waitExposed(message)
    assert words.horizontalScrollBar().maximum() == words.verticalScrollBar().maximum() == 0
    assert message.text() == path
    message.close()
