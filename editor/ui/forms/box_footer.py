"""The foot of a box of Markdown: room for the buttons, while the box has the keyboard, and for a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.ui.forms.hint_line import HintLine

if TYPE_CHECKING:
    from editor.markup.accidents import Mark
    from editor.ui.forms.text_box import TextBox

BAR_HEIGHT = 32
"""Pixels. The room is there all the time, so that nothing moves when the buttons come and go."""
_MARGIN = 4


class BoxFooter(QWidget):
    """Lies within the frame of a box, below its text, and looks like more of it."""

    def __init__(self, box: TextBox) -> None:
        super().__init__(box)
        self._box = box
        self._bars = QWidget()
        self._bars.setFixedHeight(BAR_HEIGHT)
        bars = QVBoxLayout(self._bars)
        bars.setContentsMargins(0, 0, 0, 0)
        self.hint = HintLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        column.setSpacing(0)
        column.addWidget(self._bars)
        column.addWidget(self.hint)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        box.viewport().installEventFilter(self)
        box.setViewportMargins(0, 0, 0, BAR_HEIGHT + _MARGIN)

    def take(self, bar: QWidget) -> None:
        """Have a bar of buttons stand here."""
        layout = self._bars.layout()
        assert layout is not None
        layout.addWidget(bar)
        bar.show()

    def say(self, mark: Mark | None) -> None:
        """Show the hint for a mark, or none."""
        if self.hint.say(mark):
            self.fit()

    def fit(self) -> None:
        """Take the room that is needed at the width of the moment, and lie there."""
        text = self._box.viewport().geometry()
        height = self.heightForWidth(text.width()) if self.hasHeightForWidth() else self.sizeHint().height()
        self._box.reserve(height)
        self.setGeometry(text.left(), self._box.viewport().geometry().bottom() + 1, text.width(), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click below the text puts the cursor behind it, as in any box with room left."""
        super().mousePressEvent(event)
        self._box.setFocus(Qt.FocusReason.MouseFocusReason)
        self._box.moveCursor(QTextCursor.MoveOperation.End)
