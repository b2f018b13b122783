"""Undo and redo bring into sight what they change, with real keys through the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.content.fields import STUDY_FIELDS, field_named
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.ui.records import named
from tests.ui.window import CTRL, box

SHIFT = Qt.KeyboardModifier.ShiftModifier


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    QTest.keyClick(focus(), key, keys)


def undo() -> None:
    press(Qt.Key.Key_Z, CTRL)


def redo() -> None:
    press(Qt.Key.Key_Z, CTRL | SHIFT)


def is_in_sight(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def card_box(window: MainWindow, name: str) -> TextBox:
    return named(window.view.studies.card, name, TextBox)


def chosen_row(window: MainWindow) -> int:
    table = window.view.studies.table
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
    return table.currentIndex().row()


def message(window: MainWindow) -> str:
    return named(window, "Message", QLabel).text()


def delete_third(window: MainWindow) -> None:
    window.show_studies()
    for _ in range(2):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete, CTRL | SHIFT)


def test_a_deleted_study_comes_back_in_sight_and_chosen(window: MainWindow) -> None:
    delete_third(window)
    assert window.editing.page is not None
    assert len(window.editing.page.study_list) == 6
    window.show_texts()
    box(window, "Introduction").setFocus()
    undo()
    assert window.view.shows_studies
    assert len(window.editing.page.study_list) == 7
    assert chosen_row(window) == 2
    assert window.view.studies.isAncestorOf(focus())
    window.show_texts()
    redo()
    assert window.view.shows_studies
    assert len(window.editing.page.study_list) == 6


def test_a_text_of_the_page_is_brought_into_sight_from_the_studies(window: MainWindow) -> None:
    intro = box(window, "Introduction")
    intro.setFocus()
    QTest.keyClicks(intro, "Sudden ")
    window.show_studies()
    undo()
    assert not window.view.shows_studies
    assert is_in_sight(intro)
    assert window.view.page_form.isAncestorOf(focus())
    window.show_studies()
    redo()
    assert is_in_sight(intro)
    assert intro.text().startswith("Sudden ")


@pytest.mark.parametrize("name", ["Title", "Note for staff"])
def test_a_text_of_a_study_is_brought_into_sight_in_its_card(window: MainWindow, name: str) -> None:
    window.show_studies()
    typed = card_box(window, name)
    typed.setFocus()
    QTest.keyClicks(typed, "New ")
    window.view.studies.card.to_top()
    press(Qt.Key.Key_1, CTRL)
    undo()
    assert is_in_sight(typed)
    assert window.view.studies.isAncestorOf(focus())


def test_a_text_typed_just_now_is_undone_where_the_keyboard_is(window: MainWindow) -> None:
    window.show_studies()
    title = card_box(window, "Title")
    title.setFocus()
    QTest.keyClicks(title, "New ")
    undo()
    assert title.hasFocus()
    assert not title.text().startswith("New")


def test_in_the_table_the_keyboard_stays_in_the_table(window: MainWindow) -> None:
    delete_third(window)
    undo()
    assert window.view.studies.table.hasFocus()
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    undo()
    assert window.view.studies.table.hasFocus()
    assert chosen_row(window) == 2


def test_the_preview_stays_where_it_is(window: MainWindow, qtbot: QtBot) -> None:
    """Whatever has the keyboard when it is hidden must not hand it on to a link in the preview, which scrolls there."""
    qtbot.waitUntil(lambda: window.stands, timeout=20_000)
    had_keyboard: list[QWidget | None] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(lambda _, now: had_keyboard.append(now))
    delete_third(window)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_1):
        press(key, CTRL)
    box(window, "Introduction").setFocus()
    undo()
    assert window.view.shows_studies
    assert not [widget for widget in had_keyboard if widget is not None and window.preview.isAncestorOf(widget)]


def test_the_page_pane_comes_back_when_it_was_hidden(window: MainWindow) -> None:
    delete_third(window)
    press(Qt.Key.Key_F8)
    assert not window.view.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.view.shows_studies
    assert window.view.isVisible()


def test_a_double_click_on_delete_deletes_one_study_and_says_how_to_get_it_back(window: MainWindow) -> None:
    window.show_studies()
    (delete,) = [
        found
        for found in window.view.studies.findChildren(QToolButton)
        if found.defaultAction() is window.commands["delete_study"]
    ]
    at = QPoint(delete.width() // 2, delete.height() // 2)
    QTest.mouseClick(delete, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(delete, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(delete, Qt.MouseButton.LeftButton, pos=at)
    assert window.editing.page is not None
    assert len(window.editing.page.study_list) == 6
    assert window.view.studies.undo_bar.text() == "Study deleted."
    window.editing.edit_study(window.editing.study_keys[0], field_named(STUDY_FIELDS, "title"), "New")
    assert message(window) == ""


def caret(typed: TextBox) -> int:
    return typed.textCursor().position()


def form_scrolled(window: MainWindow) -> int:
    return window.view.page_form.verticalScrollBar().value()


def test_undo_puts_the_cursor_at_the_end_of_what_it_changed_and_scrolls_nothing_that_is_in_sight(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1280, 640)
    intro = box(window, "Introduction")
    intro.setFocus()
    qtbot.waitUntil(lambda: is_in_sight(intro))
    press(Qt.Key.Key_End)
    place = caret(intro)
    QTest.keyClicks(intro, " and then")
    press(Qt.Key.Key_Home, CTRL)
    scrolled = form_scrolled(window)
    undo()
    assert caret(intro) == place
    press(Qt.Key.Key_Home, CTRL)
    redo()
    assert caret(intro) == place + len(" and then")
    assert intro.hasFocus()
    assert form_scrolled(window) == scrolled


def test_undo_scrolls_the_form_to_the_place_changed_where_that_is_out_of_sight(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1280, 640)
    insights = box(window, "Research insights")
    insights.setFocus()
    press(Qt.Key.Key_End, CTRL)
    QTest.keyClicks(insights, "!")
    place = caret(insights)
    box(window, "Name").setFocus()
    qtbot.waitUntil(lambda: not is_in_sight(insights))
    undo()
    assert caret(insights) == place - 1
    assert insights.viewport().visibleRegion().contains(insights.cursorRect().center())
    assert box(window, "Name").hasFocus()


def test_undo_of_a_page_without_studies_leaves_one_study_of_the_next_page_to_the_delete_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_N, CTRL)
    QTest.keyClicks(focus(), "Arm pain")
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(window.saving.ended):
        press(Qt.Key.Key_S, CTRL)
    window.commands["delete_page"].trigger()
    window.commands["deleted_pages"].trigger()
    press(Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Arm pain")
    press(Qt.Key.Key_2, CTRL)
    undo()
    assert window.editing.page is not None
    assert window.editing.page.study_list
    rows = window.view.studies.table.selectionModel().selectedRows()
    assert len(rows) <= 1
    count = len(window.editing.page.study_list)
    press(Qt.Key.Key_Delete, CTRL | SHIFT)
    assert len(window.editing.page.study_list) >= count - 1
