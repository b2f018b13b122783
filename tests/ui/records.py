"""Pages and studies for tests of the window, and the ways to find things in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.content.study import Study

Kind = TypeVar("Kind", bound=QWidget)


def study(name: str, **texts: str) -> Study:
    """A study whose key and title are its name."""
    return Study(key=name, title=name, **texts)


def page_of(names: Iterable[str]) -> ConditionPage:
    """A page with a study for each name, or letter."""
    return ConditionPage("pain", name="Pain", studies=tuple(study(name) for name in names))


def named(within: QWidget, name: str, kind: type[Kind]) -> Kind:
    """The widget that a screen reader calls by this name, or describes so where what it says is its name."""
    (found,) = [
        one for one in within.findChildren(kind) if name == (one.accessibleName() or one.accessibleDescription())
    ]
    return found


def stand(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and give it the keyboard, which without a window manager nobody else does."""
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
