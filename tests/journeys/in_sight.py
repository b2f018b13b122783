"""What a user sees of the program: its windows, what is in them, and what the preview shows."""

from __future__ import annotations

import json
from collections.abc import Generator
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QLabel, QTabWidget, QWidget

from editor.ui.main_window import MainWindow
from tests.journeys.driver import Journey, Told, Until
from tests.ui.accessible import name_of

Kind = TypeVar("Kind", bound=QWidget)
_LOOK_MS = 50


def application() -> QApplication:
    """The one application."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running


def windows(kind: type[Kind]) -> list[Kind]:
    """The windows of this kind that are in sight."""
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, kind) and window.isVisible()]


def the_window() -> MainWindow:
    """The program's one window."""
    (window,) = windows(MainWindow)
    return window


def named(name: str, kind: type[Kind]) -> Kind:
    """The one widget in sight, or to be scrolled into sight, that a screen reader calls or describes so."""
    found = [
        widget
        for widget in QApplication.allWidgets()
        if isinstance(widget, kind) and widget.isVisible() and name in (name_of(widget), widget.accessibleDescription())
    ]
    assert len(found) == 1, f"{len(found)} widgets are named {name!r}"
    return found[0]


def is_in_sight(widget: QWidget) -> bool:
    """Whether the middle of a widget can be seen without scrolling."""
    target = target_of(widget)
    return target.visibleRegion().contains(target.rect().center())


def assert_keyboard_is_in(widget: QWidget) -> None:
    """What one types goes to this widget."""
    focus = QApplication.focusWidget()
    assert focus is widget, f"the keyboard is in {focus and name_of(focus)!r} of {QApplication.activeWindow()}"


def words_in_sight(within: QWidget) -> str:
    """All words that labels show within a widget."""
    labels = [label for label in within.findChildren(QLabel) if is_in_sight(label)]
    return "\n".join(label.text() for label in labels)


def message() -> str:
    """What the last step brought, as it stands at the bottom of the window."""
    return named("Message", QLabel).text()


def safety() -> str:
    """Whether the work is safe, as it stands at the bottom of the window."""
    return named("Is my work safe?", QLabel).text()


def nothing_is_unsaved() -> bool:
    """Whether the files hold what is in the window."""
    return not the_window().session.unsaved_places


def view_in_sight() -> str:
    """The title of the view of the middle that is in sight."""
    (tabs,) = [tabs for tabs in the_window().findChildren(QTabWidget) if tabs.isVisible()]
    return tabs.tabText(tabs.currentIndex())


def rows(name: str) -> list[str]:
    """What a screen reader says of each row of a list."""
    entries = named(name, QAbstractItemView)
    model = entries.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def target_of(widget: QWidget) -> QWidget:
    """Where one clicks into a widget."""
    return widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget


def window_comes(kind: type[Kind]) -> Journey:
    """Wait for a window of this kind, and for the keyboard to be in it."""
    # No signal tells of windows that no window manager gives the keyboard, and a filter in Python that sees the events
    # of all objects crashes on some of a file dialog's.
    looks = QTimer(interval=_LOOK_MS)
    looks.start()
    yield Until(looks.timeout, lambda: bool(windows(kind)))
    looks.stop()
    (window,) = windows(kind)
    window.activateWindow()
    yield Until(application().focusChanged, window.isActiveWindow)


def stands() -> Journey:
    """Wait until the window is there and the chosen page in the preview."""
    yield from window_comes(MainWindow)
    yield Until(the_window().preview.painted, is_standing)


def is_standing() -> bool:
    """Whether everything is read and the chosen page is in the preview."""
    return the_window().stands


# Not what the browser calls the visible text, as that lacks whatever it has not laid out yet.
_ALL_WORDS = "Array.from(document.querySelectorAll('#page > *'), part => part.textContent).join(' ')"


def page_text() -> Generator[Until, None, str]:
    """Wait for the preview to be what was asked for last; the answer is all of its words."""
    text = yield from _asked_of_page(_ALL_WORDS)
    return " ".join(text.split())


def texts_marked(mark: str) -> Generator[Until, None, list[str]]:
    """The words within each HTML element of a kind, such as `b` or `li > i`, in the preview as it is then."""
    script = f"JSON.stringify(Array.from(document.querySelectorAll('#page {mark}'), found => found.textContent))"
    found = yield from _asked_of_page(script)
    return [" ".join(text.split()) for text in json.loads(found)]


def links() -> Generator[Until, None, dict[str, str]]:
    """Where the links in the preview lead, by what a screen reader calls them."""
    name = "a.ariaLabel || a.textContent"
    script = f"JSON.stringify(Array.from(document.querySelectorAll('#page a'), a => [{name}, a.href]))"
    found = yield from _asked_of_page(script)
    return {" ".join(words.split()): address for words, address in json.loads(found)}


def _asked_of_page(script: str) -> Generator[Until, None, str]:
    preview = the_window().preview
    yield Until(preview.painted, preview.is_current)
    told = Told()
    preview.page.runJavaScript(script, QWebEngineScript.ScriptWorldId.ApplicationWorld.value, told.take)
    yield Until(told.came, told.has_come)
    return str(told.answer)
