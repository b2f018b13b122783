"""What has the keyboard is marked so that nobody can miss it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from editor.ui.look.colours import mark_colour
from editor.ui.look.focus_mark import FocusMark, Frame
from tests.ui.records import stand


@pytest.fixture(autouse=True)
def mark(application: QApplication) -> Iterator[FocusMark]:
    mark = FocusMark(application)
    yield mark
    delete(mark)  # at once: an older one that goes during the next test would leave its frame behind


def tool_button() -> QToolButton:
    button = QToolButton(text="Words")
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def tabs() -> QTabBar:
    bar = QTabBar()
    bar.addTab("One")
    bar.addTab("Two")
    return bar


def words() -> QListView:
    view = QListView()
    view.setModel(QStringListModel(["a", "b"], view))
    return view


KINDS: list[Callable[[], QWidget]] = [
    tool_button,
    tabs,
    words,
    QPushButton,
    QComboBox,
    QPlainTextEdit,
    QLineEdit,
    QTableView,
    QCheckBox,
    QTextBrowser,
]


def two(kind: Callable[[], QWidget], qtbot: QtBot) -> tuple[QWidget, QWidget]:
    """A window with a widget of this kind and another one, which has the keyboard."""
    window = QWidget()
    column = QVBoxLayout(window)
    other, widget = QPushButton("Other"), kind()
    column.addWidget(other)
    column.addWidget(widget)
    stand(qtbot, window)
    other.setFocus()
    return window, widget


def at_the_edge(widget: QWidget) -> QColor:
    """The colour in the middle of the left edge, of the tab in front where there are tabs."""
    area = widget.tabRect(widget.currentIndex()) if isinstance(widget, QTabBar) else widget.rect()
    return image_of(widget).pixelColor(area.topLeft() + QPoint(1, area.height() // 2))


def frames(within: QWidget) -> list[Frame]:
    return [frame for frame in within.findChildren(Frame) if frame.isVisible()]


def image_of(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_widget_is_marked_as_long_as_it_has_the_keyboard(
    kind: Callable[[], QWidget], qtbot: QtBot, application: QApplication
) -> None:
    window, widget = two(kind, qtbot)
    before = at_the_edge(widget)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert widget.hasFocus()
    assert at_the_edge(widget) == mark_colour(application.palette())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    if not widget.hasFocus():  # a box of many lines keeps Tab for itself
        assert at_the_edge(widget) == before


def test_the_mark_goes_with_the_tab_in_front(qtbot: QtBot, application: QApplication) -> None:
    _window, bar = two(tabs, qtbot)
    assert isinstance(bar, QTabBar)
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert bar.currentIndex() == 1
    assert at_the_edge(bar) == mark_colour(application.palette())


def test_the_mark_grows_with_its_box(qtbot: QtBot) -> None:
    _window, box = two(QPlainTextEdit, qtbot)
    box.setFocus()
    box.setFixedHeight(123)
    qtbot.waitUntil(lambda: box.height() == 123)
    (frame,) = frames(box)
    assert frame.geometry() == box.rect()


def test_the_mark_lies_over_a_scroll_bar_that_comes_later(qtbot: QtBot, application: QApplication) -> None:
    _window, view = two(words, qtbot)
    assert isinstance(view, QListView)
    view.setFocus()
    view.setModel(QStringListModel([str(number) for number in range(500)], view))
    qtbot.waitUntil(view.verticalScrollBar().isVisible)
    right = view.rect().topRight() + QPoint(-1, view.height() // 2)
    assert image_of(view).pixelColor(right) == mark_colour(application.palette())


def test_menus_mark_themselves(qtbot: QtBot) -> None:
    window = QMainWindow()
    window.menuBar().addMenu("Menu").addAction("Action")
    stand(qtbot, window)
    window.menuBar().setFocus()
    assert window.menuBar().hasFocus()
    assert not frames(window)


def test_what_is_typed_and_clicked_passes_below_the_mark(qtbot: QtBot) -> None:
    _window, box = two(QPlainTextEdit, qtbot)
    assert isinstance(box, QPlainTextEdit)
    box.setFocus()
    (frame,) = frames(box)
    assert not frame.mask().contains(box.rect().center())
    QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(0, 20))
    QTest.keyClicks(box, "x")
    assert box.toPlainText() == "x"


def test_a_widget_may_go_while_it_is_marked(qtbot: QtBot) -> None:
    window, box = two(QLineEdit, qtbot)
    box.setFocus()
    box.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(QLineEdit))
    window.findChildren(QPushButton)[0].setFocus()
    qtbot.waitUntil(lambda: len(frames(window)) == 1)
