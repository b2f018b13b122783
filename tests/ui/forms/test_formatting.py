"""Bold, italic, links and lists by button and by key, in the window."""

from __future__ import annotations

import functools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.render.markdown_html import markdown_html
from editor.ui.forms.format_bar import FormatBar
from editor.ui.forms.text_box import LEAST_HEIGHT, TextBox
from editor.ui.main_window import MainWindow
from tests.ui.records import named
from tests.ui.window import CTRL, box

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def intro(window: MainWindow) -> TextBox:
    """The introduction, emptied, with the keyboard in it."""
    intro = box(window, "Introduction")
    intro.setFocus()
    intro.selectAll()
    QTest.keyClick(intro, Qt.Key.Key_Delete)
    QApplication.clipboard().clear()
    return intro


def select(intro: TextBox, words: str) -> None:
    cursor = intro.textCursor()
    start = intro.shown().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    intro.setTextCursor(cursor)


def bar(window: MainWindow) -> FormatBar:
    (found,) = [bar for bar in window.findChildren(FormatBar) if bar.isVisible()]
    return found


def click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(named(bar(window), name, QToolButton), Qt.MouseButton.LeftButton)


def test_a_button_makes_words_bold_as_one_step_of_undo(window: MainWindow, intro: TextBox) -> None:
    QTest.keyClicks(intro, "Pain is common.")
    select(intro, "is")
    click(window, "Bold")
    assert intro.shown() == "Pain **is** common."
    assert intro.textCursor().selectedText() == "is"
    assert intro.hasFocus(), "a click on a button leaves the keyboard in the text"
    intro.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(intro, " Very.")
    texts = []
    for _ in range(3):
        QTest.keyClick(intro, Qt.Key.Key_Z, CTRL)
        texts.append(intro.shown())
    assert texts[:2] == ["Pain **is** common.", "Pain is common."]
    assert not texts[2].startswith("Pain is common"), "what was typed before is a step of its own"


def test_undo_of_bold_leaves_the_cursor_at_its_words(intro: TextBox) -> None:
    QTest.keyClicks(intro, "Pain is common.")
    select(intro, "is")
    QTest.keyClick(intro, Qt.Key.Key_B, CTRL)
    QTest.keyClick(intro, Qt.Key.Key_Z, CTRL)
    QTest.keyClicks(intro, "x")
    assert intro.shown() in ("Pain isx common.", "Pain xis common.", "Pain x common.")


def test_keys_do_what_the_buttons_do(intro: TextBox) -> None:
    QTest.keyClicks(intro, "one two")
    select(intro, "one")
    QTest.keyClick(intro, Qt.Key.Key_B, CTRL)
    select(intro, "two")
    QTest.keyClick(intro, Qt.Key.Key_I, CTRL)
    assert intro.shown() == "**one** *two*"
    QTest.keyClick(intro, Qt.Key.Key_L, CTRL | SHIFT)
    assert intro.shown() == "- **one** *two*"
    QTest.keyClick(intro, Qt.Key.Key_N, CTRL | SHIFT)
    assert intro.shown() == "1. **one** *two*"


def test_bold_is_switched_on_and_off_while_typing(intro: TextBox) -> None:
    QTest.keyClicks(intro, "See ")
    QTest.keyClick(intro, Qt.Key.Key_B, CTRL)
    QTest.keyClicks(intro, "a doctor")
    assert intro.shown() == "See **a doctor**"
    QTest.keyClicks(intro, " ")
    QTest.keyClick(intro, Qt.Key.Key_B, CTRL)
    QTest.keyClicks(intro, "first.")
    assert intro.shown() == "See **a doctor** first."


def test_bold_switched_on_and_off_again_leaves_no_marks(intro: TextBox) -> None:
    QTest.keyClicks(intro, "a ")
    QTest.keyClick(intro, Qt.Key.Key_B, CTRL)
    QTest.keyClick(intro, Qt.Key.Key_B, CTRL)
    QTest.keyClicks(intro, "b")
    assert intro.shown() == "a b"


def test_the_buttons_show_what_is_at_the_cursor(window: MainWindow, intro: TextBox) -> None:
    QTest.keyClicks(intro, "one two")
    assert not named(bar(window), "Bold", QToolButton).isChecked()
    select(intro, "one")
    click(window, "Bold")
    assert named(bar(window), "Bold", QToolButton).isChecked()
    select(intro, "two")
    assert not named(bar(window), "Bold", QToolButton).isChecked()
    assert not named(bar(window), "Italic", QToolButton).isChecked()
    click(window, "List with dots")
    assert named(bar(window), "List with dots", QToolButton).isChecked()


def test_a_link_asks_for_its_address(window: MainWindow, intro: TextBox, qtbot: QtBot) -> None:
    QTest.keyClicks(intro, "Book now")
    select(intro, "Book")
    QTest.keyClick(intro, Qt.Key.Key_K, CTRL)
    line = named(window, "Where the link leads", QLineEdit)
    qtbot.waitUntil(line.hasFocus)
    assert line.text() == ""
    assert not named_button(window, "Set link").isEnabled()
    QTest.keyClicks(line, "clinic.example/book")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert intro.shown() == "[Book](https://clinic.example/book) now"
    qtbot.waitUntil(intro.hasFocus)
    assert not bar(window).link.isVisible()


def named_button(window: MainWindow, words: str) -> QPushButton:
    (found,) = [button for button in bar(window).findChildren(QPushButton) if button.text() == words]
    return found


def test_a_link_is_changed_and_removed(window: MainWindow, intro: TextBox, qtbot: QtBot) -> None:
    QTest.keyClicks(intro, "[Book](/book/) now")
    select(intro, "ook")
    click(window, "Link...")
    line = named(window, "Where the link leads", QLineEdit)
    assert line.text() == "/book/"
    QTest.keyClicks(line, "/contact/")
    QTest.mouseClick(named_button(window, "Set link"), Qt.MouseButton.LeftButton)
    assert intro.shown() == "[Book](/contact/) now"
    click(window, "Link...")
    QTest.mouseClick(named_button(window, "Remove link"), Qt.MouseButton.LeftButton)
    assert intro.shown() == "Book now"
    qtbot.waitUntil(intro.hasFocus)


def test_an_address_in_the_clipboard_is_offered(window: MainWindow, intro: TextBox, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("https://clinic.example/a")
    QTest.keyClicks(intro, "Book now")
    select(intro, "Book")
    QTest.keyClick(intro, Qt.Key.Key_K, CTRL)
    line = named(window, "Where the link leads", QLineEdit)
    qtbot.waitUntil(line.hasFocus)
    assert line.text() == "https://clinic.example/a"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(intro.hasFocus)
    assert intro.shown() == "Book now"
    assert intro.textCursor().selectedText() == "Book"


def test_a_list_goes_on_at_enter_and_ends_at_an_empty_item(window: MainWindow, intro: TextBox) -> None:
    click(window, "List with dots")
    QTest.keyClicks(intro, "one")
    QTest.keyClick(intro, Qt.Key.Key_Return)
    QTest.keyClicks(intro, "two")
    QTest.keyClick(intro, Qt.Key.Key_Return)
    QTest.keyClick(intro, Qt.Key.Key_Return)
    QTest.keyClicks(intro, "Text")
    assert intro.shown() == "- one\n- two\n\nText"


def test_backspace_at_the_beginning_of_an_item_makes_it_plain(intro: TextBox) -> None:
    QTest.keyClicks(intro, "- one")
    QTest.keyClick(intro, Qt.Key.Key_Home)
    for _ in range(2):
        QTest.keyClick(intro, Qt.Key.Key_Right)
    QTest.keyClick(intro, Qt.Key.Key_Backspace)
    assert intro.shown() == "one"


def test_years_are_no_numbers_of_a_list(window: MainWindow, intro: TextBox) -> None:
    QTest.keyClicks(intro, "2018. We found")
    QTest.keyClick(intro, Qt.Key.Key_Home)
    QTest.keyClicks(intro, "1. one")
    QTest.keyClick(intro, Qt.Key.Key_Return)
    assert intro.shown() == "1. one\n2. 2018. We found"
    click(window, "Numbered list")
    assert "2018\\. We found" in intro.shown()


def test_backspace_takes_no_number_away_that_was_typed(intro: TextBox) -> None:
    QTest.keyClicks(intro, "3. October")
    for _ in "October":
        QTest.keyClick(intro, Qt.Key.Key_Left)
    QTest.keyClick(intro, Qt.Key.Key_Backspace)
    assert intro.shown() == "3.October"


def test_the_buttons_come_and_go_with_the_keyboard_and_nothing_moves(window: MainWindow, intro: TextBox) -> None:
    height, place = intro.height(), intro.mapTo(window, QPoint(0, 0))
    assert bar(window).isVisible()
    name = box(window, "Name")
    name.setFocus()
    assert not [bar for bar in window.findChildren(FormatBar) if bar.isVisible()]
    assert (intro.height(), intro.mapTo(window, QPoint(0, 0))) == (height, place)
    assert not window.commands["bold"].isEnabled()
    assert "Click into a text first" in window.commands["bold"].toolTip()
    intro.setFocus()
    assert window.commands["bold"].isEnabled()


def test_keeping_typed_words_as_text_is_a_step_of_its_own(window: MainWindow, intro: TextBox) -> None:
    QTest.keyClicks(intro, "we *p*")
    assert intro.markup is not None
    QTest.mouseClick(intro.markup.footer.hint.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert intro.shown() == "we \\*p\\*"
    assert intro.hasFocus()
    assert bar(window).isVisible()
    QTest.keyClick(intro, Qt.Key.Key_Z, CTRL)
    assert intro.shown() == "we *p*"


def test_the_menu_of_a_text_is_complete(window: MainWindow, intro: TextBox) -> None:
    QTest.keyClicks(intro, "Pain")
    menu = intro.own_menu()
    words = [action.text().replace("&", "").partition("\t")[0] for action in menu.actions() if action.text()]
    assert words[:2] == [window.commands["undo"].text().replace("&", ""), window.commands["redo"].text()]
    assert words[-5:] == ["Bold", "Italic", "Link...", "List with dots", "Numbered list"]
    assert {"Cut", "Copy", "Paste", "Select All"} <= set(words)
    menu.deleteLater()
    name = box(window, "Name")
    name.setFocus()
    menu = name.own_menu()
    assert "Bold" not in [action.text() for action in menu.actions()]
    menu.deleteLater()


def test_every_button_has_a_name_a_tip_with_its_key_and_room(window: MainWindow, intro: TextBox) -> None:
    assert intro.hasFocus()
    buttons = bar(window).findChildren(QToolButton)
    names = {button.accessibleName(): button.toolTip() for button in buttons if button.accessibleName()}
    assert list(names) == ["Bold", "Italic", "Link...", "List with dots", "Numbered list"]
    assert all(tip.endswith(")") and "Ctrl+" in tip for tip in names.values())
    assert all(min(button.width(), button.height()) >= LEAST_HEIGHT for button in buttons if button.isVisible())


def test_a_click_below_the_text_puts_the_cursor_behind_it(window: MainWindow, intro: TextBox) -> None:
    QTest.keyClicks(intro, "Pain")
    box(window, "Name").setFocus()
    assert intro.markup is not None
    QTest.mouseClick(intro.markup.footer, Qt.MouseButton.LeftButton)
    QTest.keyClicks(intro, "ful")
    assert intro.shown() == "Painful"


def test_a_page_that_cannot_be_changed_offers_no_buttons(window: MainWindow, intro: TextBox) -> None:
    box(window, "Name").setFocus()
    intro.set_read_only(read_only=True)
    intro.setFocus()
    assert not [bar for bar in window.findChildren(FormatBar) if bar.isVisible()]
    assert not window.commands["bold"].isEnabled()


def test_the_status_line_says_why_a_whole_book_is_not_pasted(window: MainWindow) -> None:
    for name in ("Name", "Introduction", "Name"):
        text = box(window, name)
        text.setFocus()
        QApplication.clipboard().setText("word " * 50_000)
        QTest.keyClick(text, Qt.Key.Key_V, CTRL)
        assert "word word" not in text.text()
        assert any("too much to paste" in label.text() for label in window.status.findChildren(QLabel))


def test_a_summary_edited_in_the_table_is_formatted_too(window: MainWindow, qtbot: QtBot) -> None:
    window.show_studies()
    table = window.view.studies.table
    table.shown_columns = ("summary",)
    column = [str(table.model().headerData(at, Qt.Orientation.Horizontal)) for at in range(table.model().columnCount())]
    table.edit(table.model().index(0, column.index("Summary")))
    cell = next(box for box in table.findChildren(TextBox) if box.isVisible())
    qtbot.waitUntil(cell.hasFocus)
    cell.selectAll()
    QTest.keyClicks(cell, "Less pain")
    select(cell, "Less")
    QTest.keyClick(cell, Qt.Key.Key_B, CTRL)
    assert cell.shown() == "**Less** pain"
    select(cell, "pain")
    QTest.keyClick(cell, Qt.Key.Key_K, CTRL)
    line = named(bar(window), "Where the link leads", QLineEdit)
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "/contact/")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert cell.shown() == "**Less** [pain](/contact/)"
    assert cell.isVisible(), "an address typed within it does not end the editing of a cell"
    assert named(window.view.studies.card, "Summary", TextBox).text() == "**Less** [pain](/contact/)"
    QTest.keyClick(cell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not [box for box in table.findChildren(TextBox) if box.isVisible()])
    QTest.keyClick(table, Qt.Key.Key_B, CTRL)


def test_enter_begins_a_paragraph_as_in_a_letter_and_undo_takes_it_back(window: MainWindow, intro: TextBox) -> None:
    QTest.keyClicks(intro, "Pain is common.")
    QTest.keyClick(intro, Qt.Key.Key_Return)
    QTest.keyClicks(intro, "Move.")
    assert intro.shown() == "Pain is common.\n\nMove."
    assert window.editing.page is not None
    assert "<p>Move.</p>" in markdown_html(window.editing.page.intro or "")
    QTest.keyClick(intro, Qt.Key.Key_Z, CTRL)
    assert intro.shown() == "Pain is common."


def test_backspace_at_its_beginning_joins_a_paragraph_to_the_one_above(intro: TextBox) -> None:
    QTest.keyClicks(intro, "Pain")
    QTest.keyClick(intro, Qt.Key.Key_Return)
    QTest.keyClick(intro, Qt.Key.Key_Backspace)
    QTest.keyClicks(intro, "ful knees")
    for _ in "ful knees":
        QTest.keyClick(intro, Qt.Key.Key_Left)
    QTest.keyClick(intro, Qt.Key.Key_Return)
    QTest.keyClick(intro, Qt.Key.Key_Left)
    QTest.keyClick(intro, Qt.Key.Key_Left)
    QTest.keyClick(intro, Qt.Key.Key_Delete)
    assert intro.shown() == "Painful knees"


def test_a_text_with_lines_that_run_on_stays_as_it_is(window: MainWindow, intro: TextBox) -> None:
    text = "One line\ngoes on here.\n\nTwo  \nlines.\n"
    window.session.edit_page("x", window.editing.place, functools.partial(replace, intro=text))
    intro.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(intro, "!")
    assert intro.text() == text.replace("lines.", "lines.!")
