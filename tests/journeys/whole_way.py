"""The journeys that the tests send the program on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView

from editor.ui.forms.text_box import TextBox
from tests.journeys.driver import (
    CTRL,
    SHIFT,
    Journey,
    Until,
    button,
    click,
    double_click_cell,
    go_to_view,
    named,
    page_text,
    press,
    stands,
    the_window,
    type_words,
)

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
    assert text.count(JOURNAL) == 2  # above the title and below it
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

    press(Qt.Key.Key_S, CTRL)
    yield Until(the_window().saving.ended, nothing_is_unsaved)
    assert named("Is my work safe?", QLabel).text().startswith("Saved ")
    press(Qt.Key.Key_Q, CTRL)


def look_again() -> Journey:
    """Find everything as it was saved."""
    yield from stands()
    text = yield from page_text()
    assert WORD in text
    assert TITLE in text
    assert text.count(JOURNAL) == 2
    assert nothing_is_unsaved()
    press(Qt.Key.Key_Q, CTRL)


def leave_without_saving() -> Journey:
    """Change a word and close: the program asks once, and stays or goes as it is told."""
    yield from stands()
    click(named("Name", TextBox))
    type_words("x")
    press(Qt.Key.Key_Q, CTRL)
    click(button("Keep editing"))
    yield from page_text()
    assert not nothing_is_unsaved()
    press(Qt.Key.Key_Q, CTRL)
    click(button("Don't save"))


def leave_with_saving() -> Journey:
    """Change a word and close: what is kept on the way out is saved."""
    yield from stands()
    click(named("Introduction", TextBox))
    press(Qt.Key.Key_Home, CTRL)
    type_words("Sudden ")
    press(Qt.Key.Key_Q, CTRL)
    click(button("Save all"))


def nothing_is_unsaved() -> bool:
    """Whether the files hold what is in the window."""
    return not the_window().session.unsaved_places


JOURNEYS = {
    journey.__name__: journey for journey in (edit_and_save, look_again, leave_without_saving, leave_with_saving)
}
