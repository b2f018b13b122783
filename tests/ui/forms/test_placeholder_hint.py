"""The line below a text of all pages that says where a name in braces is not written as one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.ui.records import named
from tests.ui.window import CTRL, box, choose

TOLD = "“condition}” shows as it stands. Write {condition} where the page's name is to be."
IN_TEXT = (
    "“condition_in_text}” shows as it stands."
    " Write {condition_in_text} where the page's name as within a sentence is to be."
)


def words(within: QWidget) -> list[str]:
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible() and label.text()]


def press(window: MainWindow, name: str) -> None:
    button = named(window.view.page_form, name, QAbstractButton)
    window.view.page_form.ensureWidgetVisible(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_deleted_brace_is_told_below_the_shared_text_and_gone_with_undo(window: MainWindow) -> None:
    choose(window, "Shared texts")
    form = window.view.site_form
    heading = named(form, "Heading of all pages", TextBox)
    heading.setFocus()
    at = heading.text().index("{condition}")
    QTest.keyClick(heading, Qt.Key.Key_Home, CTRL)
    for _ in range(at):
        QTest.keyClick(heading, Qt.Key.Key_Right)
    assert not [one for one in words(form) if "shows as it stands" in one]
    QTest.keyClick(heading, Qt.Key.Key_Delete)
    assert TOLD in words(form)
    QTest.keyClick(heading, Qt.Key.Key_Z, CTRL)
    assert TOLD not in words(form)


def test_what_is_still_being_typed_is_told_once_the_cursor_leaves(window: MainWindow) -> None:
    choose(window, "Shared texts")
    form = window.view.site_form
    heading = named(form, "Heading of all pages", TextBox)
    heading.setFocus()
    QTest.keyClick(heading, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(heading, "On {{condition")
    assert not [one for one in words(form) if "shows as it stands" in one or "too many" in one]
    QTest.keyClick(heading, Qt.Key.Key_Left)
    assert [one for one in words(form) if one.startswith("“{{condition” shows as it stands.")]
    QTest.keyClick(heading, Qt.Key.Key_End)
    assert not [one for one in words(form) if "shows as it stands" in one]
    named(form, "Title of all pages", TextBox).setFocus()
    assert [one for one in words(form) if one.startswith("“{{condition” shows as it stands. Write {condition} where")]
    heading.setFocus()
    QTest.keyClick(heading, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(heading, "} ")
    assert "The braces around {condition} in “{{condition}” show on the page: there are too many." in words(form)


def test_words_of_one_page_say_what_the_braces_stand_for_and_tell_of_a_lost_one(window: MainWindow) -> None:
    form = window.view.page_form
    press(window, "Research introduction: Unlock: this changes 1 page")
    assert any("{condition_in_text} stands for the page's name" in one for one in words(form))
    press(window, "Research introduction: Lock")
    assert not any("{condition_in_text} stands for" in one for one in words(form))
    press(window, "Research introduction: use other words on this page only")
    (help_line,) = [
        one for one in form.findChildren(QLabel) if one.isVisible() and "{condition_in_text} stands for" in one.text()
    ]
    (label,) = [one for one in form.findChildren(QLabel) if one.text() == "Research introduction, this page only"]
    assert help_line.y() > label.geometry().bottom(), "help of more than one line stands below"
    own = box(window, "Research introduction, this page only")
    QTest.keyClick(own, Qt.Key.Key_Home, CTRL)
    QTest.keyClicks(own, "condition_in_text} ")
    assert IN_TEXT in words(form)


def test_a_short_help_stands_beside_what_it_helps_with(window: MainWindow) -> None:
    press(window, "Research heading: use other words on this page only")
    form = window.view.page_form
    (help_line,) = [one for one in form.findChildren(QLabel) if one.text() == "In place of the shared words."]
    (label,) = [one for one in form.findChildren(QLabel) if one.text() == "Research heading, this page only"]
    assert help_line.x() > label.geometry().right()


def test_a_text_in_which_nothing_is_filled_in_may_have_braces(window: MainWindow) -> None:
    QTest.keyClicks(box(window, "Introduction"), "{name} ")
    assert not [one for one in words(window.view.page_form) if "shows as it stands" in one]
