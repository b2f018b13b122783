"""The user's hands: real events of mouse and keyboard, sent where a user would send them.

The mouse goes through the windows, as it does from the system: what lies in front gets the click.
"""

from __future__ import annotations

import functools
import operator

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QMenu,
    QPushButton,
    QScrollArea,
    QTableView,
    QTabWidget,
    QToolButton,
    QWidget,
)

from tests.journeys.driver import Journey, Until
from tests.journeys.in_sight import named, nothing_is_unsaved, safety, target_of, the_window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
_NOTCH = 120
_MOST_NOTCHES = 200
_PATIENCE_MS = 10_000
"""Milliseconds for the system to give the keyboard back."""


def button(text: str) -> QPushButton | QToolButton:
    """The one button in sight with this text; where a question waits for its answer, the one in the question."""
    question = QApplication.activeModalWidget()
    buttons = [
        widget
        for widget in QApplication.allWidgets()
        if isinstance(widget, (QPushButton, QToolButton)) and widget.text().replace("&", "") == text
    ]
    shown = [widget for widget in buttons if widget.isVisible() and question in (None, widget.window())]
    assert len(shown) == 1, f"{len(shown)} buttons say {text!r}"
    return shown[0]


def click(widget: QWidget, at: QPoint | None = None, mouse_button: Qt.MouseButton = LEFT) -> None:
    """Click into a widget, in its middle unless told otherwise; scroll there before if need be."""
    at = _in_sight(widget, at)
    target = target_of(widget)
    QTest.mouseClick(_window_of(target), mouse_button, NO_KEY, target.mapTo(target.window(), at))


def double_click_cell(row: int, column: int) -> None:
    """Begin to edit a cell of the table of studies."""
    table = named("Studies", QTableView)
    at = table.visualRect(table.model().index(row, column)).center()
    click(table, at)
    target = target_of(table)
    QTest.mouseDClick(_window_of(target), LEFT, NO_KEY, target.mapTo(target.window(), at))


def drag(widget: QWidget, begin: QPoint, end: QPoint) -> None:
    """Take what is at one point of a widget to another."""
    target = target_of(widget)
    window, places = _window_of(target), [target.mapTo(target.window(), at) for at in (begin, (begin + end) / 2, end)]
    QTest.mousePress(window, LEFT, NO_KEY, places[0])
    for place in places:
        QTest.mouseMove(window, place)
    QTest.mouseRelease(window, LEFT, NO_KEY, places[-1])


def press(key: Qt.Key, with_keys: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press a key wherever the keyboard is."""
    QTest.keyClick(_keyboard(), key, with_keys)


def type_words(words: str) -> None:
    """Type wherever the keyboard is, also where the first letter opens a cell."""
    for letter in words:
        QTest.keyClicks(_keyboard(), letter)


def replace_with(words: str) -> None:
    """Type in place of all that stands in the box."""
    press(Qt.Key.Key_A, CTRL)
    type_words(words)


def go_to_view(title: str) -> None:
    """Click on a view of the middle by the beginning of its title."""
    for tabs in the_window().findChildren(QTabWidget):
        for place in range(tabs.count()):
            if tabs.tabText(place).startswith(title):
                bar = tabs.tabBar()
                click(bar, bar.tabRect(place).center())
                return
    raise AssertionError(f"there is no view {title!r}")


def row_at(name: str, beginning: str) -> tuple[QAbstractItemView, QPoint]:
    """A list, and where in it the one row is whose words begin so."""
    entries = named(name, QAbstractItemView)
    model = entries.model()
    found = [row for row in range(model.rowCount()) if str(model.index(row, 0).data()).startswith(beginning)]
    assert len(found) == 1, f"{len(found)} rows begin with {beginning!r}"
    return entries, entries.visualRect(model.index(found[0], 0)).center()


def choose_page(beginning: str) -> Journey:
    """Click on a page in the list, and wait until it is in the preview."""
    click(*row_at("Pages", beginning))
    yield Until(the_window().preview.painted, the_window().preview.is_current)


def save(*keys: Qt.KeyboardModifier) -> Journey:
    """Save by the keyboard, with Shift all pages, and wait until nothing is left to save."""
    press(Qt.Key.Key_S, functools.reduce(operator.or_, keys, CTRL))
    yield Until(the_window().saving.ended, nothing_is_unsaved)
    assert safety().startswith("Saved "), safety()


def quit_program() -> None:
    """Leave by the keyboard."""
    press(Qt.Key.Key_Q, CTRL)


def open_menu(title: str) -> None:
    """Open a menu of the window."""
    bar = the_window().menuBar()
    (menu,) = [action for action in bar.actions() if action.text().replace("&", "") == title]
    click(bar, bar.actionGeometry(menu).center())


def choose_in_menu(text: str) -> None:
    """Choose in the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu is open"
    found = [action for action in menu.actions() if _plain(action.text()) == text]
    assert len(found) == 1, f"{text!r} is not one of {[_plain(action.text()) for action in menu.actions()]}"
    assert found[0].isEnabled(), f"{text!r} cannot be chosen: {found[0].toolTip()}"
    click(menu, menu.actionGeometry(found[0]).center())


def leave_menu() -> None:
    """Close the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu is open"
    QTest.keyClick(menu, Qt.Key.Key_Escape)


def _plain(text: str) -> str:
    return text.partition("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&")


def _keyboard() -> QWidget:
    """What has the keyboard. Where another program has taken it, it is asked for again, as one clicks on the window.

    Keys that are sent to a window in which nothing has the keyboard vanish.
    """
    front = QApplication.activeModalWidget() or the_window()
    if QApplication.focusWidget() is None:
        front.activateWindow()
        QTest.qWaitForWindowActive(front, _PATIENCE_MS)
    focus = QApplication.focusWidget()
    assert focus is not None, f"nothing has the keyboard; the window in front is {QApplication.activeWindow()}"
    return focus


def _window_of(widget: QWidget) -> QWindow:
    window = widget.window().windowHandle()
    assert window is not None
    return window


def _in_sight(widget: QWidget, at: QPoint | None) -> QPoint:
    """A point of a widget, in its middle unless given; the wheel brings it into sight."""
    target = target_of(widget)
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    for _ in range(_MOST_NOTCHES):
        point = at or target.rect().center()
        if target.visibleRegion().contains(point) or area is None:
            break
        is_above = target.mapTo(area, point).y() < 0
        _turn_wheel(area, _NOTCH if is_above else -_NOTCH)
    assert target.visibleRegion().contains(point), f"{widget} is not in sight"
    return point


def _turn_wheel(area: QScrollArea, by: int) -> None:
    """Turn the wheel over the bar, where nothing else takes it."""
    bar = area.verticalScrollBar()
    place = QPointF(bar.mapTo(bar.window(), bar.rect().center()))
    QTest.wheelEvent(_window_of(bar), place, QPoint(0, by))
