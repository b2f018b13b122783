"""The table of studies: rows, columns and keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import move_study, shift_studies
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.studies.study_columns import COLUMNS, FURTHER_COLUMNS, MAIN_COLUMNS
from tests.ui.records import page_of, study
from tests.ui.studies.desk import CTRL, NO_KEY, SHIFT, Desk


def page_of_many(count: int = 40) -> ConditionPage:
    return ConditionPage("pain", studies=tuple(study(f"s{number}") for number in range(count)))


def in_sight(desk: Desk) -> bool:
    table = desk.table
    return table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


# Choosing


def test_several_studies_are_chosen_with_shift_and_ctrl(desk: Desk) -> None:
    desk.show(page_of("abcdef"), "a")
    desk.click(1)
    desk.click(3, keys=SHIFT)
    assert desk.keys == ("b", "c", "d")
    desk.click(5, keys=CTRL)
    assert desk.keys == ("f", "b", "c", "d")
    assert desk.text_in_card() == "f"
    desk.click(0)
    assert desk.keys == ("a",)


def test_keys_choose_several_studies(desk: Desk) -> None:
    desk.show(page_of("abcdef"), "a")
    desk.click(1)
    desk.press(Qt.Key.Key_Down, SHIFT)
    desk.press(Qt.Key.Key_Down, SHIFT)
    assert desk.keys == ("b", "c", "d")
    desk.press(Qt.Key.Key_Up, SHIFT)
    assert desk.keys == ("b", "c")
    desk.press(Qt.Key.Key_A, CTRL)
    assert sorted(desk.keys) == list("abcdef")
    assert desk.keys[0] == "b"
    desk.press(Qt.Key.Key_Down)
    assert desk.keys == ("c",)


@pytest.mark.parametrize(("key", "chosen"), [(Qt.Key.Key_End, "f"), (Qt.Key.Key_Home, "a"), (Qt.Key.Key_Down, "f")])
def test_ctrl_and_a_key_go_to_a_study_and_choose_it(desk: Desk, key: Qt.Key, chosen: str) -> None:
    desk.show(page_of("abcdef"), "c")
    desk.click(2)
    desk.press(key, CTRL)
    assert desk.keys[0] == chosen
    assert desk.table.currentIndex().row() == "abcdef".index(chosen)


def test_a_study_taken_out_with_ctrl_gives_the_card_to_the_nearest_chosen_one(desk: Desk) -> None:
    desk.show(page_of("abcdef"), "a", "b", "c")
    desk.click_number(0, keys=CTRL)
    assert sorted(desk.keys) == ["b", "c"]
    assert desk.text_in_card() in "bc"
    for row in (1, 2):
        desk.click_number(row, keys=CTRL)
    assert len(desk.keys) == 1
    assert desk.table.choice.keys == desk.keys


@pytest.mark.parametrize("keys", [NO_KEY, CTRL, SHIFT, CTRL | SHIFT])
def test_what_the_program_chooses_is_chosen_alone_whatever_keys_are_held_down(
    desk: Desk, keys: Qt.KeyboardModifier
) -> None:
    desk.show(page_of("abcdef"), "a")
    desk.table.setFocus()
    QTest.keyPress(desk.table, Qt.Key.Key_Control, keys)
    desk.show(desk.page, "d")
    assert desk.table.choice.keys == ("d",)
    QTest.keyRelease(desk.table, Qt.Key.Key_Control)
    desk.press(Qt.Key.Key_Down, SHIFT)
    assert desk.keys == ("d", "e")


def test_a_study_that_moves_stays_in_sight(desk: Desk) -> None:
    page = page_of_many()
    desk.show(page, "s0")
    desk.show(page, "s39")
    for place in reversed(range(39)):
        desk.show(move_study(desk.page, "s39", place), "s39")
        assert in_sight(desk)


def test_studies_that_move_together_stay_chosen_and_in_sight(desk: Desk) -> None:
    desk.show(page_of_many(), "s3", "s2", "s5")
    for _ in range(36):
        desk.show(shift_studies(desk.page, set(desk.keys), 1), *desk.keys)
        assert desk.table.choice.keys == ("s3", "s2", "s5")
        assert in_sight(desk)


def test_the_column_stays_when_rows_come_and_go(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    desk.click(1, "journal")
    desk.show(page_of("bca"), "b")
    assert desk.table.currentIndex().column() == desk.column("journal")


def test_chosen_cells_go_with_their_row(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    desk.click(1, "date")
    desk.click(1, "title", keys=SHIFT)
    desk.show(move_study(desk.page, "b", 2), "b")
    assert desk.table.cells.grid().cells == {(2, desk.column("date")), (2, desk.column("title"))}
    assert desk.keys == ("b",)


def test_whole_rows_stay_whole_when_the_next_one_takes_their_place_and_not_on_another_page(desk: Desk) -> None:
    desk.show(page_of("abc"), "b")
    desk.click_number(1)
    desk.show(page_of("ac"), "c")
    assert desk.table.cells.are_rows
    desk.show(page_of("xyz"), "y")
    assert not desk.table.cells.are_rows
    assert desk.table.choice.keys == ("y",)


def test_a_screen_reader_hears_the_field_with_each_cell(desk: Desk) -> None:
    desk.show(ConditionPage("pain", studies=(study("a", date="2017-12"),)), "a")
    said = [
        str(desk.table.model().index(0, desk.column(name)).data(Qt.ItemDataRole.AccessibleTextRole))
        for name in ("date", "title")
    ]
    assert said == ["Date: 2017, Dec", "Title: a"]


def test_ctrl_and_tab_leave_the_table_in_which_tab_goes_from_cell_to_cell(desk: Desk) -> None:
    desk.show(page_of("abc"), "a")
    desk.table.setFocus()
    desk.press(Qt.Key.Key_Tab)
    assert desk.table.hasFocus()
    assert desk.table.currentIndex().column() == desk.column("journal")
    desk.press(Qt.Key.Key_Tab, CTRL)
    assert desk.view.card.isAncestorOf(QApplication.focusWidget())
    desk.press(Qt.Key.Key_Tab, SHIFT)
    assert desk.table.hasFocus()
    desk.press(Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert not desk.table.hasFocus()
    assert not desk.view.card.isAncestorOf(QApplication.focusWidget())


# Columns


def shown_columns(desk: Desk) -> list[str]:
    return [field.name for column, field in enumerate(COLUMNS) if not desk.table.isColumnHidden(column)]


def test_the_main_columns_are_shown_and_others_on_request(desk: Desk) -> None:
    told: list[tuple[str, ...]] = []
    desk.table.columns_changed.connect(lambda: told.append(desk.table.shown_columns))
    assert shown_columns(desk) == ["date", "title", "journal"]
    desk.table.shown_columns = ("note", "doi", "unknown")
    assert desk.table.shown_columns == ("date", "title", "journal", "doi", "note")
    assert shown_columns(desk) == list(desk.table.shown_columns)
    desk.table.shown_columns = ("doi", "note")
    desk.table.shown_columns = ()
    assert told == [("date", "title", "journal", "doi", "note"), MAIN_COLUMNS]


def choose_in(menu: QMenu, words: str) -> None:
    (action,) = [action for action in menu.actions() if action.text() == words]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, NO_KEY, menu.actionGeometry(action).center())


def test_the_menu_of_columns_shows_and_hides_them_and_stays_open_meanwhile(desk: Desk, qtbot: QtBot) -> None:
    desk.show(page_of("abc"), "a")
    menu, header, at = desk.table.header.menu, desk.table.horizontalHeader().viewport(), QPoint(20, 10)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, header.mapToGlobal(at))
    QApplication.sendEvent(header, event)
    qtbot.waitUntil(menu.isVisible)
    choose_in(menu, "Authors")
    assert shown_columns(desk) == [*MAIN_COLUMNS, "authors"]
    choose_in(menu, "Journal")
    choose_in(menu, "Authors")
    assert shown_columns(desk) == ["date", "title"]
    assert menu.isVisible()
    choose_in(menu, "Show columns as at first")
    assert shown_columns(desk) == list(MAIN_COLUMNS)
    assert not menu.isVisible()


def test_a_hidden_column_gives_the_current_cell_to_the_title(desk: Desk) -> None:
    desk.table.shown_columns = ("authors",)
    desk.show(page_of("abc"), "b")
    desk.click(1, "authors")
    desk.table.shown_columns = ()
    assert desk.table.currentIndex().column() == desk.column("title")
    assert desk.keys == ("b",)


def test_headings_are_not_cut_off(desk: Desk) -> None:
    desk.table.shown_columns = FURTHER_COLUMNS
    header = desk.table.horizontalHeader()
    for column in range(len(COLUMNS)):
        assert header.sectionSize(column) >= header.sectionSizeHint(column)
    assert header.height() >= 28


def test_titles_have_the_room_that_is_left(desk: Desk) -> None:
    header = desk.table.horizontalHeader()
    assert header.length() == desk.table.viewport().width()
    desk.view.resize(900, 700)
    assert header.length() == desk.table.viewport().width()
    desk.table.shown_columns = ("summary", "authors")
    assert header.length() > desk.table.viewport().width()
    assert header.sectionSize(desk.column("title")) > 150


@pytest.mark.parametrize(("name", "lines"), [("summary", 2), ("note", 2), ("authors", 1), ("url", 1)])
def test_rows_are_two_lines_high_where_long_texts_are_shown(desk: Desk, name: str, lines: int) -> None:
    desk.show(page_of("abc"), "a")
    desk.table.shown_columns = (name,)
    line = desk.table.fontMetrics().lineSpacing()
    assert desk.table.rowHeight(0) == max(lines * line + 10 * (lines - 1), LEAST_HEIGHT)
    desk.table.shown_columns = ()
    assert desk.table.rowHeight(0) == LEAST_HEIGHT


@pytest.mark.parametrize("words", ["all of it ", "針灸治療腰椎間盤突出症"])
def test_a_long_summary_fills_two_lines_and_ends_with_an_ellipsis(desk: Desk, words: str) -> None:
    """Seen in the pixels: where the second line ends there are only the dots, low above its foot."""
    desk.table.shown_columns = ("summary",)
    desk.table.setAlternatingRowColors(False)
    desk.view.resize(900, 700)
    desk.show(ConditionPage("pain", studies=(replace(study("a"), summary=words * 100), study("b"))), "b")
    cell = desk.table.viewport().grab(desk.table.visualRect(desk.table.model().index(0, desk.column("summary"))))
    picture = cell.toImage()
    height = picture.height()
    middle = height // 2
    for rows in (range(2, height // 4), range(middle + height // 4, height - 2)):  # where a single line has no ink
        assert max(x for x, _ in _ink(picture, rows)) > picture.width() * 0.85
    second = _ink(picture, range(middle, height - 2))
    foot = max(y for _, y in second)
    end = max(x for x, _ in second)
    assert all(y > middle + (foot - middle) // 3 for x, y in second if x > end - 6)


def _ink(picture: QImage, rows: range) -> list[tuple[int, int]]:
    places = [(x, y) for x in range(picture.width()) for y in rows]
    return [(x, y) for x, y in places if picture.pixelColor(x, y).lightness() < 128]


# What a cell says


def test_a_study_without_a_title_stands_out_and_one_without_a_journal_does_not(desk: Desk) -> None:
    desk.show(ConditionPage("pain", studies=(study("a"), study(" "))), "a")
    assert desk.shown(1, "title") == "No title yet"
    font = desk.table.model().index(1, desk.column("title")).data(Qt.ItemDataRole.FontRole)
    assert font.italic()
    assert desk.shown(1, "journal") == ""
    assert desk.table.model().index(0, desk.column("title")).data(Qt.ItemDataRole.FontRole) is None


def test_a_summary_shows_its_words_on_one_line_without_marks(desk: Desk) -> None:
    summary = "We found **less\npain**.\n\nSee [the trial](https://example.org)."
    desk.show(ConditionPage("pain", studies=(replace(study("a"), summary=summary, note="2 * 3"),)), "a")
    assert desk.shown(0, "summary") == "We found less pain. See the trial."
    assert desk.shown(0, "note") == "2 * 3"


# Menu and keys


def test_the_menu_of_a_row_has_every_action_with_its_key(desk: Desk, qtbot: QtBot) -> None:
    desk.show(page_of("abc"), "a")
    desk.table.setFocus()
    at = QPoint(0, 0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, desk.table.mapToGlobal(at))
    QApplication.sendEvent(desk.table.viewport(), event)
    menu = desk.table.row_menu
    qtbot.waitUntil(menu.isVisible)
    assert [(action.text(), action.shortcut().toString()) for action in menu.actions()] == [
        ("Add study", ""),
        ("", ""),
        ("Delete", "Del"),
    ]
    menu.close()


def test_delete_deletes_in_the_table_and_not_in_a_box(desk: Desk) -> None:
    desk.show(page_of("abcd"), "b")
    desk.view.edit_title()
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Delete)
    assert desk.titles == ["a", "", "c", "d"]
    desk.table.setFocus()
    desk.press(Qt.Key.Key_Delete)
    assert desk.titles == ["a", "c", "d"]


def test_a_page_that_may_not_be_changed_opens_no_cell(desk: Desk) -> None:
    desk.show(page_of("abc"), "b", editable=False)
    desk.table.setFocus()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_X):
        desk.press(key)
        assert desk.table.indexWidget(desk.table.currentIndex()) is None
