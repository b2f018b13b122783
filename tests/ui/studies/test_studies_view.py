"""The studies of a page as a whole: buttons, table and card together."""

from __future__ import annotations

import functools
import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QToolButton

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import add_study, move_study, remove_study
from editor.ui.forms.choice_box import ChoiceBox
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.studies.study_columns import COLUMNS
from editor.ui.studies.study_table import StudyTable
from tests.ui.records import named, page_of, study
from tests.ui.studies.desk import CTRL, SHIFT, Desk


def test_a_click_on_a_row_shows_its_card(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    desk.click(2, "date")
    assert desk.keys == ("c",)
    assert desk.text_in_card() == "c"


def test_the_arrow_keys_go_through_the_studies(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    desk.table.setFocus()
    desk.press(Qt.Key.Key_Down)
    assert desk.text_in_card() == "b"


def test_a_button_pressed_with_the_mouse_leaves_the_keyboard_on_the_study(desk: Desk) -> None:
    desk.show(page_of("abcd"), "a")
    desk.table.setFocus()
    for button in desk.view.findChildren(QToolButton):
        if button.isVisible() and button.menu() is None:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            assert desk.table.hasFocus()


def test_what_is_typed_in_the_card_is_in_the_table(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    QTest.keyClicks(named(desk.view.card, "Journal", TextBox), "BMJ")
    assert desk.shown(1, "journal") == "BMJ"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("title", "Title"),
        ("journal", "Journal"),
        ("publisher", "Publisher"),
        ("date", "Date"),
        ("summary", "Summary"),
        ("authors", "Authors"),
        ("url", "Link"),
        ("doi", "DOI"),
        ("pmid", "PubMed number"),
        ("note", "Note for staff"),
    ],
)
def test_cell_and_card_agree_to_the_letter_at_once(desk: Desk, name: str, label: str) -> None:
    desk.table.shown_columns = (name,)
    desk.show(page_of("abc"), "b")
    desk.open_cell(1, name)
    for letter in "Zq w":
        desk.type(letter)
        assert desk.text_in_card(label).rstrip() == desk.shown(1, name)
    box = named(desk.view.card, label, TextBox)
    box.setFocus()
    QTest.keyClicks(box, "x")
    assert desk.shown(1, name) == box.text()


def test_the_kind_of_study_reads_the_same_in_cell_and_card(desk: Desk) -> None:
    desk.table.shown_columns = ("study_type",)
    desk.show(page_of("abc"), "b")
    card = named(desk.view.card, "Kind of study", ChoiceBox)
    for text in ("cohort", "case-series"):
        desk.edit("b", COLUMNS[desk.column("study_type")], text)
        assert desk.shown(1, "study_type") == card.currentText()
    desk.open_cell(1, "study_type")
    desk.press(Qt.Key.Key_Up)
    assert desk.shown(1, "study_type") == card.currentText() == "Guideline"


@pytest.mark.parametrize(
    "change",
    [
        functools.partial(move_study, key="b", place=2),
        functools.partial(remove_study, key="a"),
        functools.partial(add_study, study=study("x"), place=0),
    ],
)
def test_the_chosen_study_stays_chosen_wherever_it_goes(desk: Desk, change: functools.partial[ConditionPage]) -> None:
    desk.show(page_of("abc"), "b")
    desk.show(change(desk.page), "b")
    assert desk.table.choice.keys == ("b",)
    assert desk.keys == ("b",)


def test_when_the_chosen_study_goes_the_given_one_is_chosen(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    desk.show(page_of("ac"), "c")
    assert (desk.table.choice.keys, desk.keys, desk.text_in_card()) == (("c",), ("c",), "c")


def test_no_other_study_is_chosen_on_the_way(desk: Desk) -> None:
    desk.show(page_of("abcd"), "b")
    told: list[tuple[str, ...]] = []
    desk.view.chosen.connect(told.append)
    desk.show(page_of("acd"), "d")
    desk.show(page_of("xyz"), "y")
    desk.show(page_of("yxazb"), "x", "y", "b")
    desk.show(page_of("bxy"), "y")
    assert [keys for keys, _ in itertools.groupby(told)] == [("d",), ("y",), ("x", "y", "b"), ("y",)]


def test_another_page_shows_its_own_chosen_study(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    desk.show(page_of("xyz"), "y")
    assert (desk.table.choice.keys, desk.keys, desk.text_in_card()) == (("y",), ("y",), "y")


def test_a_page_without_studies_offers_the_first_step(desk: Desk) -> None:
    desk.show(ConditionPage("pain"))
    offered = [button for button in desk.view.findChildren(QToolButton) if button.text() == "Add study"]
    assert len([button for button in offered if button.isVisible()]) == 2
    assert not desk.table.isVisible()
    desk.show(page_of("a"), "a")
    assert desk.table.isVisible()


def test_a_double_click_on_delete_deletes_one_study(desk: Desk) -> None:
    desk.show(page_of("abcd"), "a")
    (button,) = [found for found in desk.view.findChildren(QToolButton) if found.text() == "Delete"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)  # the second press alone
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert desk.titles == ["b", "c", "d"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.titles == ["c", "d"]


def test_the_buttons_wrap_where_the_middle_is_narrow(desk: Desk) -> None:
    assert desk.view.minimumSizeHint().width() <= 320
    desk.view.hide()
    for _ in range(2):
        desk.view.offer(desk.actions, ["add_study", "delete_study"], [])  # so that there are six buttons
    desk.view.show()
    desk.show(page_of("abcd"), "a")
    desk.view.resize(220, 700)
    (add, *_), (*_, delete) = (
        [found for found in desk.view.findChildren(QToolButton) if found.text() == text and found.isVisible()]
        for text in ("Add study", "Delete")
    )
    assert delete.y() > add.geometry().bottom()
    assert desk.table.mapTo(desk.view, QPoint(0, 0)).y() > delete.geometry().bottom()


def test_where_it_is_wide_and_low_the_search_stands_beside_the_buttons_and_five_studies_are_in_sight(
    desk: Desk,
) -> None:
    desk.show(page_of("abcdefgh"), "a")
    desk.view.adding.hide()
    (delete,) = [found for found in desk.view.findChildren(QToolButton) if found.text() == "Delete"]
    for width, height, is_beside, least in ((700, 400, True, 5), (260, 400, False, 0), (700, 900, True, 10)):
        desk.view.resize(width, height)
        beside = desk.view.filter.mapTo(desk.view, QPoint(0, 0)).y()
        assert (beside == delete.y()) is is_beside
        rows = desk.table.viewport().height() // desk.table.rowHeight(0)
        assert rows >= least
        desk.view.filter.show_found("words", 3, 8)
        assert desk.view.filter.mapTo(desk.view, QPoint(0, 0)).y() == beside
        desk.view.filter.show_found("", 8, 8)
    assert desk.view.split.sizes()[0] < desk.view.split.sizes()[1]


def test_tab_goes_from_the_buttons_through_the_table_to_the_card(
    window: MainWindow,
) -> None:
    window.show_studies()
    names = []
    for _ in range(9):
        place = QApplication.focusWidget()
        assert place is not None
        names.append(place.accessibleName())
        QTest.keyClick(place, Qt.Key.Key_Backtab, SHIFT | CTRL if isinstance(place, StudyTable) else SHIFT)
    assert names == [
        "Studies",
        "Columns of the table",
        "Find in these studies",
        "Move study down",
        "Delete study",
        "Duplicate study",
        "Add study",
        "Add studies from a file",
        "Add studies: paste a link, DOI, PubMed number or citation",
    ]
    tabs = QApplication.focusWidget()
    assert isinstance(tabs, QTabBar)
    window.show_studies()
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_Tab, CTRL)
    assert named(window.view.studies.card, "Title", TextBox).hasFocus()
