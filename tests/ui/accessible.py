"""What a screen reader says of the things in a window that take the keyboard or a click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QScrollArea,
    QSplitterHandle,
    QTabBar,
    QToolButton,
    QWidget,
)

_SAYS_ITSELF = (QMenuBar, QMenu, QTabBar, QAbstractSlider, QSplitterHandle, QHeaderView)
"""Named by their contents, or parts of something that is named."""


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name).strip()


def usable(within: QWidget) -> list[QWidget]:
    """Everything in sight that takes the keyboard or a click."""
    return [widget for widget in within.findChildren(QWidget) if widget.isVisible() and _is_usable(widget)]


def unnamed(within: QWidget) -> list[str]:
    """What is in sight and has no name, or only signs for one."""
    return [_described(widget) for widget in usable(within) if not any(map(str.isalpha, name_of(widget)))]


def muted(within: QWidget) -> list[str]:
    """The words of labels that a screen reader does not say, as a name has taken their place."""
    labels = [one for one in within.findChildren(QLabel) if one.text()]
    return [one.text() for one in labels if one.accessibleName() not in ("", one.text())]


def _is_usable(widget: QWidget) -> bool:
    if isinstance(widget, _SAYS_ITSELF) or widget.objectName().startswith("qt_"):
        return False
    parent = widget.parentWidget()
    if isinstance(parent, QTabBar | QComboBox | QLineEdit | QWebEngineView) or widget.focusProxy() is not None:
        return False  # a part of something that has a name
    if isinstance(widget, QAbstractButton):
        return not (isinstance(parent, QAbstractItemView))  # a table's corner
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(widget, QScrollArea)


def _described(widget: QWidget) -> str:
    parents = [type(widget).__name__]
    parent = widget.parentWidget()
    while parent is not None:
        parents.append(type(parent).__name__)
        parent = parent.parentWidget()
    words = widget.text() if isinstance(widget, QToolButton) else ""
    return " in ".join(parents) + (f" ({words})" if words else "")
