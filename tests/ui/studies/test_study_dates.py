"""Dates typed into the card and into cells: echoed while one types, put in order when the box is left, asked about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import remove_study
from editor.ui.forms.date_hint import DateHint, language_locale
from editor.ui.forms.text_box import TextBox
from editor.ui.studies.date_strip import DateStrip
from editor.ui.studies.study_cells import CellBox
from tests.ui.records import named, study
from tests.ui.studies.desk import CTRL, SHIFT, Desk

ASKED = "1/4/2018 can be two days. Which one?"
KEPT = "Not understood as a date: the page shows it as typed, “{}”."
Filled = Callable[..., Desk]


@pytest.fixture
def filled(desk: Desk) -> Filled:
    """A desk with a study for each date, the first chosen."""

    def fill(*dates: str) -> Desk:
        studies = tuple(study(f"study {place}", date=text) for place, text in enumerate(dates))
        desk.show(ConditionPage("pain", name="Pain", studies=studies), "study 0")
        return desk

    return fill


def date_box(desk: Desk) -> TextBox:
    return named(desk.view.card, "Date", TextBox)


def type_date(desk: Desk, text: str) -> TextBox:
    """Type over the date in the card."""
    box = date_box(desk)
    box.setFocus()
    box.selectAll()
    desk.type(text)
    return box


def dates(desk: Desk) -> list[str]:
    return [study.date or "" for study in desk.page.study_list]


def told(desk: Desk) -> str:
    """What is said below the box in the card."""
    return desk.view.card.findChildren(DateHint)[0].text()


def strip(desk: Desk) -> DateStrip:
    (found,) = [found for found in desk.table.findChildren(DateStrip) if found.isVisible()]
    return found


def strip_words(desk: Desk) -> str:
    return strip(desk).findChildren(DateHint)[0].text()


def days(within: QApplication | DateStrip | Desk) -> list[QPushButton]:
    widget = within.view.card if isinstance(within, Desk) else within
    return [button for button in widget.findChildren(QPushButton) if button.isVisible()]


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.text() if isinstance(widget, QPushButton) else ""


def test_the_card_echoes_what_the_page_will_show_and_keeps_what_is_typed_until_the_box_is_left(filled: Filled) -> None:
    desk = filled("2018-04-01", "2016")
    assert told(desk) == "On the page: 2018, Apr 1"
    type_date(desk, "Dec 201")
    assert told(desk) == "On the page: Dec 201"
    desk.type("7")
    assert told(desk) == "On the page: 2017, Dec"
    assert dates(desk)[0] == "Dec 2017"
    desk.press(Qt.Key.Key_Tab)
    assert dates(desk) == ["2017-12", "2016"]
    assert date_box(desk).text() == "2017-12"
    assert not date_box(desk).hasFocus()


def test_enter_leaves_the_box_too_and_the_printed_form_stays(filled: Filled) -> None:
    desk = filled("2018, Apr 1")
    type_date(desk, "2 April 2018")
    desk.press(Qt.Key.Key_Return)
    assert dates(desk) == ["2018, Apr 2"]


def test_what_is_not_understood_stays_as_typed_and_is_flagged_after_a_pause(filled: Filled, qtbot: QtBot) -> None:
    desk = filled("")
    type_date(desk, "2018 Jan-Feb")
    assert told(desk) == "On the page: 2018 Jan-Feb"
    qtbot.waitUntil(lambda: told(desk) == KEPT.format("2018 Jan-Feb"))
    desk.press(Qt.Key.Key_Tab)
    assert dates(desk) == ["2018 Jan-Feb"]
    assert told(desk) == KEPT.format("2018 Jan-Feb")
    assert days(desk) == []


@pytest.mark.parametrize("text", ["April 1, 2018", "2018, April 01", "1/4/2018", " 2018"])
def test_a_date_that_is_only_visited_stays_as_it_is(filled: Filled, text: str) -> None:
    desk = filled(text)
    date_box(desk).setFocus()
    desk.press(Qt.Key.Key_Tab)
    desk.open_cell(0, "date")
    desk.press(Qt.Key.Key_Return)
    assert dates(desk) == [text]


def test_the_day_is_chosen_with_keys(filled: Filled) -> None:
    desk = filled("")
    box = type_date(desk, "1/4/2018")
    desk.press(Qt.Key.Key_Tab)
    assert told(desk) == ASKED
    assert focused() == "1 April 2018"
    assert dates(desk) == ["1/4/2018"]
    desk.press(Qt.Key.Key_Tab)
    assert focused() == "4 January 2018"
    desk.press(Qt.Key.Key_Return)
    assert dates(desk) == ["2018-01-04"]
    assert told(desk) == "On the page: 2018, Jan 4"
    assert box.hasFocus()
    assert days(desk) == []


def test_the_day_is_chosen_with_the_mouse_in_the_order_of_the_websites_language(filled: Filled) -> None:
    desk = filled("1/4/2018")
    assert [button.text() for button in days(desk)] == ["1 April 2018", "4 January 2018"]
    desk.view.setLocale(language_locale("en-US"))
    assert [button.text() for button in days(desk)] == ["4 January 2018", "1 April 2018"]
    QTest.mouseClick(days(desk)[1], Qt.MouseButton.LeftButton)
    assert dates(desk) == ["2018-04-01"]


@pytest.mark.parametrize(
    ("language", "is_american"), [("en-US", True), ("en_us", True), ("en", False), ("", False), ("en-AU", False)]
)
def test_only_american_english_has_the_month_first(language: str, is_american: bool) -> None:
    assert (language_locale(language).territory() == QLocale.Country.UnitedStates) == is_american


def test_a_study_that_may_not_be_changed_asks_nothing(filled: Filled) -> None:
    desk = filled("2016")
    page = ConditionPage("pain", name="Pain", studies=(study("other", date="1/4/2018"),))
    desk.show(page, "other", editable=False)
    assert told(desk) == ASKED
    assert days(desk) == []


def test_a_cell_has_its_echo_below_it_and_the_card_follows(filled: Filled) -> None:
    desk = filled("2018, Apr 1", "")
    desk.click(1, "date")
    desk.type("1 April 201")
    assert told(desk) == strip_words(desk) == "On the page: 1 April 201"
    desk.type("8")
    assert told(desk) == strip_words(desk) == "On the page: 2018, Apr 1"
    box = desk.open_box()
    assert strip(desk).geometry().top() == box.geometry().bottom() + 1
    assert dates(desk) == ["2018, Apr 1", "1 April 2018"]
    desk.press(Qt.Key.Key_Return)
    assert dates(desk) == ["2018, Apr 1", "2018-04-01"]
    assert not [found for found in desk.table.findChildren(DateStrip) if found.isVisible()]


def test_a_cell_near_the_lower_edge_has_its_echo_above_it(filled: Filled) -> None:
    desk = filled(*["2016"] * 30)
    last = 29
    desk.table.scrollToBottom()
    box = desk.open_cell(last, "date")
    assert strip(desk).geometry().bottom() < box.geometry().top()


def test_in_a_low_table_the_question_stands_beside_the_cell(filled: Filled) -> None:
    desk = filled("", "")
    desk.view.resize(700, 700)
    desk.view.split.shares = [110, 590]
    desk.click(0, "date")
    desk.type("1/4/2018")
    desk.press(Qt.Key.Key_Tab)
    box, shown = desk.open_box(), strip(desk)
    assert desk.table.viewport().rect().contains(shown.geometry())
    assert not shown.geometry().intersects(box.geometry())
    assert all(button.visibleRegion().boundingRect() == button.rect() for button in days(shown))


def test_leaving_a_cell_by_a_click_puts_the_date_in_order(filled: Filled) -> None:
    desk = filled("2018, Apr 1", "")
    desk.click(1, "date")
    desk.type("Dec 2017")
    desk.click(0, "title")
    assert dates(desk) == ["2018, Apr 1", "2017-12"]


def test_escape_in_a_cell_brings_back_the_date(filled: Filled) -> None:
    desk = filled("2018, April 01")
    desk.open_cell(0, "date")
    desk.press(Qt.Key.Key_A, CTRL)
    desk.type("Dec 2017")
    desk.press(Qt.Key.Key_Escape)
    assert dates(desk) == ["2018, April 01"]


def test_tab_leads_from_a_cell_to_the_question_and_on(filled: Filled) -> None:
    desk = filled("", "")
    desk.click(0, "date")
    desk.type("1/4/2018")
    box = desk.open_box()
    desk.press(Qt.Key.Key_Tab)
    assert strip_words(desk) == ASKED
    assert focused() == "1 April 2018"
    desk.press(Qt.Key.Key_Escape)
    assert box.hasFocus()
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Backtab, SHIFT)
    assert box.hasFocus()
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Space)
    assert box.hasFocus()
    assert dates(desk) == ["2018-04-01", ""]
    desk.press(Qt.Key.Key_Return)
    assert desk.table.hasFocus()


def test_a_click_on_a_day_below_a_cell_leaves_the_cell_open(filled: Filled, qtbot: QtBot) -> None:
    desk = filled("", "")
    desk.click(0, "date")
    desk.type("1/4/2018")
    qtbot.waitUntil(lambda: strip_words(desk) == ASKED)
    QTest.mouseClick(days(strip(desk))[1], Qt.MouseButton.LeftButton)
    assert dates(desk) == ["2018-01-04", ""]
    assert isinstance(QApplication.focusWidget(), CellBox)


def test_where_the_question_goes_by_itself_the_keyboard_stays_at_the_cell(filled: Filled) -> None:
    desk = filled("", "")
    before = desk.page
    desk.click(0, "date")
    desk.type("1/4/2018")
    box = desk.open_box()
    desk.press(Qt.Key.Key_Tab)
    desk.show(before, *desk.keys)  # as by undo
    assert box.hasFocus()
    desk.type("1/4/2018")
    desk.press(Qt.Key.Key_Tab)
    assert focused() == "1 April 2018"
    desk.show(remove_study(desk.page, "study 1"), *desk.keys)
    assert desk.table.hasFocus()


def test_the_question_below_a_cell_may_be_left_open(filled: Filled) -> None:
    desk = filled("", "")
    desk.click(0, "date")
    desk.type("1/4/2018")
    desk.press(Qt.Key.Key_Tab)
    desk.click(1, "title")
    assert dates(desk) == ["1/4/2018", ""]
    assert not [found for found in desk.table.findChildren(DateStrip) if found.isVisible()]
    assert desk.keys == ("study 1",)


def test_cells_with_dates_that_are_not_understood_are_flagged_and_say_why(filled: Filled) -> None:
    desk = filled("2016", "1/4/2018", "2018 Jan-Feb", "", "April 1, 2018")
    column, model = desk.column("date"), desk.table.model()
    icons = [model.index(row, column).data(Qt.ItemDataRole.DecorationRole) for row in range(5)]
    assert [icon is not None for icon in icons] == [False, True, True, False, False]
    described = [model.index(row, column).data(Qt.ItemDataRole.AccessibleDescriptionRole) for row in range(5)]
    assert described == [None, ASKED, KEPT.format("2018 Jan-Feb"), None, None]
    at = desk.cell(1, "date")
    viewport = desk.table.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    assert ASKED in QToolTip.text()
    QToolTip.hideText()
