"""The tool bar of the window: saving is one click away from any page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.ui.actions.tool_bar import BUTTON_SIZE
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.main_window import MainWindow
from tests.ui.window import box, choose

LEFT = Qt.MouseButton.LeftButton


def shown(window: MainWindow) -> list[str]:
    """The words on the buttons that have words."""
    return [button.text() for button in window.tool_bar.findChildren(QPushButton) if button.isVisible()]


def button(window: MainWindow, words: str) -> QPushButton:
    (found,) = [found for found in window.tool_bar.findChildren(QPushButton) if found.text().startswith(words)]
    return found


def test_with_nothing_to_save_there_is_one_grey_main_button_that_says_why(window: MainWindow) -> None:
    assert shown(window) == ["Save page"]
    assert not button(window, "Save page").isEnabled()
    assert button(window, "Save page").toolTip() == "Everything is saved."


def test_a_change_here_lights_save_page_alone(window: MainWindow, qtbot: QtBot, sample_folder: Path) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    assert shown(window) == ["Save page"]
    assert button(window, "Save page").isDefault()
    with qtbot.waitSignal(window.saving.ended):
        QTest.mouseClick(button(window, "Save page"), LEFT)
    assert "xBack" in (sample_folder / "conditions/back-hip-knee-leg-pain.yaml").read_text(encoding="utf-8")
    assert not button(window, "Save page").isEnabled()


def test_changes_elsewhere_are_saved_in_one_click_from_any_page(
    window: MainWindow, qtbot: QtBot, sample_folder: Path
) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    choose(window, "Headache")
    qtbot.waitUntil(lambda: shown(window) == ["Save page", "Save all (1)"])
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
    qtbot.waitUntil(lambda: shown(window) == ["Save page"])
    texts = [page.read_text(encoding="utf-8") for page in sorted((sample_folder / "conditions").glob("*.yaml"))]
    assert ["xBack" in texts[0], "yHeadache" in texts[1]] == [True, True]


def test_a_click_leaves_the_keyboard_in_the_text(window: MainWindow, qtbot: QtBot) -> None:
    intro = box(window, "Introduction")
    intro.setFocus()
    QTest.keyClicks(intro, "x")
    with qtbot.waitSignal(window.saving.ended):
        QTest.mouseClick(button(window, "Save page"), LEFT)
    assert window.focusWidget() is intro


def test_what_has_no_words_has_an_icon_a_tip_and_room_for_a_finger(window: MainWindow) -> None:
    without_words = [found for found in window.tool_bar.findChildren(QToolButton) if found.isVisible()]
    assert len(without_words) == 5
    for found in without_words:
        assert not found.icon().isNull()
        assert found.toolTip()
        assert found.width() >= BUTTON_SIZE and found.height() >= BUTTON_SIZE
    assert all(found.height() >= LEAST_HEIGHT for found in window.tool_bar.findChildren(QPushButton))


def test_undo_says_what_it_would_take_back(window: MainWindow) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    (undo,) = [
        found for found in window.tool_bar.findChildren(QToolButton) if found.defaultAction() is window.commands["undo"]
    ]
    assert undo.toolTip() == "Undo change to Name in Back, Hip, Knee & Leg Pain (Ctrl+Z)"
