from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from editor.content.fields import STUDY_FIELDS, field_named
from editor.paths import documents
from editor.ui.exporting.study_export import StudyExport
from editor.ui.exporting.study_export_box import StudyExportBox
from tests.ui.exporting.export_office import HEAD, Office, button, names

NAME = "Studies of Back, Hip, Knee & Leg Pain.csv"


@pytest.fixture
def export(office: Office) -> Iterator[StudyExport]:
    export = StudyExport(office.editing, office.window)
    yield export
    export.close()


def lines(file: Path) -> list[str]:
    return file.read_bytes().decode("utf-8-sig").split("\r\n")


def question(office: Office) -> StudyExportBox:
    (box,) = office.window.findChildren(StudyExportBox)
    return box


def ask(export: StudyExport, office: Office, qtbot: QtBot, *choices: str) -> None:
    """Export with these choices, each named by how its words begin; the others as they are proposed."""
    export.ask()
    box = question(office)
    assert isinstance(proposed := box.focusWidget(), QRadioButton)
    assert proposed.isChecked()
    for words in choices:
        (choice,) = [one for one in box.findChildren(QRadioButton) if one.text().startswith(words)]
        QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(8, choice.height() // 2))
        assert choice.isChecked()
    QTest.mouseClick(button(box, "Choose where..."), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not office.window.findChildren(StudyExportBox))


def test_the_studies_of_a_page_are_exported_as_they_are_in_the_window(
    export: StudyExport, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    page = office.editing.page
    assert page is not None
    study = page.study_list[0]
    office.editing.edit_study(study.key, field_named(STUDY_FIELDS, "title"), "=针灸")
    documents().mkdir(parents=True, exist_ok=True)
    ask(export, office, qtbot)
    assert office.dialog(qtbot).selectedFiles() == [str(documents() / NAME)]
    office.type_into_dialog(str(tmp_path / "Knees"), qtbot)
    message = office.message(qtbot)
    file = tmp_path / "Knees.csv"
    assert f"{len(page.study_list)} studies are now in {file}." in message
    assert "with changes that are not saved yet" in message
    assert "an apostrophe stands before it" in message
    assert [name for name in names(tmp_path) if name.startswith((".", "Knees"))] == ["Knees.csv"]
    assert lines(file)[0].startswith('"Journal","Publisher","Date","Title"')
    assert ',"\'=针灸",' in lines(file)[1]


def test_all_studies_come_with_the_names_of_their_pages(
    export: StudyExport, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    office.editing.session.edit_page("status", HEAD, lambda page: replace(page, status="draft"))
    session = office.editing.session
    pages = [page for place in session.page_places if (page := session.page(place)) is not None]
    total = sum(len(page.study_list) for page in pages)
    ask(export, office, qtbot, f"All {total} studies of all pages")
    office.type_into_dialog(str(tmp_path / "All.csv"), qtbot)
    message = office.message(qtbot)
    text = (tmp_path / "All.csv").read_text(encoding="utf-8-sig")
    assert f"{total} studies are now in" in message
    for page in pages:
        assert text.count(f'\n"{page.name}",') == len(page.study_list)


def test_the_chosen_studies_go_into_a_file_for_reference_managers_each_once(
    export: StudyExport, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    page = office.editing.page
    assert page is not None
    first, second = page.study_list[:2]
    office.editing.change_studies("copy", lambda page: replace(page, studies=(*page.study_list, first.duplicate())))
    assert office.editing.page is not None
    copy = office.editing.page.study_list[-1]
    office.editing.choose_studies((first.key, second.key, copy.key))
    ask(export, office, qtbot, "The 3 chosen studies", "References (CSL-JSON)")
    office.type_into_dialog(str(tmp_path / "two"), qtbot)
    message = office.message(qtbot)
    assert "2 studies are now in" in message
    assert "A study that stands on several pages is in it once." in message
    assert "Excel" not in message
    items = json.loads((tmp_path / "two.json").read_bytes())
    assert [item["title"] for item in items] == [first.title, second.title]


@pytest.mark.parametrize(
    ("kind", "ending", "beginning"),
    [("References (RIS)", ".ris", "\ufeffTY  - JOUR\r\n"), ("References (BibTeX)", ".bib", "@article{")],
)
def test_a_kind_of_file_is_proposed_again_once_it_was_chosen(
    export: StudyExport, office: Office, tmp_path: Path, qtbot: QtBot, kind: str, ending: str, beginning: str
) -> None:
    ask(export, office, qtbot, kind)
    office.type_into_dialog(str(tmp_path / "knees"), qtbot)
    assert "7 studies are now in" in office.message(qtbot)
    assert (tmp_path / f"knees{ending}").read_bytes().decode().startswith(beginning)
    export.ask()
    proposed = [one.text() for one in question(office).findChildren(QRadioButton) if one.isChecked()]
    assert proposed == ["All 7 studies of this page", kind]
    question(office).reject()
    qtbot.waitUntil(lambda: not office.window.findChildren(StudyExportBox))


def test_no_file_goes_among_the_pages_and_another_place_is_asked_for(
    export: StudyExport, office: Office, sample_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    before = names(sample_folder)
    ask(export, office, qtbot)
    office.type_into_dialog(str(sample_folder / NAME), qtbot)
    box = office.box(qtbot)
    assert box.warns
    assert "Nothing was exported" in box.text()
    box.accept()
    office.type_into_dialog(str(tmp_path / NAME), qtbot)
    qtbot.waitUntil((tmp_path / NAME).exists)
    assert "are now in" in office.message(qtbot)
    assert names(sample_folder) == before


def test_it_says_why_there_is_nothing_to_export(export: StudyExport, office: Office) -> None:
    assert export.why_not(str) == ""
    assert export.why_not(lambda: "Wait.") == "Wait."
    for place in office.editing.session.page_places:
        office.editing.session.edit_page("none", place, lambda page: replace(page, studies=()))
    assert export.why_not(str) == "There are no studies yet."
