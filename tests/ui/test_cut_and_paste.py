"""Cut, copy and paste of the Edit menu act where the keyboard is, and say why not where they cannot."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from editor.ui.main_window import MainWindow
from editor.ui.studies.study_cells import CellBox
from tests.ui.records import named
from tests.ui.window import CTRL, SHIFT, box


@pytest.fixture
def edit_menu(window: MainWindow) -> Iterator[QMenu]:
    (menu,) = [menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "&Edit"]
    yield menu
    menu.close()


def choose(window: MainWindow, menu: QMenu, name: str) -> None:
    """Open the menu with the mouse and click an action."""
    action = look(window, menu, name)
    assert action.isEnabled(), action.statusTip()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert not menu.isVisible()


def look(window: MainWindow, menu: QMenu, name: str) -> QAction:
    bar = window.menuBar()
    if not menu.isVisible():
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(menu.menuAction()).center())
    (action,) = [action for action in menu.actions() if action.text() == name]
    return action


def why_not(window: MainWindow, menu: QMenu, name: str) -> str:
    action = look(window, menu, name)
    assert action.isEnabled() == (not action.statusTip())
    menu.close()
    return action.statusTip()


def edit_cell(window: MainWindow) -> CellBox:
    """Open the first study's title in the table, with all of it selected."""
    window.show_studies()
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_F2)
    cell = QApplication.focusWidget()
    assert isinstance(cell, CellBox)
    cell.selectAll()
    return cell


def choose_in_search(window: MainWindow, words: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    typed = QApplication.focusWidget()
    QTest.keyClicks(typed, words)
    QTest.keyClick(typed, Qt.Key.Key_Return)


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_words_are_cut_in_one_text_and_pasted_in_another(window: MainWindow, edit_menu: QMenu) -> None:
    name, intro = box(window, "Name"), box(window, "Introduction")
    name.setFocus()
    assert why_not(window, edit_menu, "Cut") == why_not(window, edit_menu, "Copy") == "Select some words first."
    QTest.keyClick(name, Qt.Key.Key_Right, CTRL | SHIFT)
    choose(window, edit_menu, "Cut")
    assert name.text().startswith(", Hip")
    intro.setFocus()
    choose(window, edit_menu, "Paste")
    assert intro.text().startswith("BackPain in the back")
    assert intro.hasFocus()


def test_the_search_box_is_a_text_too(window: MainWindow, edit_menu: QMenu) -> None:
    search = named(window, "Search all pages", QLineEdit)
    search.setFocus()
    QTest.keyClicks(search, "zhang")
    search.selectAll()
    choose(window, edit_menu, "Copy")
    assert copied() == "zhang"
    choose(window, edit_menu, "Cut")
    assert search.text() == ""
    choose(window, edit_menu, "Paste")
    assert search.text() == "zhang"


def test_studies_are_cut_and_pasted_where_the_table_has_the_keyboard(window: MainWindow, edit_menu: QMenu) -> None:
    window.show_studies()
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_Space, SHIFT)
    choose(window, edit_menu, "Cut")
    assert window.editing.page is not None
    assert len(window.editing.page.study_list) == 6
    choose(window, edit_menu, "Paste")
    assert len(window.editing.page.study_list) == 7
    assert window.view.studies.table.hasFocus()


def test_a_cell_that_is_edited_stays_open_and_takes_the_words(window: MainWindow, edit_menu: QMenu) -> None:
    cell = edit_cell(window)
    words = cell.text()
    choose(window, edit_menu, "Copy")
    QTest.keyClick(cell, Qt.Key.Key_End)
    choose(window, edit_menu, "Paste")
    assert QApplication.focusWidget() is cell
    assert cell.text() == words * 2
    assert copied() == words


def test_a_cell_stays_open_under_a_menu_opened_with_keys(window: MainWindow, edit_menu: QMenu) -> None:
    cell = edit_cell(window)
    words = cell.text()
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    assert edit_menu.isVisible()
    while edit_menu.activeAction().text() != "Cut":
        QTest.keyClick(edit_menu, Qt.Key.Key_Down)
    QTest.keyClick(edit_menu, Qt.Key.Key_Return)
    assert (copied(), cell.text()) == (words, "")
    assert QApplication.focusWidget() is cell


def test_a_cell_stays_open_under_the_search_of_actions(window: MainWindow) -> None:
    cell = edit_cell(window)
    words = cell.text()
    for action in ("cut", "paste"):
        choose_in_search(window, action)
        assert QApplication.focusWidget() is cell
        assert cell.text() == {"cut": "", "paste": words}[action]


def test_a_cell_closes_with_its_words_where_the_search_goes_to_another_page(window: MainWindow) -> None:
    QTest.keyClicks(edit_cell(window), "Typed")
    choose_in_search(window, "headache")
    assert not [cell for cell in window.findChildren(CellBox) if cell.isVisible()]
    assert window.view.studies.table.hasFocus()
    page = window.editing.page
    assert page is not None
    assert page.name == "Headache & Migraine"
    assert "Typed" not in [study.title for study in page.study_list]
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    page = window.editing.page
    assert page is not None
    assert page.name == "Back, Hip, Knee & Leg Pain"


def test_elsewhere_they_are_grey_and_say_where_to_go(window: MainWindow, edit_menu: QMenu) -> None:
    window.pages.finder.list.setFocus()
    for name in ("Cut", "Copy", "Paste"):
        assert why_not(window, edit_menu, name) == "Click into a text, or choose a study in the table first."


def test_a_text_that_is_only_to_be_read_is_copied_and_not_cut(window: MainWindow, edit_menu: QMenu) -> None:
    intro = box(window, "Introduction")
    intro.set_read_only(True)
    intro.setFocus()
    intro.selectAll()
    assert why_not(window, edit_menu, "Copy") == ""
    for name in ("Cut", "Paste"):
        assert why_not(window, edit_menu, name) == "This text can't be changed here."


def test_ctrl_y_makes_again_what_was_undone_as_ctrl_shift_z_does(window: MainWindow) -> None:
    name = box(window, "Name")
    name.setFocus()
    for keys, modifiers in ((Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)):
        QTest.keyClicks(name, "x")
        changed = name.text()
        QTest.keyClick(name, Qt.Key.Key_Z, CTRL)
        assert name.text() != changed
        QTest.keyClick(name, keys, modifiers)
        assert name.text() == changed
