"""What stands in the middle of the window when one goes to another page, and where the keyboard is then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.ui.window import CTRL, box, choose

UNLOCK = "Quotation heading: Unlock"


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tab_to(window: MainWindow, name: str) -> None:
    """Go by Tab, from the page's name, to a button far below whose name begins so."""
    buttons = window.view.page_form.findChildren(QAbstractButton)
    (button,) = [found for found in buttons if found.accessibleName().startswith(name)]
    box(window, "Name").setFocus()
    for _ in range(60):
        if button.hasFocus():
            return
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not come to {name}")


def begin(window: MainWindow, qtbot: QtBot, name: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(window.pages.name_form.name.hasFocus)
    QTest.keyClicks(window.pages.name_form.name, name)
    QTest.keyClick(window.pages.name_form.name, Qt.Key.Key_Return)


def hint(window: MainWindow) -> QLabel:
    labels = window.view.page_form.findChildren(QLabel)
    (found,) = [label for label in labels if label.text().startswith("Nothing stands on this page yet.")]
    return found


def is_wholly_in_sight(widget: QWidget) -> bool:
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def scrolled(window: MainWindow) -> int:
    return window.view.page_form.verticalScrollBar().value()


@pytest.mark.parametrize("size", [(1280, 760), (960, 500)])
def test_a_new_page_begins_at_the_top_in_the_first_box_to_fill(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    tab_to(window, UNLOCK)
    assert scrolled(window) > 0
    begin(window, qtbot, "Knee pain")
    first = box(window, "Name in a sentence")
    assert first.hasFocus()
    qtbot.waitUntil(lambda: is_wholly_in_sight(hint(window)) and is_wholly_in_sight(first))
    QTest.keyClick(focus(), Qt.Key.Key_2, CTRL)
    assert window.view.shows_studies
    QTest.keyClick(focus(), Qt.Key.Key_1, CTRL)
    assert first.hasFocus()
    assert is_wholly_in_sight(hint(window))


def test_a_new_page_that_is_come_to_later_begins_there_too(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot, "Knee pain")
    choose(window, "Headache")
    tab_to(window, UNLOCK)
    QTest.keyClick(focus(), Qt.Key.Key_2, CTRL)
    choose(window, "Knee pain")
    QTest.keyClick(focus(), Qt.Key.Key_1, CTRL)
    assert box(window, "Name in a sentence").hasFocus()
    assert scrolled(window) == 0


def test_another_page_is_shown_from_the_top_and_no_button_of_the_one_before_waits_for_the_keyboard(
    window: MainWindow,
) -> None:
    tab_to(window, UNLOCK)
    choose(window, "Headache")
    assert scrolled(window) == 0
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert box(window, "Name").hasFocus()
    assert scrolled(window) == 0


def test_undo_that_leads_to_another_page_leaves_the_keyboard_on_no_button(window: MainWindow) -> None:
    QTest.keyClicks(box(window, "Name"), "A")
    choose(window, "Headache")
    tab_to(window, UNLOCK)
    QTest.keyClick(focus(), Qt.Key.Key_Z, CTRL)
    assert window.editing.place.endswith("back-hip-knee-leg-pain.yaml")
    assert box(window, "Name").hasFocus()
    assert scrolled(window) == 0


def test_an_empty_page_with_all_its_names_is_begun_with_the_introduction(
    open_window: Callable[[Path], MainWindow], sample_folder: Path
) -> None:
    (sample_folder / "conditions" / "knee.yaml").write_text("name: Knee\nname_in_text: knees\n", encoding="utf-8")
    window = open_window(sample_folder)
    choose(window, "Knee")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert box(window, "Introduction").hasFocus()


def turn_wheel(over: TextBox) -> None:
    """Turn the wheel towards oneself with the mouse over a text."""
    at = over.mapTo(over.window(), QPoint(60, 20))
    QTest.wheelEvent(over.window().windowHandle(), QPointF(at), QPoint(0, -120))


def test_the_wheel_scrolls_the_form_also_over_a_text_unless_that_scrolls_and_has_the_keyboard(
    window: MainWindow, qtbot: QtBot
) -> None:
    form, intro = window.view.page_form.verticalScrollBar(), box(window, "Introduction")
    intro.setFocus()
    QTest.keyClick(intro, Qt.Key.Key_Home, CTRL)
    form.setValue(0)
    turn_wheel(intro)
    assert form.value() > 0
    intro.insertPlainText("one\n\n" * 40)
    qtbot.waitUntil(intro.verticalScrollBar().isVisible)
    form.setValue(0)
    intro.verticalScrollBar().setValue(0)
    turn_wheel(intro)
    assert (form.value(), intro.verticalScrollBar().value() > 0) == (0, True)
    box(window, "Name").setFocus()
    form.setValue(0)
    scrolled = intro.verticalScrollBar().value()
    turn_wheel(intro)
    assert (form.value() > 0, intro.verticalScrollBar().value()) == (True, scrolled)


def test_a_page_whose_studies_could_not_be_read_does_not_say_that_it_has_none(
    open_window: Callable[[Path], MainWindow], sample_folder: Path
) -> None:
    (sample_folder / "conditions/knee.yaml").write_text("name: Knee\nstudies:\n  1: {title: A}\n  2: {title: B}\n")
    window = open_window(sample_folder)
    studies = window.view.studies
    choose(window, "Knee")
    window.show_studies()
    tabs = window.view.findChildren(QTabBar)[0]
    assert tabs.tabText(tabs.currentIndex()) == "Studies"
    said = [label.text() for label in studies.findChildren(QLabel) if label.isVisible()]
    assert any("can't be shown until its file has been mended. Nothing is lost" in words for words in said)
    assert not any("No studies yet" in words for words in said)
    adding = [button for button in studies.findChildren(QAbstractButton) if button.text() == "Add study"]
    assert len([button for button in adding if button.isVisible()]) == 1
    assert is_wholly_in_sight(focus())
    choose(window, "Back")
    window.show_studies()
    assert tabs.tabText(tabs.currentIndex()) == "Studies (7)"
