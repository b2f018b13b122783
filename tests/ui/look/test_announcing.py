"""What a screen reader is told although the keyboard is elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.exporting.export_message import ExportMessage
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.ui.records import named
from tests.ui.window import box, choose


@pytest.fixture
def handed_over(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Qt is given for a screen reader; Qt is given it all the same."""
    words: list[str] = []
    hand_over = QAccessible.updateAccessibility

    def listen(event: QAccessibleAnnouncementEvent) -> None:
        words.append(event.message())
        hand_over(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return words


@pytest.fixture
def heard(handed_over: list[str]) -> Iterator[list[str]]:
    """What Qt is given on a computer on which a screen reader runs."""
    QAccessible.setActive(True)
    yield handed_over
    QAccessible.setActive(False)


def test_a_save_is_told_and_typing_is_not_talked_over(window: MainWindow, heard: list[str], qtbot: QtBot) -> None:
    QTest.keyClicks(box(window, "Name"), "xyz")
    assert heard == []
    with qtbot.waitSignal(window.saving.ended):
        window.commands["save"].trigger()
    assert heard[-1].startswith("Saved ")


def test_what_the_last_step_brought_is_told(window: MainWindow, heard: list[str]) -> None:
    window.status.say("Marked as reviewed today.")
    window.status.say("")
    assert heard == ["Marked as reviewed today."]


def test_the_line_chosen_in_the_search_is_told(window: MainWindow, heard: list[str]) -> None:
    window.commands["search_actions"].trigger()
    typed = named(window, "Search actions", QLineEdit)
    QTest.keyClicks(typed, "redo")
    assert heard[-1] == "Redo. Nothing has been undone."
    QTest.keyClicks(typed, "zzz")
    assert heard[-1] == "Nothing found. Try another word."
    QTest.keyClick(typed, Qt.Key.Key_Escape)


def test_a_lost_brace_is_told_once_and_typing_is_not_talked_over(window: MainWindow, heard: list[str]) -> None:
    choose(window, "Shared texts")
    heading = named(window.view.site_form, "Heading of all pages", TextBox)
    heading.setFocus()
    heard.clear()
    QTest.keyClick(heading, Qt.Key.Key_End)
    QTest.keyClicks(heading, " for {condition and so on")
    assert heard == ["“{condition” shows as it stands. Write {condition} where the page's name is to be."]


def test_what_an_export_did_is_told(heard: list[str], qtbot: QtBot) -> None:
    front = QWidget()
    qtbot.addWidget(front)
    message = ExportMessage("7 pages were exported.", front, warns=False)
    message.open()
    assert heard == ["7 pages were exported."]
    message.offer_copy("A fault.")
    QTest.mouseClick(message.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert heard[1:] == ["Copied"]
    message.close()


def test_with_no_screen_reader_nothing_is_handed_over(window: MainWindow, handed_over: list[str]) -> None:
    assert not QAccessible.isActive()
    window.status.say("Nobody listens.")
    assert handed_over == []
    QAccessible.setActive(True)
    window.status.say("Somebody listens.")
    QAccessible.setActive(False)
    assert handed_over == ["Somebody listens."]
