"""Columns of the table of studies, hidden, moved and sized with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.ui.studies.study_columns import COLUMNS, MAIN_COLUMNS
from editor.ui.studies.study_header import StudyHeader
from editor.ui.studies.study_table import StudyTable
from tests.ui.records import page_of
from tests.ui.studies.desk import Desk

_LEFT = Qt.MouseButton.LeftButton


def columns_from_left(desk: Desk) -> list[str]:
    return [COLUMNS[column].name for column in desk.table.header.visual_columns()]


def middle_of(desk: Desk, name: str) -> QPoint:
    header, column = desk.table.header, desk.column(name)
    return QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2)


def right_edge_of(desk: Desk, name: str) -> QPoint:
    header, column = desk.table.header, desk.column(name)
    return QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) - 1, header.height() // 2)


def drag(over: QWidget, start: QPoint, end: QPoint) -> None:
    """Drag the mouse, with stops on the way as a hand has them."""
    QTest.mousePress(over, _LEFT, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(over, start + (end - start) * step / 4)
    QTest.mouseRelease(over, _LEFT, pos=end)


def width_of(desk: Desk, name: str) -> int:
    return desk.table.header.sectionSize(desk.column(name))


def test_a_heading_is_dragged_elsewhere_and_sorts_nothing(desk: Desk) -> None:
    told: list[str] = []
    desk.show(page_of("abc"), "a")
    header = desk.table.header
    header.sort_wanted.connect(told.append)
    drag(header.viewport(), middle_of(desk, "journal"), middle_of(desk, "date") - QPoint(20, 0))
    assert columns_from_left(desk) == ["journal", "date", "title"]
    assert header.column_order[:3] == ("journal", "date", "title")
    assert told == []
    QTest.mouseClick(header.viewport(), _LEFT, pos=middle_of(desk, "date"))
    assert told == ["date"]
    assert desk.table.cells.grid().columns == (desk.column("title"),)


def test_a_column_that_is_sized_keeps_its_width_and_titles_take_the_rest(desk: Desk) -> None:
    header = desk.table.header
    edge = right_edge_of(desk, "date")
    before = width_of(desk, "date")
    drag(header.viewport(), edge, edge + QPoint(40, 0))
    assert width_of(desk, "date") == before + 40
    assert header.length() == desk.table.viewport().width()
    assert header.column_widths == (("date", before + 40),)
    edge = right_edge_of(desk, "title")
    drag(header.viewport(), edge, edge - QPoint(60, 0))
    assert dict(header.column_widths)["title"] == width_of(desk, "title")
    assert header.length() == desk.table.viewport().width() - 60
    desk.view.resize(800, 700)
    assert dict(header.column_widths)["title"] == width_of(desk, "title")


def test_a_double_click_on_an_edge_fits_the_column_to_what_it_says(desk: Desk) -> None:
    desk.show(page_of(["a", "b " * 30, "c " * 300]), "a")
    header = desk.table.header
    widths = []
    for _ in range(2):
        edge = right_edge_of(desk, "title")
        QTest.mouseClick(header.viewport(), _LEFT, pos=edge)
        QTest.mouseDClick(header.viewport(), _LEFT, pos=edge)
        widths.append(width_of(desk, "title"))
        assert dict(header.column_widths)["title"] == widths[-1]
        desk.show(page_of(["a", "b " * 30]), "a")
    assert widths[0] == 80 * header.fontMetrics().averageCharWidth()
    assert 200 < widths[1] < widths[0]


def test_all_but_titles_can_be_hidden_and_all_stands_as_at_first_again(desk: Desk) -> None:
    header = desk.table.header
    usual = [width_of(desk, name) for name in MAIN_COLUMNS]
    for action in header.menu.actions():
        if action.isCheckable() and action.isChecked():
            action.trigger()
    assert columns_from_left(desk) == ["title"]
    header.column_order = ("title", "doi")
    header.column_widths = (("date", 300), ("unknown", 50))
    desk.table.shown_columns = ("doi",)
    assert columns_from_left(desk) == ["title", "doi", "date", "journal"]
    assert width_of(desk, "date") == 300
    (reset,) = [action for action in header.menu.actions() if action.text() == "Show columns as at first"]
    reset.trigger()
    assert columns_from_left(desk) == list(MAIN_COLUMNS)
    assert [width_of(desk, name) for name in MAIN_COLUMNS] == usual
    assert (header.column_order, header.column_widths) == ((), ())


def test_what_is_remembered_of_columns_that_are_not_there_is_left_out(desk: Desk) -> None:
    header: StudyHeader = desk.table.header
    header.column_order = ("gone", "journal", "journal")
    assert columns_from_left(desk) == ["journal", "date", "title"]
    header.column_widths = (("gone", 100), ("journal", -5), ("date", 0))
    assert header.column_widths == ()


def test_columns_fit_beside_a_scroll_bar_that_is_there_from_the_start(qtbot: QtBot) -> None:
    table = StudyTable()
    qtbot.addWidget(table)
    table.show_studies(page_of("abcdefgh").study_list, ("a",), editable=True)
    table.resize(700, 120)
    with qtbot.waitExposed(table):
        table.show()
    assert table.verticalScrollBar().isVisible()
    qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible())
    assert table.header.length() == table.viewport().width()
