"""A push button for an action of the table: in words, and, for the main action, with the look of a default button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT


class ActionButton(QPushButton):
    """Shows an action's words, icon and state, and triggers it. A click leaves the keyboard where it is.

    It has room for the `longest` words that the action may come to have, so that nothing beside it ever moves.
    """

    def __init__(self, action: QAction, parent: QWidget | None = None, *, longest: str = "") -> None:
        super().__init__(parent)
        self._action = action
        self._longest = longest
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._trigger)
        action.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        hint, metrics = super().sizeHint(), self.fontMetrics()
        now, longest = (metrics.horizontalAdvance(words) for words in (self.text(), self._longest))
        return QSize(hint.width() + max(longest - now, 0), hint.height())

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setIcon(self._action.icon())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())

    def _trigger(self) -> None:
        self._action.trigger()
