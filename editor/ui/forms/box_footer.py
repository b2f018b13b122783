"""The foot of a box of Markdown: room for the buttons that stand there while the box has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

BAR_HEIGHT = 34
"""Pixels. The room is there all the time, so that nothing moves when the buttons come and go."""


class BoxFooter(QWidget):
    """Lies within the frame of a box, below its text, and looks like more of it."""

    def __init__(self, box: QPlainTextEdit) -> None:
        super().__init__(box)
        self._box = box
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 0, 4, 4)
        self._column.setSpacing(0)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        box.setViewportMargins(0, 0, 0, BAR_HEIGHT)
        box.installEventFilter(self)
        box.viewport().installEventFilter(self)

    def take(self, bar: QWidget) -> None:
        """Have a bar stand here."""
        self._column.addWidget(bar)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click below the text puts the cursor behind it, as in any box with room left."""
        super().mousePressEvent(event)
        self._box.setFocus(Qt.FocusReason.MouseFocusReason)
        self._box.moveCursor(QTextCursor.MoveOperation.End)

    def _fit(self) -> None:
        text = self._box.viewport().geometry()
        self.setGeometry(text.left(), text.bottom() + 1, text.width(), self._box.viewportMargins().bottom())
