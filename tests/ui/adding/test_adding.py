"""Adding studies to a page, through the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from tests.ui.adding.review import give_words, review_of, ris, titles


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
