"""Drives the program from within its own process: it waits for signals, finds widgets by name, and sends real events.

A journey is a generator. What it yields is waited for; in between the program's own event loop runs as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QPushButton,
    QTableView,
    QTabWidget,
    QToolButton,
    QWidget,
)

from editor.ui.main_window import MainWindow
from editor.ui.preview.preview_pane import Preview

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
FAILED = 3
"""The program's exit status when a journey did not come to its end."""

Kind = TypeVar("Kind", bound=QWidget)


@dataclass(frozen=True)
class Until:
    """Wait for a signal until a condition holds."""

    signal: SignalInstance
    holds: Callable[[], bool]


Journey = Generator[Until, None, None]


class Driver(QObject):
    """Takes a journey from wait to wait."""

    _on = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._waiting: Until | None = None
        self._on.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin as soon as the event loop runs."""
        self._on.emit()

    def _go_on(self) -> None:
        succeeds = False
        try:
            self._waiting = next(self._journey, None)
            succeeds = True
        finally:
            if not succeeds:
                QApplication.exit(FAILED)
        if self._waiting is not None:
            self._waiting.signal.connect(self._look)
            self._look()

    def _look(self) -> None:
        if self._waiting is not None and self._waiting.holds():
            self._waiting.signal.disconnect(self._look)
            self._waiting = None
            self._on.emit()


class Told(QObject):
    """Takes in the preview's text, which comes when the browser has it."""

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text: str | None = None

    def take(self, text: str) -> None:
        """Keep the text."""
        self.text = text
        self.came.emit()

    def has_come(self) -> bool:
        """Whether the text is there."""
        return self.text is not None


def the_window() -> MainWindow:
    """The program's one window."""
    (window,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
    return window


def named(name: str, kind: type[Kind]) -> Kind:
    """The one widget in sight that a screen reader calls by this name."""
    found = [
        widget
        for widget in QApplication.allWidgets()
        if isinstance(widget, kind) and widget.accessibleName() == name and widget.isVisible()
    ]
    assert len(found) == 1, f"{len(found)} widgets are named {name!r}"
    return found[0]


def button(text: str) -> QPushButton | QToolButton:
    """The one button in sight with this text."""
    buttons = [
        widget
        for widget in QApplication.allWidgets()
        if isinstance(widget, (QPushButton, QToolButton)) and widget.text().replace("&", "") == text
    ]
    (found,) = [widget for widget in buttons if widget.isVisible()]
    return found


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click into a widget, in its middle unless told otherwise."""
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, NO_KEY, at or target.rect().center())


def press(key: Qt.Key, with_keys: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press a key wherever the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or the_window(), key, with_keys)


def type_words(words: str) -> None:
    """Type wherever the keyboard is."""
    QTest.keyClicks(QApplication.focusWidget() or the_window(), words)


def go_to_view(title: str) -> None:
    """Click on a view of the middle by the beginning of its title."""
    for tabs in the_window().findChildren(QTabWidget):
        for place in range(tabs.count()):
            if tabs.tabText(place).startswith(title):
                bar = tabs.tabBar()
                click(bar, bar.tabRect(place).center())
                return
    raise AssertionError(f"there is no view {title!r}")


def double_click_cell(row: int, column: int) -> None:
    """Begin to edit a cell of the table of studies."""
    table = named("Studies", QTableView)
    at = table.visualRect(table.model().index(row, column)).center()
    click(table, at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, NO_KEY, at)


def stands() -> Journey:
    """Wait until the chosen page is in the preview."""
    window = the_window()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window.activateWindow()
    yield Until(application.focusChanged, window.isActiveWindow)
    yield Until(window.preview.painted, is_standing)


def is_standing() -> bool:
    """Whether everything is read and the chosen page is in the preview."""
    return the_window().stands


# Not what the browser calls the visible text, as that lacks whatever it has not laid out yet.
_ALL_WORDS = "Array.from(document.querySelectorAll('#page > *'), part => part.textContent).join(' ')"


def page_text() -> Generator[Until, None, str]:
    """Wait for the preview to be what was asked for last; the answer is all of its words."""
    preview: Preview = the_window().preview
    yield Until(preview.painted, preview.is_current)
    told = Told()
    preview.page.runJavaScript(_ALL_WORDS, QWebEngineScript.ScriptWorldId.ApplicationWorld.value, told.take)
    yield Until(told.came, told.has_come)
    return " ".join((told.text or "").split())
