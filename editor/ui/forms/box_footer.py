"""The foot of a box of Markdown: room for the buttons, while the box has the keyboard, and for a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from editor.ui.forms.cursor_in_sight import form_around
from editor.ui.forms.hint_line import HintLine

if TYPE_CHECKING:
    from editor.markup.accidents import Mark
    from editor.ui.forms.text_box import TextBox

BAR_HEIGHT = 32
"""Pixels. The room is there all the time, so that nothing moves when the buttons come and go."""
_MARGIN = 4


class BoxFooter(QWidget):
    """Lies within the frame of a box, below its text, and looks like more of it.

    Where the form shows only the upper part of the box, the foot lies at the end of that part while it has buttons,
    as long as the cursor is not below.
    """

    def __init__(self, box: TextBox) -> None:
        super().__init__(box)
        self._box = box
        self._form: QScrollArea | None = None
        self._has_bar = False
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
        bar.installEventFilter(self)
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
        self.setGeometry(text.left(), self._top(height), text.width(), height)

    def _top(self, height: int) -> int:
        """Where it begins, in the box: below the text, or higher where the form ends before."""
        line = self._box.cursorRect()  # first: this may lay the text out, and the box have another height then
        text = self._box.viewport().geometry()
        below = text.bottom() + 1
        if self._form is None or not self._has_bar:
            return below
        form = self._form.viewport()
        in_sight = self._box.mapFrom(form, QPoint(0, form.height())).y() - height
        return in_sight if text.top() + line.bottom() < in_sight < below else below

    def _is_apart(self) -> bool:
        return self.geometry().top() <= self._box.viewport().geometry().bottom()

    def _place(self) -> None:
        self.move(self.x(), self._top(self.height()))

    def _take_place(self, *, has_bar: bool) -> None:
        """Follow the form's scrolling, and the cursor, while there are buttons."""
        if has_bar == self._has_bar:
            return
        self._has_bar = has_bar
        if has_bar:
            self._form = form_around(self._box)
            self._box.cursorPositionChanged.connect(self._place)
            if self._form is not None:
                self._form.verticalScrollBar().valueChanged.connect(self._place)
                self._form.viewport().installEventFilter(self)
        else:
            self._box.cursorPositionChanged.disconnect(self._place)
            if self._form is not None:
                self._form.verticalScrollBar().valueChanged.disconnect(self._place)
                self._form.viewport().removeEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and watched is self._box.viewport():
            self.fit()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() in (QEvent.Type.Show, QEvent.Type.Hide) and watched.parent() is self._bars:
            self._take_place(has_bar=event.type() == QEvent.Type.Show)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line parts it from words that go on behind it."""
        super().paintEvent(event)
        if self._is_apart():
            painter = QPainter(self)
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawLine(0, 0, self.width(), 0)
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click below the text puts the cursor behind it, as in any box with room left."""
        super().mousePressEvent(event)
        self._box.setFocus(Qt.FocusReason.MouseFocusReason)
        self._box.moveCursor(QTextCursor.MoveOperation.End)
