"""A line of a form with a button for an action of the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT


class ActionRow(QWidget):
    """Shows a few words, and a button after them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = QToolButton()
        self._button.setMinimumHeight(LEAST_HEIGHT)
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = QuietLine()
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._button)
        line.addWidget(self._words, 1)

    def put_into(self, grid: QGridLayout, column: int, _is_beside: bool, /) -> None:
        """Stand in a grid's column."""
        grid.addWidget(self, 0, column)

    def offer(self, action: QAction) -> None:
        """Let the button be for this action."""
        self._button.setDefaultAction(action)
        self._button.setAccessibleName(action.text())

    def say(self, text: str) -> None:
        """Say this beside the button."""
        self._words.setText(text)
