"""The strip at a cell in which a date is typed: what the page shows, or the question which of two days is meant."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from editor.content.fields import Field
from editor.ui.forms.date_entry import COMES_BACK
from editor.ui.forms.date_hint import DateHint
from editor.ui.forms.text_box import TextBox
from editor.ui.look.colours import outline_colour

_LEAST_WIDTH = 280
"""Pixels."""


class DateStrip(QWidget):
    """Stands below a box, or where there is no room above or beside it, and goes with it."""

    left = Signal()
    """The keyboard has left the question, and not for the box."""
    passed = Signal()
    """Tab has gone past the question."""

    def __init__(self, field: Field, box: TextBox) -> None:
        super().__init__(box.parentWidget())
        self._box = box
        self._hint = DateHint(field, box)
        self._hint.said.connect(self._place)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.addWidget(self._hint)
        for button in self._hint.buttons:
            button.installEventFilter(self)
        box.installEventFilter(self)
        box.destroyed.connect(self.deleteLater)
        self.hide()

    @property
    def has_keyboard(self) -> bool:
        """Whether keys go to the question."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def take_keyboard(self) -> bool:
        """Have keys go to the question; False where nothing is asked."""
        self._hint.finish()
        if self._hint.asks:
            self._hint.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        return self._hint.asks

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
                self._place()
            elif event.type() == QEvent.Type.Hide:
                self._hand_on_keyboard()
                self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._goes_on(event)
        elif isinstance(event, QFocusEvent) and event.lostFocus() and self._is_left(event):
            self.left.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Have an outline that can be seen, also on a dark window."""
        painter = QPainter(self)
        painter.setPen(outline_colour(self.palette()))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep from the table what a button has no use for."""
        event.accept()

    def _hand_on_keyboard(self) -> None:
        """The cell closes, as rows come or go: the table has the keyboard, and not what Qt finds next."""
        table = self._box.parentWidget()
        if self.has_keyboard and table is not None:
            table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _goes_on(self, event: QKeyEvent) -> bool:
        """Tab goes from the box to the first day, to the second, and on to the next cell; Escape goes to the box."""
        first, second = self._hint.buttons
        if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Backtab and first.hasFocus()):
            self._box.setFocus(Qt.FocusReason.BacktabFocusReason)
        elif event.key() == Qt.Key.Key_Backtab:
            first.setFocus(Qt.FocusReason.BacktabFocusReason)
        elif event.key() == Qt.Key.Key_Tab and first.hasFocus():
            second.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Tab:
            self._box.setFocus(Qt.FocusReason.TabFocusReason)
            self.passed.emit()
        else:
            return False
        return True

    def _is_left(self, event: QFocusEvent) -> bool:
        stays = self.has_keyboard or self._box.hasFocus() or event.reason() in COMES_BACK
        return self._box.isVisible() and not stays

    def _place(self) -> None:
        table, box = self._box.parentWidget(), self._box.geometry()
        self.setVisible(self._box.isVisible() and bool(self._hint.text()))
        if table is None or self.isHidden():
            return
        width = min(max(box.width(), _LEAST_WIDTH), table.width())
        height = self.heightForWidth(width)
        left, top = min(box.left(), table.width() - width), box.bottom() + 1
        if top + height > table.height() and height <= box.top():
            top = box.top() - height
        elif top + height > table.height() and box.right() + width < table.width():
            left, top = box.right() + 1, max(min(box.top(), table.height() - height), 0)
        self.setGeometry(left, top, width, height)
        self.raise_()
