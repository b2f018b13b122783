"""The tool bar of the window: saving is one click away from any page."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.ui.actions.tool_bar import BUTTON_SIZE
from editor.ui.forms.text_box import LEAST_HEIGHT, TextBox
from editor.ui.main_window import MainWindow
from tests.ui.records import named
from tests.ui.window import CTRL, box, choose, state

LEFT = Qt.MouseButton.LeftButton


def shown(window: MainWindow) -> list[str]:
    """The words on the buttons that have words."""
    return [button.text() for button in window.tool_bar.findChildren(QPushButton) if button.isVisible()]


def button(window: MainWindow, words: str) -> QPushButton:
    (found,) = [found for found in window.tool_bar.findChildren(QPushButton) if found.text().startswith(words)]
    return found


def test_with_nothing_to_save_both_buttons_are_grey_and_say_why(window: MainWindow) -> None:
    assert shown(window) == ["Save page", "Save all"]
    for words in shown(window):
        assert not button(window, words).isEnabled()
        assert button(window, words).toolTip() == "Everything is saved."


def test_a_change_here_makes_save_page_the_main_button(window: MainWindow, qtbot: QtBot, sample_folder: Path) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    assert shown(window) == ["Save page", "Save all"]
    assert button(window, "Save page").isDefault()
    assert not button(window, "Save all").isDefault()
    with qtbot.waitSignal(window.saving.ended):
        QTest.mouseClick(button(window, "Save page"), LEFT)
    assert "xBack" in (sample_folder / "conditions/back-hip-knee-leg-pain.yaml").read_text(encoding="utf-8")
    assert not button(window, "Save page").isEnabled()


def test_changes_elsewhere_are_saved_in_one_click_from_any_page(
    window: MainWindow, qtbot: QtBot, sample_folder: Path
) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    choose(window, "Headache")
    qtbot.waitUntil(lambda: shown(window) == ["Save page", "Save all"])
    qtbot.waitUntil(lambda: not button(window, "Save page").isEnabled())
    assert "“Save all”" in button(window, "Save page").toolTip()
    assert button(window, "Save all").isDefault()
    assert not button(window, "Save page").isDefault()
    QTest.keyClicks(box(window, "Name"), "y")
    qtbot.waitUntil(lambda: shown(window) == ["Save page", "Save all (2)"])
    assert button(window, "Save page").isDefault()
    assert not button(window, "Save all").isDefault()
    choose(window, "Shared texts")
    with qtbot.waitSignal(window.saving.ended):
        QTest.mouseClick(button(window, "Save all"), LEFT)
    qtbot.waitUntil(lambda: shown(window) == ["Save shared texts", "Save all"])
    texts = [page.read_text(encoding="utf-8") for page in sorted((sample_folder / "conditions").glob("*.yaml"))]
    assert ["xBack" in texts[0], "yHeadache" in texts[1]] == [True, True]


def test_a_click_leaves_the_keyboard_in_the_text(window: MainWindow, qtbot: QtBot) -> None:
    intro = box(window, "Introduction")
    intro.setFocus()
    QTest.keyClicks(intro, "x")
    with qtbot.waitSignal(window.saving.ended):
        QTest.mouseClick(button(window, "Save page"), LEFT)
    assert window.focusWidget() is intro


def test_only_the_arrows_have_no_words_and_all_have_an_icon_a_tip_and_room_for_a_finger(window: MainWindow) -> None:
    icons = [found for found in window.tool_bar.findChildren(QToolButton) if found.isVisible()]
    in_words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert [found.text() for found in icons if found.toolButtonStyle() != in_words] == ["Undo", "Redo"]
    words = [found.text() for found in icons if found.toolButtonStyle() == in_words]
    assert words == ["Open in browser", "Search actions...", "Guide"]
    for found in icons:
        assert not found.icon().isNull()
        assert found.toolTip()
        assert found.width() >= BUTTON_SIZE and found.height() >= BUTTON_SIZE
    assert all(found.height() >= LEAST_HEIGHT for found in window.tool_bar.findChildren(QPushButton))


def test_the_tool_bar_has_room_for_its_words_in_a_small_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(800, 600)
    qtbot.waitUntil(lambda: window.width() <= 1000)
    buttons = [found for found in window.tool_bar.findChildren(QToolButton) if found.text()]
    assert len(buttons) == 5
    assert all(found.isVisible() for found in buttons)


def test_undo_says_what_it_would_take_back(window: MainWindow) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    (undo,) = [
        found for found in window.tool_bar.findChildren(QToolButton) if found.defaultAction() is window.commands["undo"]
    ]
    assert undo.toolTip() == "Undo change to Name in Back, Hip, Knee & Leg Pain (Ctrl+Z)"


def places(window: MainWindow) -> list[QRect]:
    """Where every button of the tool bar stands."""
    return [found.geometry() for found in window.tool_bar.findChildren(QAbstractButton) if found.isVisible()]


def test_no_button_moves_when_something_is_to_be_saved(window: MainWindow, qtbot: QtBot) -> None:
    """Who aims at Undo must not hit what saves."""
    before = places(window)
    QTest.keyClicks(box(window, "Name"), "x")
    choose(window, "Headache")
    QTest.keyClicks(box(window, "Name"), "y")
    qtbot.waitUntil(lambda: shown(window) == ["Save page", "Save all (2)"])
    assert places(window) == before
    choose(window, "Shared texts")
    qtbot.waitUntil(lambda: shown(window) == ["Save shared texts", "Save all (2)"])
    assert places(window) == before


def test_shared_texts_alone_are_saved_by_a_button_that_says_so(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "Shared texts")
    site_name = named(window.view.site_form, "Clinic's name", TextBox)
    QTest.keyClicks(site_name, "x")
    choose(window, "Back")
    qtbot.waitUntil(lambda: shown(window) == ["Save shared texts", "Save all"])
    assert button(window, "Save shared texts").isEnabled()
    assert window.commands["save"].toolTip().startswith("Save the texts that all pages share")
    with qtbot.waitSignal(window.saving.ended):
        QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert re.match(r"Saved .+: the shared texts\.", state(window))
    assert shown(window) == ["Save page", "Save all"]
    QTest.keyClicks(box(window, "Name"), "y")
    assert shown(window) == ["Save page", "Save all"]
    assert "the shared texts" in window.commands["save"].toolTip()
    with qtbot.waitSignal(window.saving.ended):
        QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert "the shared texts" not in state(window)
