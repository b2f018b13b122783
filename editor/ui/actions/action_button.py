"""A push button for an action of the table: in words, and, for the main action, with the look of a default button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT


class ActionButton(QPushButton):
    """Shows an action's words, icon and state, and triggers it. A click leaves the keyboard where it is."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setIcon(self._action.icon())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())

    def _trigger(self) -> None:
        self._action.trigger()
