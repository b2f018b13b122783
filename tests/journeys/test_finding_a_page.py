"""Finding a page by an author's name: the study is in sight and chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableView

from editor.ui.forms.text_box import TextBox
from tests.journeys.content_under_git import git
from tests.journeys.driver import Journey, Until
from tests.journeys.hands import CTRL, click, press, quit_program, row_at, type_words
from tests.journeys.in_sight import (
    assert_keyboard_is_in,
    is_in_sight,
    named,
    page_text,
    rows,
    stands,
    the_window,
    view_in_sight,
    words_in_sight,
)
from tests.journeys.sending import send_on

AUTHOR = "van haselen"
"""Of the last study of the page that is not open at first; typed as somebody types who is in a hurry."""
STUDY = "Acupuncture for chronic headache in primary care: large, pragmatic, randomised trial"
NUMBER = "15023828"
"""PubMed's, of another study that is not the first."""


def find_by_author() -> Journey:
    """Type an author's name, see where it is, click on the page."""
    yield from stands()
    assert len(rows("Pages")) == 3
    click(named("Search all pages", QLineEdit))
    type_words(AUTHOR)
    yield from search_is_done()
    (found,) = rows("Pages")
    assert found.startswith("Headache & Migraine, Authors: "), found
    assert "Van Haselen R" in found
    assert the_window().windowTitle().startswith("Back, Hip, Knee & Leg Pain"), "nothing is chosen yet"
    click(*row_at("Pages", "Headache"))
    assert_study_is_chosen(row=4)
    text = yield from page_text()
    assert STUDY in text

    click(named("Search all pages", QLineEdit))
    press(Qt.Key.Key_Escape)
    assert len(rows("Pages")) == 3
    assert_study_is_chosen(row=4)
    quit_program()


def find_with_the_keyboard_alone() -> Journey:
    """Look for the author, with a slip of the finger; Enter goes to the study."""
    yield from stands()
    press(Qt.Key.Key_F, CTRL)
    type_words(AUTHOR)
    yield from search_is_done()
    type_words("n")
    assert rows("Pages") == []
    assert "No page has these words." in words_in_sight(the_window())
    press(Qt.Key.Key_Backspace)
    assert len(rows("Pages")) == 1
    press(Qt.Key.Key_Return)
    assert_study_is_chosen(row=4)
    assert_keyboard_is_in(named("Studies", QTableView))
    press(Qt.Key.Key_Up)
    assert NUMBER not in named("PubMed number", TextBox).text()
    press(Qt.Key.Key_Down)
    assert named("PubMed number", TextBox).text() == NUMBER
    quit_program()


def search_is_done() -> Journey:
    """Wait until all pages have been looked through."""
    finder = the_window().pages.finder
    yield Until(finder.list.model().dataChanged, lambda: not finder.is_looking)


def assert_study_is_chosen(row: int) -> None:
    """The study is chosen in the table, and its card shows the author's name without scrolling."""
    assert the_window().windowTitle().startswith("Headache & Migraine")
    assert view_in_sight() == "Studies (5)"
    table = named("Studies", QTableView)
    assert {index.row() for index in table.selectedIndexes()} == {row}
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
    assert named("Title", TextBox).text() == STUDY
    assert "Van Haselen R" in named("Authors", TextBox).text()
    assert is_in_sight(named("Authors", TextBox))


def test_a_page_is_found_by_an_author(tracked_folder: Path) -> None:
    send_on(find_by_author, tracked_folder)
    send_on(find_with_the_keyboard_alone, tracked_folder)
    assert git(tracked_folder, "status", "--porcelain") == ""
