"""Find and replace through the window: what is shown before, one step for all pages, and one undo from any of them."""

from __future__ import annotations

import functools
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QListView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.content.replacing import Occurrence
from editor.session import Session
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.replacing.replace_box import ReplaceBox
from tests.ui.records import named
from tests.ui.window import CTRL, SHIFT, box, choose, state

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"
Key = Qt.Key


class Hands:
    """What a person does with the window of find and replace."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self.window = window

    @property
    def box(self) -> ReplaceBox:
        assert self.window.replacing.box is not None
        return self.window.replacing.box

    def press(self, key: Qt.Key, *keys: Qt.KeyboardModifier) -> None:
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)  # else the key would vanish
        where = QApplication.focusWidget()
        pressed = Qt.KeyboardModifier.NoModifier
        for one in keys:
            pressed |= one
        QTest.keyClick(where, key, pressed)

    def open(self, *keys: Qt.KeyboardModifier) -> None:
        self.press(Key.Key_H, *keys)
        self.comes_forward(self.box)

    def comes_forward(self, window: QWidget) -> None:
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    def type(self, name: str, words: str) -> None:
        line = named(self.box, name, QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, words)
        self._qtbot.waitUntil(lambda: not self.window.replacing.run.is_looking)

    def rows(self) -> list[str]:
        model = named(self.box, "Places found", QListView).model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def go_to_row(self, row: int) -> QListView:
        rows = named(self.box, "Places found", QListView)
        QTest.mouseClick(
            rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(row, 0)).center()
        )
        return rows

    def words(self) -> tuple[str, str]:
        """What is typed into the two lines."""
        return named(self.box, "Find", QLineEdit).text(), named(self.box, "Replace with", QLineEdit).text()

    def selected(self) -> str:
        """The words that are selected where the keyboard is."""
        self.comes_forward(self.window)
        text = QApplication.focusWidget()
        assert isinstance(text, TextBox)
        return text.shown()[slice(*text.selection())]

    def place(self, row: int) -> Occurrence:
        """What a row of the list is about."""
        model = self.window.replacing.model
        found = model.row(model.index(row)).occurrence
        assert found is not None
        return found

    def is_at(self, row: int) -> bool:
        """Whether the words of a row are selected, in the study where they are."""
        found = self.place(row)
        return self.selected() == found.words and self.window.editing.study_keys == (found.study,)

    def said(self) -> str:
        return named(self.window, "Message", QLabel).text()

    def replace(self) -> None:
        QTest.mouseClick(self.box.replace, Qt.MouseButton.LeftButton)

    def texts(self) -> dict[str, str]:
        return texts(self.window.session)

    def close(self) -> None:
        self.press(Key.Key_Escape)
        assert self.window.replacing.box is None
        self.window.activateWindow()
        self.comes_forward(self.window)


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Hands:
    return Hands(qtbot, window)


def texts(session: Session) -> dict[str, str]:
    """All that the pages and the shared texts say now."""
    places = (session.site_place, *session.page_places)
    return {place: repr(session.record(place)) for place in places}


def test_words_are_replaced_on_all_pages_and_come_back_by_one_undo(hands: Hands) -> None:
    before, step = hands.texts(), "replace “acupuncture” on 2 pages and in the shared texts"
    hands.open(CTRL, SHIFT)
    hands.type("Find", "acupuncture")
    hands.type("Replace with", "needling")
    rows = hands.rows()
    names = [row.partition(", ")[0] for row in rows if row.endswith(" places")]
    assert names == ["Shared texts", "Back", "Headache & Migraine"]
    assert hands.box.replace.text() == f"Replace {len(rows) - 3} places on 2 pages and in the shared texts"
    hands.go_to_row(1)
    hands.press(Key.Key_Space)
    assert hands.box.replace.text() == f"Replace {len(rows) - 4} places on 2 pages and in the shared texts"

    hands.replace()
    assert hands.rows() == ["Shared texts, 0 of 1 place", rows[1]]
    assert not hands.box.replace.isEnabled()
    assert state(hands.window) == "2 pages and the shared texts have changes not saved yet."
    changed = hands.texts()
    assert all("needling" in text for text in changed.values())

    hands.close()
    choose(hands.window, "Headache")
    assert hands.window.commands["undo"].text() == f"Undo {step}".replace("&", "&&")
    hands.press(Key.Key_Z, CTRL)
    assert hands.texts() == before
    assert hands.window.editing.place == HEAD
    assert hands.said() == f"Undone: {step}."
    assert state(hands.window) == "Everything is saved."
    hands.press(Key.Key_Y, CTRL)
    assert hands.texts() == changed
    choose(hands.window, "Back")
    hands.press(Key.Key_Z, CTRL)
    assert hands.texts() == before


def test_a_place_is_gone_to_with_its_words_selected_and_the_next_one_by_its_key(hands: Hands) -> None:
    window = hands.window
    choose(window, "Headache")
    hands.press(Key.Key_2, CTRL)
    hands.open(CTRL)
    assert named(hands.box, "Where", QComboBox).currentText() == "The studies of Headache & Migraine"
    hands.type("Find", "ACUPUNCTURE")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Down)
    found = [row for row in hands.rows() if ": " in row]
    assert len(found) > 2
    hands.press(Key.Key_Return)
    assert hands.is_at(1)
    assert window.editing.place == HEAD
    assert not hands.box.isVisible()  # it would cover the words
    assert hands.said() == "F3 goes to the next place, Ctrl+H back to find and replace."
    hands.press(Key.Key_F3)
    assert hands.is_at(2)
    hands.press(Key.Key_F3, SHIFT)
    assert hands.is_at(1)
    hands.press(Key.Key_F3, SHIFT)
    assert hands.is_at(len(found))
    assert hands.said() == "That was the last place. It goes on from the other end."

    hands.open(CTRL)
    assert hands.words() == ("ACUPUNCTURE", "")
    hands.close()
    hands.press(Key.Key_F3)
    assert hands.is_at(1)


def test_the_window_that_made_way_comes_back_for_the_whole_website_where_that_is_asked_for(hands: Hands) -> None:
    hands.open(CTRL)
    hands.type("Find", "acupuncture")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert not hands.box.isVisible()
    hands.comes_forward(hands.window)
    hands.open(CTRL, SHIFT)
    assert hands.words()[0] == "acupuncture"
    assert named(hands.box, "Where", QComboBox).currentText() == "The whole website"
    hands.close()


@pytest.mark.parametrize("is_open", [False, True])
def test_who_writes_other_words_where_they_were_found_goes_on_from_there(
    hands: Hands, qtbot: QtBot, is_open: bool
) -> None:
    window, session = hands.window, hands.window.session
    session.edit_page("", BACK, functools.partial(replace, intro="qq one. qq two. qq three."))
    session.edit_page("", HEAD, functools.partial(replace, intro="qq elsewhere."))
    hands.open(CTRL, SHIFT)
    hands.type("Find", "qq")
    if not is_open:
        hands.close()
    for _ in range(2):
        window.replacing.find_next()
    hands.comes_forward(window)
    intro = box(window, "Introduction")
    QTest.keyClicks(intro, "w")
    assert intro.text() == "qq one. w two. qq three."
    qtbot.waitUntil(lambda: not window.replacing.run.is_looking)
    window.replacing.find_next()
    assert intro.selection() == (15, 17)
    window.replacing.find_previous()
    assert intro.selection() == (0, 2)


def test_what_changes_meanwhile_is_shown_and_replaced_as_it_is_then(hands: Hands, qtbot: QtBot) -> None:
    session = hands.window.session
    session.edit_page("", BACK, functools.partial(replace, intro="Old qqword"))
    session.edit_page("", HEAD, functools.partial(replace, intro="Old qqword", insights="qqword"))
    hands.open(CTRL, SHIFT)
    hands.type("Find", "qqword")
    hands.type("Replace with", "pain")
    assert len(hands.rows()) == 5
    session.edit_page("", BACK, functools.partial(replace, intro="New qqword, qqword"))
    session.edit_page("", HEAD, functools.partial(replace, insights="gone"))
    qtbot.waitUntil(lambda: len(hands.rows()) == 5 and not hands.window.replacing.run.is_looking)
    assert hands.box.replace.text() == "Replace 3 places on 2 pages"
    hands.replace()
    assert [page.intro for page in map(session.page, (BACK, HEAD)) if page] == ["New pain, pain", "Old pain"]
    assert hands.rows() == []
    QTest.mouseClick(named(hands.box, "Undo what was replaced", QToolButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(hands.rows()) == 5)
    assert "Undone: replace “qqword” on 2 pages." in [label.text() for label in hands.box.findChildren(QLabel)]
    hands.close()


def test_the_words_selected_in_a_text_are_looked_for_on_this_page(hands: Hands) -> None:
    intro = box(hands.window, "Introduction")
    intro.setFocus()
    hands.press(Key.Key_Home, CTRL)
    hands.press(Key.Key_Right, CTRL, SHIFT)
    selected = intro.shown()[slice(*intro.selection())]
    assert selected
    hands.open(CTRL)
    assert hands.words() == (selected, "")
    assert named(hands.box, "Where", QComboBox).currentText() == "This page: Back, Hip, Knee & Leg Pain"
    assert hands.rows()
    choose(hands.window, "Shared texts")
    assert named(hands.box, "Where", QComboBox).currentText() == "Shared texts"
    hands.box.activateWindow()
    hands.comes_forward(hands.box)
    hands.close()
