"""The line at the bottom: whether the work is safe, and what the last step brought."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from editor.words import tr


class StatusLine(QWidget):
    """Shows two sentences side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = QLabel()
        self._state.setAccessibleName(tr("Is my work safe?"))
        self._message = QLabel()
        self._message.setAccessibleName(tr("Message"))
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(24)
        for label, share in ((self._state, 3), (self._message, 2)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            line.addWidget(label, share)
        self._message.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_state(self, text: str) -> None:
        """Say whether the work is safe."""
        self._state.setText(text)

    def say(self, text: str) -> None:
        """Say what the last step brought; "" to take that back."""
        self._message.setText(text)
