"""The table of studies and the card below it."""

from __future__ import annotations

import functools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.content.fields import Field
from editor.content.page_changes import add_study, move_study, put_study, remove_study
from editor.ui.forms.text_box import TextBox
from editor.ui.studies.studies_view import StudiesView
from tests.ui.records import named, page_of, stand, study


class Desk:
    """Keeps a page and the chosen study, as the session and the window do."""

    def __init__(self, view: StudiesView) -> None:
        self.view = view
        self.page, self.key = ConditionPage("pain"), ""
        view.edited.connect(self.edit)
        view.chosen.connect(self.choose)

    def show(self, page: ConditionPage, key: str) -> None:
        self.page, self.key = page, key
        self.view.show_page(page, key, editable=True)

    def edit(self, key: str, field: Field, text: str) -> None:
        found = self.page.study(key)
        assert found is not None
        self.show(put_study(self.page, field.set_text(found, text)), self.key)

    def choose(self, key: str) -> None:
        if key != self.key:
            self.show(self.page, key)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    view = StudiesView()
    view.resize(600, 700)
    view.offer([QAction("Add study", view), QAction("Delete", view)])
    stand(qtbot, view)
    return Desk(view)


def card_title(desk: Desk) -> str:
    return named(desk.view, "Title", TextBox).text()


def cell(desk: Desk, row: int, column: int) -> QPoint:
    return desk.view.table.visualRect(desk.view.table.model().index(row, column)).center()


def open_cell(desk: Desk, row: int, column: int) -> QLineEdit:
    click = functools.partial(QTest.mouseClick, desk.view.table.viewport(), Qt.MouseButton.LeftButton)
    click(Qt.KeyboardModifier.NoModifier, cell(desk, row, column))
    QTest.mouseDClick(
        desk.view.table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        cell(desk, row, column),
    )
    (box,) = desk.view.table.findChildren(QLineEdit)
    return box


def test_a_click_on_a_row_shows_its_card(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    QTest.mouseClick(
        desk.view.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell(desk, 2, 0)
    )
    assert desk.key == "c"
    assert card_title(desk) == "c"


def test_the_arrow_keys_go_through_the_studies(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    desk.view.table.setFocus()
    QTest.keyClick(desk.view.table, Qt.Key.Key_Down)
    assert card_title(desk) == "b"


def test_each_letter_typed_in_a_cell_is_in_the_card_at_once(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    box = open_cell(desk, 1, 1)
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClicks(box, "xy")
    assert card_title(desk) == "bxy"
    QTest.keyClick(box, Qt.Key.Key_Left)
    QTest.keyClicks(box, "zw")
    assert card_title(desk) == "bxzwy"


def test_escape_brings_back_what_a_cell_said(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    box = open_cell(desk, 1, 1)
    QTest.keyClicks(box, "xy")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert desk.page == page_of("abc")


def test_a_cell_that_was_closed_keeps_what_was_typed(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    box = open_cell(desk, 1, 1)
    QTest.keyClicks(box, "xy")
    desk.view.table.close_cell()
    assert desk.view.table.hasFocus()
    QTest.keyClick(desk.view.table, Qt.Key.Key_Escape)
    assert card_title(desk) == "xy"


def test_a_study_that_moves_stays_in_sight(desk: Desk) -> None:
    table, page = desk.view.table, page_of("".join(chr(ord("A") + number) for number in range(40)))
    last = page.study_list[-1].key
    desk.show(page, page.study_list[0].key)
    desk.show(page, last)
    for place in reversed(range(39)):
        desk.show(move_study(desk.page, last, place), last)
        assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))


def test_a_button_pressed_with_the_mouse_leaves_the_keyboard_on_the_study(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    desk.view.table.setFocus()
    for button in desk.view.findChildren(QToolButton):
        if button.isVisible():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            assert desk.view.table.hasFocus()


def test_what_is_typed_in_the_card_is_in_the_table(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    QTest.keyClicks(named(desk.view.card, "Journal", TextBox), "BMJ")
    assert desk.view.table.model().index(1, 2).data() == "BMJ"


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
    assert desk.view.table.chosen_key == "b"
    assert desk.key == "b"


def test_when_the_chosen_study_goes_the_given_one_is_chosen(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    desk.show(page_of("ac"), "c")
    assert (desk.view.table.chosen_key, desk.key, card_title(desk)) == ("c", "c", "c")


def test_no_other_study_is_chosen_on_the_way(desk: Desk) -> None:
    desk.show(page_of("abcd"), "b")
    told: list[str] = []
    desk.view.chosen.connect(told.append)
    desk.show(page_of("acd"), "d")
    desk.show(page_of("xyz"), "y")
    assert told == ["d", "y"]


def test_another_page_shows_its_own_chosen_study(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    desk.show(page_of("xyz"), "y")
    assert (desk.view.table.chosen_key, desk.key, card_title(desk)) == ("y", "y", "y")


def test_a_page_without_studies_offers_the_first_step(desk: Desk) -> None:
    desk.view.show_page(ConditionPage("pain"), None, editable=True)
    offered = [button for button in desk.view.findChildren(QToolButton) if button.text() == "Add study"]
    assert len([button for button in offered if button.isVisible()]) == 2
    assert not desk.view.table.isVisible()
    desk.show(page_of("a"), "a")
    assert desk.view.table.isVisible()
