"""From a word to the file and back: edit, undo, save, close; and closing with and without saving."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from editor.ui.forms.text_box import TextBox
from tests.journeys.content_under_git import INTRO_LINE, changed_lines, git
from tests.journeys.driver import Journey
from tests.journeys.hands import (
    CTRL,
    SHIFT,
    button,
    click,
    double_click_cell,
    go_to_view,
    press,
    quit_program,
    save,
    type_words,
)
from tests.journeys.in_sight import named, nothing_is_unsaved, page_text, stands, the_window
from tests.journeys.sending import send_on

CHANGED_PAGE = " M conditions/back-hip-knee-leg-pain.yaml\n"
WORD_BEFORE, WORD = "Pain in the back", "Aches in the back"
JOURNAL = "Chinese Medicine"
TITLE = "A study that the journey adds"


def edit_and_save() -> Journey:
    """Change a word, a cell and the list of studies, see each in the preview, undo and redo it all, save, close."""
    yield from stands()
    before = yield from page_text()
    assert WORD_BEFORE in before
    click(named("Introduction", TextBox))
    press(Qt.Key.Key_Home, CTRL)
    press(Qt.Key.Key_Right, CTRL | SHIFT)
    type_words("Aches ")
    text = yield from page_text()
    assert WORD in text
    assert WORD_BEFORE not in text

    go_to_view("Studies (7)")
    assert JOURNAL not in text
    double_click_cell(2, 2)
    press(Qt.Key.Key_A, CTRL)
    type_words(JOURNAL)
    press(Qt.Key.Key_Return)
    text = yield from page_text()
    assert text.count(JOURNAL) == 1  # it has no publisher, with which it would stand again below the title
    press(Qt.Key.Key_Up)  # Enter went on to the study below
    assert named("Journal", TextBox).text() == JOURNAL

    click(button("Add study"))
    type_words(TITLE)
    after = yield from page_text()
    assert TITLE in after
    assert named("Studies", QTableView).model().rowCount() == 8

    for _ in range(4):  # title, new study, cell, word
        press(Qt.Key.Key_Z, CTRL)
    text = yield from page_text()
    assert text == before
    assert not the_window().isWindowModified()
    for _ in range(4):
        press(Qt.Key.Key_Z, CTRL | SHIFT)
    text = yield from page_text()
    assert text == after
    assert the_window().isWindowModified()

    yield from save()
    quit_program()


def look_again() -> Journey:
    """Find everything as it was saved."""
    yield from stands()
    text = yield from page_text()
    assert WORD in text
    assert TITLE in text
    assert text.count(JOURNAL) == 1
    assert nothing_is_unsaved()
    quit_program()


def leave_without_saving() -> Journey:
    """Change a word and close: the program asks once, and stays or goes as it is told."""
    yield from stands()
    click(named("Name", TextBox))
    type_words("x")
    quit_program()
    click(button("Keep editing"))
    yield from page_text()
    assert not nothing_is_unsaved()
    quit_program()
    click(button("Don't save"))


def leave_with_saving() -> Journey:
    """Change a word and close: what is kept on the way out is saved."""
    yield from stands()
    click(named("Introduction", TextBox))
    press(Qt.Key.Key_Home, CTRL)
    type_words("Sudden ")
    quit_program()
    click(button("Save all"))


def test_what_was_changed_and_saved_is_there_again_and_no_other_line_changed(tracked_folder: Path) -> None:
    send_on(edit_and_save, tracked_folder)
    assert changed_lines(tracked_folder) == [
        f"-{INTRO_LINE}",
        f"+{INTRO_LINE.replace('Pain', 'Aches')}",
        f"+- title: '{TITLE}'",
        "+",
        "-- journal: 'Forschende Komplementärmedizin'",
        "+- journal: 'Chinese Medicine'",
    ]
    assert git(tracked_folder, "status", "--porcelain") == CHANGED_PAGE
    send_on(look_again, tracked_folder)
    assert git(tracked_folder, "status", "--porcelain") == CHANGED_PAGE


def test_closing_asks_once_and_leaves_the_files_alone_where_told_so(tracked_folder: Path) -> None:
    send_on(leave_without_saving, tracked_folder)
    assert git(tracked_folder, "status", "--porcelain") == ""


def test_closing_saves_where_told_so(tracked_folder: Path) -> None:
    send_on(leave_with_saving, tracked_folder)
    assert changed_lines(tracked_folder) == [f"-{INTRO_LINE}", f"+{INTRO_LINE.replace('Pain', 'Sudden Pain')}"]
