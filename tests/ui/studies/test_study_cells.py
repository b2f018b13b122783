"""Editing in the cells of the table of studies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import put_study, remove_study
from editor.ui.forms.choice_box import ChoiceBox
from editor.ui.studies.study_cells import CellBox
from editor.ui.studies.study_columns import COLUMNS
from tests.ui.records import page_of, study
from tests.ui.studies.desk import SHIFT, Desk

ALT = Qt.KeyboardModifier.AltModifier
LONG = "We compared two groups of patients over twelve weeks; both improved, one more than the other. " * 8


def compose(widget: QWidget, composed: str, committed: str = "") -> None:
    """What an input method sends while a word is composed, and when it is chosen."""
    event = QInputMethodEvent(composed, [])
    event.setCommitString(committed)
    QApplication.sendEvent(widget, event)


def test_each_letter_typed_in_a_cell_is_in_the_card_at_once(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    desk.open_cell(1)
    desk.type("xy")
    assert desk.text_in_card() == "bxy"
    desk.press(Qt.Key.Key_Left)
    desk.type("zw")
    assert desk.text_in_card() == "bxzwy"


def test_escape_brings_back_what_a_cell_said(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    desk.open_cell(1)
    desk.type("xy")
    desk.press(Qt.Key.Key_Escape)
    assert desk.page == page_of("abc")
    assert desk.table.hasFocus()


def test_escape_after_a_save_brings_back_what_was_saved(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    desk.open_cell(1)
    desk.type("xy")
    desk.table.keep_cell()
    desk.type("z")
    assert desk.text_in_card() == "bxyz"
    desk.press(Qt.Key.Key_Escape)
    assert desk.text_in_card() == "bxy"


@pytest.mark.parametrize("typed", ["", "xy"])
def test_escape_leaves_what_a_colleague_wrote_into_an_open_cell(desk: Desk, typed: str) -> None:
    desk.show(page_of("abc"), "a")
    desk.open_cell(1)
    desk.show(put_study(desk.page, replace(desk.page.study_list[1], title="theirs")), *desk.keys)
    desk.type(typed)
    desk.press(Qt.Key.Key_Escape)
    assert desk.titles == ["a", "theirs", "c"]


def test_typing_goes_on_where_a_row_that_went_has_closed_the_cell(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    desk.open_cell(1)
    QTest.mouseRelease(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=desk.cell(1))
    desk.type("xy")
    desk.show(remove_study(desk.page, desk.page.study_list[0].key), "b")
    desk.type("z w")
    assert desk.titles == ["bxyz w", "c"]


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_opens_a_cell_and_enter_closes_it(desk: Desk, key: Qt.Key) -> None:
    desk.show(page_of("abc"), "b")
    desk.click(1)
    desk.press(key)
    assert desk.open_box().hasFocus()
    desk.type("x")
    desk.press(Qt.Key.Key_Return)
    assert desk.table.hasFocus()
    assert desk.titles == ["a", "bx", "c"]
    assert desk.table.indexWidget(desk.table.currentIndex()) is None


def test_a_letter_typed_on_a_cell_takes_the_place_of_what_it_says(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    desk.click(1)
    desk.type("xy")
    assert desk.titles == ["a", "xy", "c"]
    desk.press(Qt.Key.Key_Escape)
    assert desk.titles == ["a", "b", "c"]


def test_a_blank_alone_opens_no_cell(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    desk.click(1)
    desk.press(Qt.Key.Key_Space)
    assert desk.table.hasFocus()
    assert desk.titles == ["a", "b", "c"]
    assert desk.keys == ("b",)


def test_a_word_composed_on_a_cell_takes_the_place_of_what_it_says(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    desk.click(1)
    compose(desk.table, "zhen")
    box = desk.open_box()
    compose(box, "zhen jiu")
    compose(box, "", "針灸")
    assert desk.titles == ["a", "針灸", "c"]
    assert desk.text_in_card() == "針灸"


def test_tab_ends_a_cell_and_what_is_typed_next_takes_the_place_of_what_the_next_one_says(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    desk.open_cell(1)
    desk.press(Qt.Key.Key_Tab)
    desk.type("BMJ")
    desk.press(Qt.Key.Key_Backtab, SHIFT)
    desk.type("x")
    assert (desk.shown(1, "journal"), desk.shown(1, "title")) == ("BMJ", "x")


@pytest.mark.parametrize("name", ["title", "summary"])
def test_another_key_with_enter_begins_a_line_where_a_text_has_lines(desk: Desk, name: str) -> None:
    desk.table.shown_columns = ("summary",)
    desk.show(page_of("abc"), "b")
    desk.table.scrollTo(desk.table.model().index(1, desk.column(name)))
    desk.open_cell(1, name)
    desk.type("x")
    desk.press(Qt.Key.Key_Return, ALT)
    if name == "summary":
        desk.type("y")
        assert desk.text_in_card("Summary") == "x\n\ny"
    assert desk.titles == ["a", "b" if name == "summary" else "bx", "c"]


@pytest.mark.parametrize("row", [0, 5, 39])
def test_the_box_of_a_summary_is_large_enough_and_within_the_table(desk: Desk, row: int) -> None:
    desk.table.shown_columns = ("summary",)
    studies = tuple(study(f"s{number}", summary=LONG) for number in range(40))
    desk.show(ConditionPage("pain", studies=studies), f"s{row}")
    index = desk.table.model().index(row, desk.column("summary"))
    desk.table.scrollTo(index)
    box = desk.open_cell(row, "summary")
    viewport = desk.table.viewport()
    assert box.width() >= 400
    assert box.height() >= 5 * box.fontMetrics().lineSpacing()
    assert viewport.rect().contains(box.geometry())
    desk.type("and so on, and so on. " * 12)
    assert viewport.rect().contains(box.geometry())


def test_the_box_of_a_title_grows_with_it(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    box = desk.open_cell(1)
    height = box.height()
    desk.type("a long title " * 10)
    assert box.height() > height
    assert desk.table.viewport().rect().contains(box.geometry())


def test_no_word_is_lost_between_cell_and_card(desk: Desk) -> None:
    """Spaces at the ends, line ends and rare characters are edited as written, whatever a cell shows."""
    odd = "  A\u00a0trial\u2028of\n針灸 \U0002000b "
    desk.show(ConditionPage("pain", studies=(study(odd),)), odd)
    desk.open_cell(0)
    desk.type("x")
    assert desk.titles == [odd + "x"]
    desk.press(Qt.Key.Key_Backspace)
    desk.press(Qt.Key.Key_Return)
    assert desk.titles == [odd]


def test_what_changes_elsewhere_is_seen_in_an_open_cell(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    box = desk.open_cell(1)
    assert isinstance(box, CellBox)
    desk.edit("b", COLUMNS[desk.column("title")], "undone")
    assert box.text() == "undone"


def test_a_kind_of_study_that_is_only_looked_at_stays_as_it_is_written(desk: Desk) -> None:
    page = ConditionPage("pain", name="Pain", studies=(study("a", study_type=" cohort "), study("b")))
    desk.show(page, "a")
    desk.table.shown_columns = ("study_type",)
    desk.open_cell(0, "study_type")
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Return)
    assert desk.page == page


def test_a_kind_of_study_is_chosen_in_its_cell(desk: Desk) -> None:
    desk.table.shown_columns = ("study_type",)
    desk.show(page_of("abc"), "b")
    desk.table.scrollTo(desk.table.model().index(1, desk.column("study_type")))
    box = desk.open_cell(1, "study_type")
    assert isinstance(box, ChoiceBox)
    desk.press(Qt.Key.Key_Down)
    assert desk.shown(1, "study_type") == "Systematic review"
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.study_list[1].study_type in ("", None)
    assert desk.shown(1, "study_type") == ""


def test_every_box_of_a_cell_has_a_name(desk: Desk) -> None:
    desk.table.shown_columns = ("authors", "study_type")
    desk.show(page_of("abc"), "b")
    for name, label in (("date", "Date"), ("authors", "Authors"), ("study_type", "Kind of study")):
        desk.table.scrollTo(desk.table.model().index(1, desk.column(name)))
        box = desk.open_cell(1, name)
        assert box.accessibleName() == label
        assert box.accessibleDescription()


def tip_at(desk: Desk, at: QPoint) -> str:
    event = QHelpEvent(QEvent.Type.ToolTip, at, desk.table.viewport().mapToGlobal(at))
    QApplication.sendEvent(desk.table.viewport(), event)
    return QToolTip.text()


def test_a_tip_shows_what_a_cell_has_no_room_for_as_it_is(desk: Desk, qtbot: QtBot) -> None:
    long = "<b>No mark-up</b> " * 10
    desk.show(ConditionPage("pain", studies=(study(long), study("short"))), "short")
    for nothing_to_say in (desk.cell(1), desk.table.viewport().rect().bottomRight()):
        assert "&lt;b&gt;No mark-up" in tip_at(desk, desk.cell(0))
        tip_at(desk, nothing_to_say)
        qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_click_elsewhere_closes_a_cell(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    desk.open_cell(1)
    desk.type("x")
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, desk.cell(2).y()))
    assert desk.titles == ["a", "bx", "c"]
    assert desk.keys == ("c",)
    assert desk.table.indexWidget(desk.table.model().index(1, desk.column("title"))) is None
