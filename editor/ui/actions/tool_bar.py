"""The tool bar: one main action, what is wanted all day beside it, and at the far end what helps."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from editor.ui.actions.action import Actions
from editor.ui.actions.action_button import ActionButton
from editor.ui.actions.obstacles import SAVE_SHARED_TEXTS, save_all_words
from editor.words import tr

ICON_SIZE = 20
BUTTON_SIZE = 32
"""Pixels."""
_MANY = 999
"""Pages, more than anyone leaves unsaved."""
_WORK = ("undo", "redo")
_FAR_END = ("browser", "search_actions", "guide")


class ToolBar(QToolBar):
    """Offers undo and redo, whose arrows everybody knows, as icons, the rest in words; the menus have it all too."""

    def __init__(self, commands: Actions, parent: QWidget | None = None) -> None:
        super().__init__(tr("Tools"), parent)
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._save = ActionButton(commands["save"], longest=SAVE_SHARED_TEXTS)
        self._save_all = ActionButton(commands["save_all"], longest=save_all_words(_MANY))
        self.addWidget(self._save)
        self.addWidget(self._save_all)
        self.addSeparator()
        self._add(commands, _WORK, Qt.ToolButtonStyle.ToolButtonIconOnly)
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        self._add(commands, _FAR_END, Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.show_unsaved(here=False, elsewhere=False)

    def show_unsaved(self, *, here: bool, elsewhere: bool) -> None:
        """Make the main action the one that can be done: with changes `elsewhere` alone, that is to save everything.

        No button comes or goes by that: one that moved would be clicked in place of another.
        """
        self._save.setDefault(here or not elsewhere)
        self._save_all.setDefault(elsewhere and not here)

    def _add(self, commands: Actions, names: tuple[str, ...], style: Qt.ToolButtonStyle) -> None:
        for name in names:
            button = QToolButton()
            button.setDefaultAction(commands[name])
            button.setToolButtonStyle(style)
            button.setIconSize(self.iconSize())
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setMinimumSize(BUTTON_SIZE, BUTTON_SIZE)
            self.addWidget(button)
