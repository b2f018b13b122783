"""A form follows the cursor of the box that is typed in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from editor.ui.forms.box_footer import BoxFooter
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.ui.window import CTRL, box


@pytest.fixture
def intro(window: MainWindow) -> TextBox:
    intro = box(window, "Introduction")
    intro.setFocus()
    intro.moveCursor(QTextCursor.MoveOperation.End)
    return intro


def cursor_is_in_sight(window: MainWindow, box: TextBox) -> bool:
    form = window.view.page_form.viewport()
    line = box.cursorRect().translated(box.viewport().mapTo(form, QPoint(0, 0)))
    return QRect(QPoint(0, 0), form.size()).contains(line)


def test_the_form_follows_what_is_typed(window: MainWindow, intro: TextBox, qtbot: QtBot) -> None:
    window.resize(1200, 500)
    for _ in range(14):
        QTest.keyClick(intro, Qt.Key.Key_Return)
    QTest.keyClicks(intro, "The end")
    qtbot.waitUntil(lambda: cursor_is_in_sight(window, intro))
    QTest.keyClick(intro, Qt.Key.Key_Home, CTRL)
    qtbot.waitUntil(lambda: cursor_is_in_sight(window, intro))


def test_the_form_follows_a_paste(window: MainWindow, intro: TextBox, qtbot: QtBot) -> None:
    window.resize(1200, 500)
    data = QMimeData()
    data.setHtml("<p>Pain</p>" * 12)
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(intro, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: cursor_is_in_sight(window, intro))


def test_a_click_moves_nothing(window: MainWindow, intro: TextBox, qtbot: QtBot) -> None:
    bar = window.view.page_form.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    QTest.mouseClick(intro.viewport(), Qt.MouseButton.LeftButton)
    before = bar.value()
    settled = QTimer()
    with qtbot.waitSignal(settled.timeout):
        settled.start(0)
    assert bar.value() == before


def test_the_buttons_are_in_sight_while_the_end_of_the_box_is_not(
    window: MainWindow, intro: TextBox, qtbot: QtBot
) -> None:
    window.resize(1200, 500)
    intro.show_text("Pain is common.\n\n" * 12)
    box(window, "Name").setFocus()
    bar = window.view.page_form.verticalScrollBar()
    bar.setValue(120)
    (foot,) = intro.findChildren(BoxFooter)
    qtbot.waitUntil(lambda: foot.visibleRegion().isEmpty())
    QTest.mouseClick(intro.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
    assert bar.value() == 120, "nothing moves"
    (bold,) = [
        button for button in foot.findChildren(QToolButton) if button.accessibleName() == "Bold" and button.isVisible()
    ]
    qtbot.waitUntil(lambda: bold.visibleRegion().boundingRect() == bold.rect())
    bar.setValue(150)
    assert bold.visibleRegion().boundingRect() == bold.rect()
    bar.setValue(bar.maximum())
    assert foot.y() == intro.viewport().geometry().bottom() + 1, "at the foot of the box where that is in sight"
    bar.setValue(120)
    QTest.keyClick(intro, Qt.Key.Key_End, CTRL)
    assert foot.y() > intro.cursorRect().bottom(), "it never covers the cursor"
    box(window, "Name").setFocus()
    assert foot.y() == intro.viewport().geometry().bottom() + 1
