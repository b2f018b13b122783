"""A word that an input method composes while another page is chosen, or a step is undone: it stays on its page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.ui.window import CTRL, box


@pytest.fixture
def intro(window: MainWindow) -> TextBox:
    """The introduction of the first page, with the keyboard and the cursor at its end."""
    window.editing.choose(window.session.page_places[0])
    intro = box(window, "Introduction")
    intro.setFocus()
    intro.moveCursor(QTextCursor.MoveOperation.End)
    return intro


def compose(intro: TextBox, word: str) -> None:
    QApplication.sendEvent(intro, QInputMethodEvent(word, []))


def commit(intro: TextBox, word: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(word)
    QApplication.sendEvent(intro, event)


def test_a_word_stays_on_the_page_on_which_it_was_composed(window: MainWindow, intro: TextBox) -> None:
    here, there = window.session.page_places[:2]
    before = {place: window.session.page(place) for place in (here, there)}
    compose(intro, "背")
    window.editing.choose(there)
    page = window.session.page(here)
    assert page is not None and page.intro.rstrip("\n").endswith("背")
    assert window.session.page(there) == before[there]
    assert intro.text() == window.session.page(there).intro


def test_going_on_composing_after_undo_brings_back_nothing_undone(window: MainWindow, intro: TextBox) -> None:
    QTest.keyClicks(intro, " first")
    window.session.history.end_typing()
    QTest.keyClicks(intro, " second")
    window.session.history.end_typing()
    compose(intro, "背")
    QTest.keyClick(intro, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(intro, Qt.Key.Key_Z, CTRL)
    assert intro.text().rstrip("\n").endswith(" first")
    commit(intro, "!")
    assert window.editing.page is not None
    assert window.editing.page.intro.rstrip("\n").endswith(" first!")
