from __future__ import annotations

import functools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from editor.content.fields import PAGE_FIELDS, field_named
from editor.paths import documents
from tests.ui.exporting.export_office import Office, button, names

NAME = "Back, Hip, Knee & Leg Pain.html"


def replace_answer(text: str) -> None:
    """Answer the dialog's own question before it replaces a file; it waits for that."""
    question = QApplication.activeModalWidget()
    assert isinstance(question, QMessageBox)
    assert NAME in question.text()
    QTest.mouseClick(button(question, text), Qt.MouseButton.LeftButton)


def test_a_page_is_exported_as_one_file_that_can_be_sent(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    images = office.editing.session.folder.root / "images"
    images.mkdir(exist_ok=True)
    (images / "knee.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    office.editing.edit_field(field_named(PAGE_FIELDS, "intro"), "See ![a knee](images/knee.svg).")
    (tmp_path / "mail").mkdir()
    office.exporting.export_for_email()
    office.type_into_dialog(str(tmp_path / "mail" / "Knees.html"), qtbot)
    file = tmp_path / "mail" / "Knees.html"
    assert f"“Back, Hip, Knee & Leg Pain” is now in {file}." in office.message(qtbot)
    assert names(tmp_path / "mail") == ["Knees.html"]
    html = file.read_text(encoding="utf-8")
    assert '<img alt="a knee" src="data:image/svg+xml;base64,' in html
    assert "<style>" in html


def test_it_is_called_like_the_page_and_lies_apart_from_the_website(
    office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    website = tmp_path / "website"
    website.mkdir()
    documents().mkdir(parents=True, exist_ok=True)
    office.exporting.export_page()
    office.choose(website, qtbot)
    office.message(qtbot)
    before = {file.name: file.read_bytes() for file in website.glob("*.html")}
    office.exporting.export_for_email()
    dialog = office.dialog(qtbot)
    assert Path(dialog.directory().path()) == documents()
    assert dialog.findChildren(QLineEdit)[0].text() == NAME
    assert dialog.labelText(QFileDialog.DialogLabel.Accept) == "Export"
    QTest.keyClick(dialog.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    office.message(qtbot)
    assert names(documents()) == [NAME]
    assert {file.name: file.read_bytes() for file in website.glob("*.html")} == before
    assert (office.exporting.exported_to, office.exporting.emailed_to) == (str(website), str(documents()))


@pytest.mark.parametrize(("answer", "is_replaced"), [("No", False), ("Yes", True)])
def test_a_file_that_is_there_is_replaced_only_when_asked_for(
    answer: str, is_replaced: bool, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / NAME
    file.write_text("Mine", encoding="utf-8")
    office.exporting.emailed_to = str(tmp_path)
    office.exporting.export_for_email()
    name = office.dialog(qtbot).findChildren(QLineEdit)[0]
    QTimer.singleShot(0, functools.partial(replace_answer, answer))
    QTest.keyClick(name, Qt.Key.Key_Return)
    if is_replaced:
        office.message(qtbot)
    else:
        assert office.dialog(qtbot).isVisible()
        office.dialog(qtbot).close()
    assert (file.read_text(encoding="utf-8") != "Mine") is is_replaced
    assert [one for one in names(tmp_path) if one.startswith(".")] == []


def test_a_name_without_its_ending_gets_it_and_replaces_nothing(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    for _ in range(2):
        office.exporting.export_for_email()
        office.type_into_dialog(str(tmp_path / "For St. Vincent"), qtbot)
        message = office.message(qtbot)
    file = tmp_path / "For St. Vincent.html"
    assert message == f"There is a file {file} already. Nothing was exported. Choose another name, or type this one."
    assert "Back, Hip, Knee" in file.read_text(encoding="utf-8")


def test_no_file_goes_among_the_pages(office: Office, sample_folder: Path, qtbot: QtBot) -> None:
    before = names(sample_folder)
    office.exporting.export_for_email()
    office.type_into_dialog(str(sample_folder / NAME), qtbot)
    assert "Nothing was exported" in office.message(qtbot)
    assert names(sample_folder) == before
