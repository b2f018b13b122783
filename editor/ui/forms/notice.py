"""A few words that must not be missed, marked by a bar in the accent colour, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.colours import mark_colour

_BAR = 4
"""Pixels."""


class Notice(QFrame):
    """Shows a notice; there is nothing to see where it says nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._column.addWidget(self._words)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(_Bar())
        line.addLayout(self._column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def offer(self, words: str) -> QPushButton:
        """Have a button below the notice."""
        button = QPushButton(words)
        button.setMinimumHeight(LEAST_HEIGHT)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def say(self, text: str) -> None:
        """Show this notice; "" for none."""
        self._words.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """What is said."""
        return self._words.text()


class _Bar(QWidget):
    """The bar, in the accent colour or, where that is hardly to be seen, in that of words."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), mark_colour(QGuiApplication.palette()))
