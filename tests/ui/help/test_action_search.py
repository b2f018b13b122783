"""The search over everything that can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from editor.ui.help.action_search import ActionSearch, Choice, found
from editor.ui.help.help_window import HelpWindow
from editor.ui.main_window import MainWindow
from tests.ui.records import named
from tests.ui.window import CTRL, box

CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def nothing() -> None:
    """Choosing does nothing here."""


def names(choices: list[Choice]) -> list[str]:
    return [choice.words for choice in choices]


def test_what_begins_with_the_words_comes_first_then_words_then_parts_then_the_tip() -> None:
    choices = [
        Choice("Preview", nothing, more_words="Show or hide the preview"),
        Choice("Open in browser", nothing, more_words="Show this page"),
        Choice("Go to the show", nothing),
        Choice("Show list", nothing),
        Choice("Quit", nothing),
    ]
    assert names(found(choices, "show")) == ["Show list", "Go to the show", "Preview", "Open in browser"]
    assert names(found(choices, "SHOW the")) == ["Go to the show", "Preview"]
    assert found(choices, "show nothing") == []


def search_of(window: MainWindow) -> ActionSearch:
    (search,) = [child for child in window.findChildren(ActionSearch) if child.isVisible()]
    return search


def open_search(window: MainWindow) -> QLineEdit:
    QTest.keyClick(window, Qt.Key.Key_P, CTRL_SHIFT)
    return named(search_of(window), "Search actions", QLineEdit)


def rows(window: MainWindow) -> list[tuple[str, str]]:
    model = named(search_of(window), "Actions found", QTreeView).model()
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]


def chosen(window: MainWindow) -> str:
    return str(named(search_of(window), "Actions found", QTreeView).currentIndex().data())


def test_keys_open_it_and_enter_does_what_is_found(window: MainWindow) -> None:
    QTest.keyClicks(open_search(window), "stud")
    assert chosen(window) == "Add study"
    QTest.keyClick(named(search_of(window), "Search actions", QLineEdit), Qt.Key.Key_Return)
    assert not window.findChildren(ActionSearch) or not window.findChildren(ActionSearch)[0].isVisible()
    assert window.view.shows_studies
    assert window.editing.study is not None
    assert window.editing.study.title == ""


def test_every_action_is_offered_with_its_keys_or_what_is_in_the_way(window: MainWindow) -> None:
    open_search(window)
    assert len(rows(window)) == len(window.commands.all) - 1
    assert ("Save page", "Everything is saved.") in rows(window)
    assert ("Open in browser", "Ctrl+Shift+B") in rows(window)
    search_of(window).close()


def test_what_cannot_be_done_says_why_and_stays(window: MainWindow) -> None:
    typed = open_search(window)
    QTest.keyClicks(typed, "redo")
    assert rows(window) == [("Redo", "Nothing has been undone.")]
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert search_of(window).isVisible()
    search_of(window).close()


def test_arrow_keys_choose_while_typing_goes_on(window: MainWindow) -> None:
    typed = open_search(window)
    QTest.keyClicks(typed, "go to")
    first = chosen(window)
    QTest.keyClick(typed, Qt.Key.Key_Down)
    assert chosen(window) != first
    QTest.keyClick(typed, Qt.Key.Key_Up)
    assert chosen(window) == first
    QTest.keyClicks(typed, " head")
    assert chosen(window) == "Go to Headache & Migraine"
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Headache")


def test_a_click_chooses(window: MainWindow) -> None:
    QTest.keyClicks(open_search(window), "headache")
    found_rows = named(search_of(window), "Actions found", QTreeView)
    at = found_rows.visualRect(found_rows.model().index(0, 0)).center()
    QTest.mouseClick(found_rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.windowTitle().startswith("Headache")


def test_nothing_found_is_said(window: MainWindow) -> None:
    typed = open_search(window)
    QTest.keyClicks(typed, "zzz")
    words = [label.text() for label in search_of(window).findChildren(QLabel) if label.isVisible()]
    assert words == ["Nothing found. Try another word."]
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert search_of(window).isVisible()
    search_of(window).close()


def test_it_stays_in_its_place_whatever_is_found(window: MainWindow) -> None:
    typed = open_search(window)
    search = search_of(window)
    place, box_place = search.geometry(), typed.geometry()
    for words in ("zzz", "archive", "", "zzz"):
        typed.setText(words)
        QTest.qWaitForWindowExposed(search)
        assert (search.geometry(), typed.geometry()) == (place, box_place)
        assert search.sizeHint().height() <= place.height()
    QTest.keyClick(typed, Qt.Key.Key_Escape)


def test_print_finds_the_guide_and_the_keys_on_paper(window: MainWindow, qtbot: QtBot) -> None:
    typed = open_search(window)
    QTest.keyClicks(typed, "print")
    assert [words for words, _ in rows(window)][:2] == ["Print the guide", "Print the keys"]
    QTest.keyClick(typed, Qt.Key.Key_Return)
    (guide,) = window.findChildren(HelpWindow)
    assert guide.windowTitle() == "Guide"
    (dialog,) = guide.findChildren(QPrintDialog)
    qtbot.waitUntil(dialog.isVisible)
    window.commands["print_guide"].trigger()
    assert guide.findChildren(QPrintDialog) == [dialog]
    dialog.reject()
    guide.close()


def test_what_can_be_done_is_looked_at_when_the_search_opens(window: MainWindow) -> None:
    intro = box(window, "Introduction")
    intro.setFocus()
    QTest.keyClicks(open_search(window), "copy")
    assert ("Copy", "Select some words first.") in rows(window)
    search_of(window).close()
    intro.setFocus()
    QTest.keyClick(intro, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(open_search(window), "copy")
    assert ("Copy", "Ctrl+C") in rows(window)
    QTest.keyClick(named(search_of(window), "Search actions", QLineEdit), Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text().startswith("Pain in the back")


def test_escape_closes_it_and_the_keyboard_is_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    intro = box(window, "Introduction")
    intro.setFocus()
    typed = open_search(window)
    QTest.keyClick(typed, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ActionSearch))
    assert window.focusWidget() is intro
