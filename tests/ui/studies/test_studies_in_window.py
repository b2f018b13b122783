"""Studies from page to page, with real keys and clicks through the window."""

from __future__ import annotations

import gc

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.content.fields import STUDY_FIELDS
from editor.content.study import Study
from editor.session.undo_history import TYPING_PAUSE, UndoHistory
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.pasting.matching_dialog import MatchingDialog
from tests.ui.records import named
from tests.ui.window import CTRL, box, choose

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    QTest.keyClick(focus(), key, keys)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def studies_of(window: MainWindow) -> tuple[Study, ...]:
    assert window.editing.page is not None
    return window.editing.page.study_list


def titles(window: MainWindow) -> list[str]:
    return [study.title or "" for study in studies_of(window)]


def message(window: MainWindow) -> str:
    return named(window, "Message", QLabel).text()


def words(study: Study) -> list[object]:
    return [field.of(study) for field in STUDY_FIELDS]


def test_studies_are_copied_to_another_page_and_undo_takes_them_away_again(window: MainWindow) -> None:
    window.show_studies()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Space, SHIFT)
    press(Qt.Key.Key_C, CTRL)
    copied = studies_of(window)[1:3]
    assert message(window) == "2 studies copied. Go to any page and paste them there (Ctrl+V)."
    choose(window, "Headache")
    before = studies_of(window)
    window.show_texts()
    choose(window, "Headache")
    press(Qt.Key.Key_V, CTRL)
    assert window.view.shows_studies
    assert message(window) == "2 studies pasted."
    now = studies_of(window)
    assert [*now[:1], *now[3:]] == list(before)
    assert [words(study) for study in now[1:3]] == [words(study) for study in copied]
    assert window.view.studies.table.choice.keys == (now[1].key, now[2].key)
    press(Qt.Key.Key_Z, CTRL)
    assert studies_of(window) == before
    assert window.session.unsaved_places == ()


def test_a_new_study_is_seen_at_the_top_wherever_one_was_and_the_message_says_so(window: MainWindow) -> None:
    window.show_studies()
    before = titles(window)
    press(Qt.Key.Key_End, CTRL)
    QTest.mouseClick(named(window, "Authors", TextBox), Qt.MouseButton.LeftButton)  # low on the card
    add = next(one for one in window.findChildren(QToolButton) if one.defaultAction() is window.commands["add_study"])
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    table = window.view.studies.table
    assert titles(window) == ["", *before]
    assert table.choice.keys == (studies_of(window)[0].key,)
    assert table.viewport().rect().contains(table.visualRect(table.model().index(0, 0)))
    title = named(window.view.studies.card, "Title", TextBox)
    assert title.hasFocus()
    assert not title.text()
    assert title.visibleRegion().boundingRect().height() == title.height()
    assert message(window) == "New study at the top of the list. “Move down” brings it further down."
    press(Qt.Key.Key_Z, CTRL)
    assert titles(window) == before


def test_studies_are_cut_and_pasted_elsewhere_on_the_page(window: MainWindow) -> None:
    before = titles(window)
    window.show_studies()
    press(Qt.Key.Key_Space, SHIFT)
    press(Qt.Key.Key_X, CTRL)
    press(Qt.Key.Key_End, CTRL)
    press(Qt.Key.Key_V, CTRL)
    assert titles(window) == [*before[1:], before[0]]
    assert window.view.studies.table.currentIndex().row() == 6


def test_in_a_text_box_the_same_keys_are_the_texts_own(window: MainWindow) -> None:
    before = titles(window)
    window.show_studies()
    title = named(window.view.studies.card, "Title", TextBox)
    title.setFocus()
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == before[0]
    press(Qt.Key.Key_V, CTRL)
    press(Qt.Key.Key_V, CTRL)
    assert titles(window) == [before[0] * 2, *before[1:]]


def test_text_from_elsewhere_is_not_pasted_as_a_study(window: MainWindow) -> None:
    before = titles(window)
    data = QMimeData()
    data.setText("Tang S. Acupuncture for back pain. 2018.")
    QGuiApplication.clipboard().setMimeData(data)
    window.show_studies()
    choose(window, "Back")
    press(Qt.Key.Key_V, CTRL)
    assert titles(window) == before
    assert message(window) == (
        "What was copied last is not a study. To paste words, click into a text box or a cell first."
    )
    assert window.session.unsaved_places == ()
    title = named(window.view.studies.card, "Title", TextBox)
    title.setFocus()
    press(Qt.Key.Key_V, CTRL)
    assert "Acupuncture for back pain" in titles(window)[0]
    assert message(window) == ""


def test_f2_edits_a_cell_and_does_not_rename_the_page(window: MainWindow) -> None:
    window.show_studies()
    for _ in range(2):
        press(Qt.Key.Key_F2)
        assert focus() is window.view.studies.table.indexWidget(window.view.studies.table.currentIndex())


def test_studies_that_are_moved_with_keys_take_the_table_along(window: MainWindow) -> None:
    before = titles(window)
    window.show_studies()
    press(Qt.Key.Key_Down, SHIFT)
    for _ in range(7):
        press(Qt.Key.Key_Down, ALT)
    assert titles(window) == [*before[2:], *before[:2]]
    assert not window.commands["move_down"].isEnabled()
    assert window.commands["move_down"].toolTip() == "These studies are the last."
    step = window.session.history.next_undo
    assert step is not None
    assert step.label == "move 2 studies in Back, Hip, Knee & Leg Pain"


def test_the_words_of_an_action_count_what_is_chosen(window: MainWindow) -> None:
    window.show_studies()
    assert window.commands["delete_study"].text() == "Delete study"
    press(Qt.Key.Key_A, CTRL)
    assert window.commands["delete_study"].text() == "Delete 7 studies"
    press(Qt.Key.Key_Delete)
    assert window.view.studies.undo_bar.text() == "7 studies deleted."
    assert titles(window) == []
    press(Qt.Key.Key_Z, CTRL)
    assert len(titles(window)) == 7
    assert len(window.editing.study_keys) == 7


def test_a_page_that_cannot_be_changed_gives_copies_and_takes_nothing(window: MainWindow) -> None:
    """The shared texts have no studies: nothing of all this can be done there."""
    choose(window, "Shared texts")
    for name in ("copy_study", "cut_study", "paste_study", "delete_study"):
        assert not window.commands[name].isEnabled()
        assert window.commands[name].toolTip() == "Choose a page first."
    choose(window, "Back")
    assert box(window, "Introduction").isVisible()
    assert window.commands["paste_study"].isEnabled()


def test_whoever_saves_within_a_cell_types_on_in_it(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "Back")
    window.show_studies()
    table = window.view.studies.table
    QTest.keyClick(table, Qt.Key.Key_F2)
    cell = QApplication.focusWidget()
    assert isinstance(cell, TextBox)
    before = cell.text()
    QTest.keyClicks(cell, " and")
    with qtbot.waitSignal(window.saving.ended):
        QTest.keyClick(cell, Qt.Key.Key_S, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), " more")
    page = window.editing.page
    assert page is not None
    assert page.study_list[0].title == f"{before} and more"


def test_a_cell_goes_on_taking_keys_when_python_collects_garbage(window: MainWindow) -> None:
    window.show_studies()
    before = titles(window)[0]
    press(Qt.Key.Key_F2)
    gc.collect()
    press(Qt.Key.Key_A)
    assert titles(window)[0] == f"{before}a"


def test_dragging_a_row_moves_and_loses_nothing(window: MainWindow) -> None:
    window.show_studies()
    before, table = studies_of(window), window.view.studies.table
    first, fourth = (table.visualRect(table.model().index(row, 1)).center() for row in (0, 3))
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    for place in (first + (fourth - first) / 2, fourth):
        QTest.mouseMove(table.viewport(), place)
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=fourth)
    assert studies_of(window) is before
    assert not (table.dragEnabled() or table.acceptDrops() or table.viewport().acceptDrops())
    assert window.session.unsaved_places == ()


def test_the_menu_says_whether_the_delete_key_clears_cells_or_deletes_studies(window: MainWindow) -> None:
    window.show_studies()
    table = window.view.studies.table
    for keys, words in ((Qt.Key.Key_Right, "Clear cells"), (Qt.Key.Key_Space, "Delete study")):
        press(keys, SHIFT)
        at = QPoint(0, 0)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, table.mapToGlobal(at))
        QApplication.sendEvent(table.viewport(), event)
        assert window.commands["clear_cells"] in table.row_menu.actions()
        assert window.commands["clear_cells"].text() == words
        table.row_menu.close()


def test_escape_after_long_pauses_leaves_nothing_of_what_was_typed_in_a_cell_to_undo(window: MainWindow) -> None:
    now, before = [0.0], studies_of(window)
    window.session.history = UndoHistory(lambda: now[0])
    window.show_studies()
    press(Qt.Key.Key_F2)
    for letter in "xyz":
        QTest.keyClicks(focus(), letter)
        now[0] += 10 * TYPING_PAUSE
    assert titles(window)[0] == f"{before[0].title}xyz"
    press(Qt.Key.Key_Escape)
    assert studies_of(window) == before
    assert window.session.history.next_undo is None
    assert not window.commands["undo"].isEnabled()


def test_with_the_last_study_gone_the_keyboard_leaves_the_search_for_the_button_that_adds_one(
    window: MainWindow,
) -> None:
    window.find_studies()
    for _ in studies_of(window):
        assert focus() is window.view.studies.filter.box
        window.commands["delete_study"].trigger()
    button = focus()
    assert isinstance(button, QToolButton)
    assert button.defaultAction() is window.commands["add_study"]
    window.commands["undo"].trigger()
    assert focus() is window.view.studies.table


def test_rows_that_have_replaced_studies_can_be_added_as_new_ones_instead(window: MainWindow) -> None:
    window.show_studies()
    before = titles(window)
    QGuiApplication.clipboard().setText("Needles and knees\tJAMA\nMore needles\tBMJ\n")
    press(Qt.Key.Key_V, CTRL)
    assert titles(window) == ["Needles and knees", "More needles", *before[2:]]
    assert message(window).endswith("undo, then choose “Paste as new studies” in the menu Study.")
    press(Qt.Key.Key_Z, CTRL)
    window.commands["paste_new_studies"].trigger()
    QTest.mouseClick(window.findChildren(MatchingDialog)[0].add, Qt.MouseButton.LeftButton)
    assert titles(window) == [*before[:2], "Needles and knees", "More needles", *before[2:]]


def test_ctrl_and_enter_end_one_cell_without_a_word(window: MainWindow) -> None:
    window.show_studies()
    for key in (Qt.Key.Key_N, Qt.Key.Key_E, Qt.Key.Key_W):
        press(key)
    press(Qt.Key.Key_Return, CTRL)
    assert titles(window)[0] == "new"
    assert focus() is window.view.studies.table
    assert message(window) == ""
