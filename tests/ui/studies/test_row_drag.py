"""Rows dragged by their numbers, through the window with the real mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor.content.page_changes import add_studies, remove_study
from editor.content.study import Study
from editor.session import file_of, follow
from editor.ui.main_window import MainWindow
from tests.ui.records import named, study
from tests.ui.window import CTRL, SHIFT

_LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def studies(window: MainWindow) -> tuple[Study, ...]:
    assert window.editing.page is not None
    return window.editing.page.study_list


def numbers(window: MainWindow) -> QWidget:
    return window.view.studies.table.verticalHeader().viewport()


def at(window: MainWindow, row: int, share: float = 0.5) -> QPoint:
    """A place on a row's number, so far down."""
    header = window.view.studies.table.verticalHeader()
    return QPoint(8, header.sectionViewportPosition(row) + int(header.sectionSize(row) * share))


def click(window: MainWindow, row: int, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.mouseClick(numbers(window), _LEFT, keys, at(window, row))


def hold(window: MainWindow, row: int, *places: QPoint) -> None:
    """Press a number and take it along these places."""
    QTest.mousePress(numbers(window), _LEFT, pos=at(window, row))
    for place in (at(window, row) + QPoint(0, 2), *places):
        QTest.mouseMove(numbers(window), place)


def drop(window: MainWindow, place: QPoint) -> None:
    QTest.mouseRelease(numbers(window), _LEFT, pos=place)


def line_of(window: MainWindow) -> QWidget | None:
    """The line that shows where the rows would land."""
    lines = [
        child for child in window.view.studies.table.viewport().children() if type(child).__name__ == "_LandingLine"
    ]
    return next((line for line in lines if isinstance(line, QWidget) and line.isVisible()), None)


def keys_of(window: MainWindow) -> list[str]:
    return [one.key for one in studies(window)]


def test_a_chosen_row_is_dragged_to_where_the_line_shows_in_one_step(window: MainWindow) -> None:
    window.show_studies()
    before, table = studies(window), window.view.studies.table
    click(window, 1)
    hold(window, 1, at(window, 4, 0.8))
    line = line_of(window)
    assert line is not None
    assert line.geometry().center().y() == table.rowViewportPosition(5)
    assert QGuiApplication.overrideCursor().shape() == Qt.CursorShape.ClosedHandCursor
    drop(window, at(window, 4, 0.8))
    assert studies(window) == (before[0], *before[2:5], before[1], *before[5:])
    assert line_of(window) is None
    assert QGuiApplication.overrideCursor() is None
    assert table.choice.keys == (before[1].key,)
    assert table.cells.are_rows
    step = window.session.history.next_undo
    assert step is not None
    assert step.label == "move study in Back, Hip, Knee & Leg Pain"
    QTest.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert studies(window) == before
    assert window.session.unsaved_places == ()


def test_a_row_is_dragged_also_where_it_was_clicked_just_before(window: MainWindow) -> None:
    window.show_studies()
    before = studies(window)
    click(window, 1)
    place, kind = QPointF(at(window, 1)), QEvent.Type.MouseButtonDblClick  # the system's word for the second press
    QApplication.sendEvent(
        numbers(window), QMouseEvent(kind, place, numbers(window).mapToGlobal(place), _LEFT, _LEFT, NO_KEY)
    )
    QTest.mouseMove(numbers(window), at(window, 1) + QPoint(0, 2))
    QTest.mouseMove(numbers(window), at(window, 4, 0.8))
    drop(window, at(window, 4, 0.8))
    assert studies(window) == (before[0], *before[2:5], before[1], *before[5:])


def test_several_rows_move_together_also_to_the_end(window: MainWindow, qtbot: QtBot) -> None:
    window.show_studies()
    before, bar = studies(window), window.view.studies.table.verticalScrollBar()
    click(window, 0)
    click(window, 2, CTRL)
    below = QPoint(8, 10 * window.height())  # however high the table is by then
    hold(window, 2, at(window, 4), below)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())  # in a low window the last rows come into sight first
    drop(window, below)
    assert studies(window) == (before[1], *before[3:], before[0], before[2])
    hold(window, 6, at(window, 0, 0.2))
    qtbot.waitUntil(lambda: bar.value() == 0)
    drop(window, at(window, 0, 0.2))
    assert studies(window) == (before[0], before[2], before[1], *before[3:])


def test_escape_leaves_the_rows_where_they_are(window: MainWindow) -> None:
    window.show_studies()
    before, table = studies(window), window.view.studies.table
    click(window, 1)
    hold(window, 1, at(window, 4))
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert line_of(window) is None
    assert QGuiApplication.overrideCursor() is None
    QTest.mouseMove(numbers(window), at(window, 6))
    drop(window, at(window, 6))
    assert studies(window) is before
    assert window.session.unsaved_places == ()


def test_a_press_on_one_of_several_chosen_rows_chooses_it_alone_and_dropping_in_place_changes_nothing(
    window: MainWindow,
) -> None:
    window.show_studies()
    before, table = studies(window), window.view.studies.table
    click(window, 1)
    click(window, 3, SHIFT)
    click(window, 2)
    assert table.choice.keys == (before[2].key,)
    hold(window, 2, at(window, 4), at(window, 2))
    drop(window, at(window, 2))
    assert studies(window) is before
    assert window.session.history.next_undo is None


def test_rows_that_are_sorted_for_viewing_are_not_dragged_and_the_reason_is_said(window: MainWindow) -> None:
    window.show_studies()
    window.study_viewing.sort_by("title")
    before = keys_of(window)
    click(window, 1)
    hold(window, 1, at(window, 4), at(window, 5))
    assert line_of(window) is None
    drop(window, at(window, 5))
    assert keys_of(window) == before
    assert len(window.view.studies.table.choice.keys) == 1
    assert named(window, "Message", QLabel).text().startswith("The table is sorted for viewing.")


def test_rows_are_let_go_where_others_come_or_the_page_cannot_be_shown_any_more(window: MainWindow) -> None:
    window.show_studies()
    session, place, before = window.session, window.editing.place, studies(window)
    data = session.files[place].data
    assert data is not None
    for change in (
        lambda: session.edit_page("", place, lambda page: remove_study(page, before[0].key)),
        lambda: follow(session, [file_of(place, data.replace(b"name:", b"name: [", 1))]),
    ):
        click(window, 1)
        hold(window, 1, at(window, 4))
        change()
        assert not window.view.studies.table.drag.is_dragging
        assert QGuiApplication.overrideCursor() is None
        drop(window, at(window, 4))
        session.undo()
    follow(session, [file_of(place, data)])
    assert studies(window) == before


def test_the_table_scrolls_while_rows_are_dragged_beyond_its_edge(window: MainWindow, qtbot: QtBot) -> None:
    window.show_studies()
    more = [study(f"s{number}") for number in range(30)]
    window.editing.change_studies("more", lambda page: add_studies(page, more, 7), (studies(window)[0].key,))
    first, table = studies(window)[0], window.view.studies.table
    bar = table.verticalScrollBar()
    assert bar.value() == 0
    click(window, 0)
    below = QPoint(8, numbers(window).height() + 20)
    hold(window, 0, at(window, 2), below)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    drop(window, below)
    assert studies(window)[-1] is first
    assert not table.drag.is_dragging
    QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert studies(window)[0] is first
    assert bar.value() == 0
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier)
    assert studies(window)[-1] is first
