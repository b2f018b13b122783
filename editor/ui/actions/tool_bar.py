"""The tool bar: one main action, what is wanted all day beside it, and at the far end what helps."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from editor.ui.actions.action import Actions
from editor.ui.actions.action_button import ActionButton
from editor.words import tr

ICON_SIZE = 20
BUTTON_SIZE = 32
"""Pixels."""
_WORK = ("undo", "redo")
_FAR_END = ("browser", "search_actions", "guide")


class ToolBar(QToolBar):
    """Offers saving in words and the rest as icons, each with its tip; all of it is in the menus too."""

    def __init__(self, commands: Actions, parent: QWidget | None = None) -> None:
        super().__init__(tr("Tools"), parent)
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._save = ActionButton(commands["save"])
        self._save_all = ActionButton(commands["save_all"])
        self.addWidget(self._save)
        self._place_of_save_all = self.addWidget(self._save_all)
        self.addSeparator()
        self._add(commands, _WORK)
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        self._add(commands, _FAR_END)
        self.show_unsaved(here=False, elsewhere=False)

    def show_unsaved(self, *, here: bool, elsewhere: bool) -> None:
        """Offer to save everything where something is unsaved `elsewhere` than on the chosen page, in one click.

        The main action is the one that can be done: with nothing unsaved `here`, that is to save everything.
        """
        self._place_of_save_all.setVisible(elsewhere)
        self._save.setDefault(here or not elsewhere)
        self._save_all.setDefault(elsewhere and not here)

    def _add(self, commands: Actions, names: tuple[str, ...]) -> None:
        for name in names:
            self.addAction(commands[name])
            self.widgetForAction(commands[name]).setMinimumSize(BUTTON_SIZE, BUTTON_SIZE)
