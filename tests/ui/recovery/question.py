"""The question about unsaved work, as tests ask and answer it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionViewItem,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
)
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.paths import app_data
from editor.ui.main_window import MainWindow
from editor.ui.recovery.recovery_box import RecoveryBox
from tests.ui.records import named
from tests.ui.recovery.crashes import BACK

OpenWindow = Callable[[Path], MainWindow]


def asked(window: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: window.recovery.box is not None and window.recovery.box.isVisible())
    return window


def box(window: MainWindow) -> RecoveryBox:
    assert window.recovery.box is not None
    return window.recovery.box


def row(window: MainWindow, name: str) -> QTreeWidgetItem:
    items = QTreeWidgetItemIterator(box(window).list)
    while (item := items.value()) is not None:
        if item.text(0).startswith(name):
            return item
        items += 1
    raise AssertionError(name)


def rows(window: MainWindow) -> list[tuple[str, str, bool]]:
    """What is asked: its name, what is said of it, and whether it is ticked."""
    items, found = QTreeWidgetItemIterator(box(window).list), []
    while (item := items.value()) is not None:
        found.append((item.text(0), item.text(1), item.checkState(0) == Qt.CheckState.Checked))
        items += 1
    return found


def tick(window: MainWindow, name: str) -> None:
    """Click into the little box of a row."""
    tree, item = box(window).list, row(window, name)
    tree.scrollToItem(item)
    option = QStyleOptionViewItem()
    option.initFrom(tree)
    option.rect = tree.visualItemRect(item)
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    place = tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, tree).center()
    before = item.checkState(0)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert item.checkState(0) != before


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def let_it_look(window: MainWindow, qtbot: QtBot) -> None:
    """Wait for all that has begun in the background, whose two threads then have time to meet."""
    meeting, came = threading.Barrier(2), list[object]()
    for _ in range(meeting.parties):
        window.background.run(meeting.wait, came.append, came.append)
    qtbot.waitUntil(lambda: len(came) == meeting.parties)


def page(window: MainWindow, place: str = BACK) -> ConditionPage:
    found = window.session.page(place)
    assert found is not None
    return found


def message(window: MainWindow) -> str:
    return named(window, "Message", QLabel).text()


def journals() -> list[str]:
    """What is still to be offered."""
    return [path.name for path in (app_data() / "journal").glob("*/*.journal")]
