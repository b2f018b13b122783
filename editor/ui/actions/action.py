"""Everything that can be done in the window, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from editor.ui.look.icons import icon
from editor.ui.look.tips import as_typed

Shortcut = QKeySequence.StandardKey | str | tuple[str, ...]
"""The system's own key for it, or one of ours, or several, of which the first is the one to name."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `obstacle` tells why it cannot be done now, "" where it can; `words` gives the text of the moment ("Undo delete
    study"), and a `tip` may be of the moment too; `is_on` makes it a switch; `icon` names a drawing.
    `text` may be short for a button that stands where it is clear what it is about; then `in_full` is for elsewhere.
    The shortcut of a `local` action counts only where a widget has the keyboard that was given the action.
    """

    name: str
    text: str
    tip: str | Callable[[], str]
    run: Callable[[], None]
    shortcut: Shortcut | None = None
    obstacle: Callable[[], str] | None = None
    words: Callable[[], str] | None = None
    is_on: Callable[[], bool] | None = None
    icon: str = ""
    local: bool = False
    in_full: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: its title, and its actions by name; "" is a line between them."""

    title: str
    names: tuple[str, ...]


class Actions(QObject):
    """The actions as buttons, menus and shortcuts use them."""

    def __init__(self, table: Iterable[Action], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = {action.name: action for action in table}
        self._made = {name: self._make(action) for name, action in self._table.items()}

    def __getitem__(self, name: str) -> QAction:
        """The action of this name; KeyError if there is none."""
        return self._made[name]

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action."""
        return tuple(self._made.values())

    def in_full(self, action: QAction) -> str:
        """What an action is called where nothing around it says what it is about."""
        entry = self._table[action.objectName()]
        return entry.in_full or entry.text

    def all_keys(self, action: QAction) -> str:
        """The keys to be told of an action: the system may know more of them, but on keys that few keyboards have."""
        shortcut = self._table[action.objectName()].shortcut
        count = len(shortcut) if isinstance(shortcut, tuple) else 1
        return ", ".join(_native(keys) for keys in action.shortcuts()[:count])

    def update(self) -> None:
        """See which actions can be done now; the tip of one that cannot says why."""
        for name, action in self._table.items():
            made = self._made[name]
            obstacle = action.obstacle() if action.obstacle is not None else ""
            made.setEnabled(not obstacle)
            made.setToolTip(as_typed(obstacle or _tip(action, made)))
            made.setStatusTip(obstacle)
            if action.words is not None:
                made.setText(_literal(action.words()))
            if action.is_on is not None:
                made.setChecked(action.is_on())

    def fill(self, bar: QMenuBar, menus: Iterable[Menu]) -> None:
        """Put the actions into menus."""
        for menu in menus:
            made = bar.addMenu(menu.title)
            made.setToolTipsVisible(True)
            made.aboutToShow.connect(self.update)  # what can be cut changes with each selection
            for name in menu.names:
                if name:
                    made.addAction(self._made[name])
                else:
                    made.addSeparator()

    def _make(self, action: Action) -> QAction:
        made = QAction(action.text, self)
        made.setIconText(action.text)
        made.setObjectName(action.name)
        made.setCheckable(action.is_on is not None)
        if action.icon:
            made.setIcon(icon(action.icon))
        if action.local:
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if isinstance(action.shortcut, str):
            made.setShortcut(QKeySequence(action.shortcut))
        elif isinstance(action.shortcut, tuple):
            made.setShortcuts([QKeySequence(keys) for keys in action.shortcut])
        elif action.shortcut is not None:
            made.setShortcuts(action.shortcut)
        made.triggered.connect(Trigger(action.run, made).pull)
        return made


class Trigger(QObject):
    """Calls what an action runs, without the "checked" that Qt adds."""

    def __init__(self, run: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._run = run

    def pull(self) -> None:
        """Do it."""
        self._run()


def _literal(text: str) -> str:
    """Words of the user's own, in which "&" marks no key."""
    return text.replace("&", "&&")


def _tip(action: Action, made: QAction) -> str:
    tip = action.tip if isinstance(action.tip, str) else action.tip()
    keys = keys_of(made)
    return f"{tip} ({keys})" if keys else tip


def keys_of(action: QAction) -> str:
    """The first of an action's shortcuts, as keyboards and menus of this system name the keys; "" without one."""
    return _native(action.shortcut())


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
