from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.content.fields import STUDY_FIELDS, field_named
from editor.paths import documents
from editor.ui.exporting.study_export import StudyExport
from tests.ui.exporting.export_office import HEAD, Office, names

NAME = "Studies of Back, Hip, Knee & Leg Pain.csv"


@pytest.fixture
def export(office: Office) -> Iterator[StudyExport]:
    export = StudyExport(office.editing, office.window)
    yield export
    export.close()


def lines(file: Path) -> list[str]:
    return file.read_bytes().decode("utf-8-sig").split("\r\n")


def test_the_studies_of_a_page_are_exported_as_they_are_in_the_window(
    export: StudyExport, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    page = office.editing.page
    assert page is not None
    study = page.study_list[0]
    office.editing.edit_study(study.key, field_named(STUDY_FIELDS, "title"), "=针灸")
    documents().mkdir(parents=True, exist_ok=True)
    export.export_page()
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
    export.export_all()
    office.type_into_dialog(str(tmp_path / "All.csv"), qtbot)
    message = office.message(qtbot)
    text = (tmp_path / "All.csv").read_text(encoding="utf-8-sig")
    session = office.editing.session
    pages = [page for place in session.page_places if (page := session.page(place)) is not None]
    assert f"{sum(len(page.study_list) for page in pages)} studies are now in" in message
    for page in pages:
        assert text.count(f'\n"{page.name}",') == len(page.study_list)


def test_no_file_goes_among_the_pages_and_another_place_is_asked_for(
    export: StudyExport, office: Office, sample_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    before = names(sample_folder)
    export.export_page()
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
    assert export.why_not_page(str) == export.why_not_all(str) == ""
    office.editing.change_studies("none", lambda page: replace(page, studies=()))
    assert export.why_not_page(str) == "This page has no studies yet."
    assert export.why_not_page(lambda: "Choose a page first.") == "Choose a page first."
    for place in office.editing.session.page_places:
        office.editing.session.edit_page("none", place, lambda page: replace(page, studies=()))
    assert export.why_not_all(str) == "There are no studies yet."
