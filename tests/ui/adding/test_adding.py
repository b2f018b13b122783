"""Adding studies to a page, through the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from editor.ui.adding.review_box import ReviewBox
from editor.ui.main_window import MainWindow
from tests.ui.adding.review import click_tick, drop, give_words, of_files, review_of, ris, titles


def test_pasted_references_are_shown_added_in_one_step_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    window.show_studies()
    before = window.editing.page
    give_words(window, ris(("Needles at dawn", "2019", "10.5555/dawn"), ("Needles at dusk", "2020", "")), qtbot)
    review = review_of(window, qtbot)
    assert window.editing.page is before
    assert review.add.text() == "Add 2 studies"
    qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
    assert titles(window)[:2] == ["Needles at dawn", "Needles at dusk"]
    assert {study.title for study in window.editing.studies} == {"Needles at dawn", "Needles at dusk"}
    assert window.editing.session.history.next_undo.label == f"add 2 studies in {before.name}"
    window.commands["undo"].trigger()
    assert window.editing.page == before
    assert not window.session.unsaved_places


def test_a_file_dropped_on_the_table_is_reviewed_with_what_could_not_be_read(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.show_studies()
    file = tmp_path / "found.ris"
    file.write_text(ris(("Needles at noon", "2020", "10.5555/noon")) + "\nTY  - JOUR\nTI  - Cut off")
    assert drop(of_files(file), window.view.studies.table.viewport())
    review = review_of(window, qtbot)
    assert review.add.text() == "Add 2 studies"
    told = next(box for box in review.findChildren(QPlainTextEdit) if box.accessibleName().startswith("Not read"))
    assert "from line 9, has no end" in told.toPlainText()
    qtbot.keyClick(review, Qt.Key.Key_Escape)
    assert "Needles at noon" not in titles(window)
    assert not window.session.unsaved_places


def test_only_ticked_fields_of_a_study_that_is_there_change(window: MainWindow, qtbot: QtBot) -> None:
    window.show_studies()
    page = window.editing.page
    assert page is not None
    first = page.study_list[0]
    coming = ris((first.title or "", "2018", first.doi or "")).replace("Invented Journal", "Another Journal")
    give_words(window, coming, qtbot)
    review = review_of(window, qtbot)
    assert not review.add.isEnabled()
    fields = review.fields.model
    row = next(row for row in range(fields.rowCount()) if fields.pair(row).field.name == "journal")
    assert fields.pair(row).comes == "Another Journal"
    click_tick(review.fields.table, fields.index(row, 0), qtbot)
    assert review.add.text() == "Update 1 study"
    qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
    assert window.editing.page is not None
    assert window.editing.page.study_list[0] == replace(first, journal="Another Journal")
    assert window.editing.page.study_list[1:] == page.study_list[1:]


def test_references_pasted_into_the_table_are_reviewed_and_a_doi_waits_for_a_click(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_studies()
    table = window.view.studies.table
    QApplication.clipboard().setText(ris(("Needles at night", "2020", "")))
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    review = review_of(window, qtbot)
    assert review.add.text() == "Add 1 study"
    qtbot.keyClick(review, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ReviewBox))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    table.setFocus()
    QApplication.clipboard().setText("https://doi.org/10.5555/knees")
    before = window.editing.page
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    box = window.view.studies.adding
    assert box.line.text() == "https://doi.org/10.5555/knees"
    assert box.line.hasFocus()
    assert "Press Enter" in box.hint
    assert window.editing.page is before


def test_words_too_few_to_be_found_by_are_told_so_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.show_studies()
    give_words(window, "back pain", qtbot)
    box = window.view.studies.adding
    qtbot.waitUntil(lambda: not box.is_working)
    assert "too little" in box.hint
    qtbot.keyClicks(box.line, "x")
    assert box.hint == ""
