"""Dragging the chosen rows of the table of studies to another place, by their numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

from editor.ui.look.colours import mark_colour

_SCROLL_MS = 60
"""Milliseconds from row to row, while rows are dragged to the edge of what is seen, or beyond."""
_EDGE = 12
_LINE = 3
"""Pixels."""


class RowDrag(QObject):
    """Takes the mouse from the numbers once rows that are chosen are pressed there.

    A line shows where they would land; Escape leaves them where they are. A press alone chooses that row.
    """

    dropped = Signal(int)
    """The chosen rows are to stand above the one with this number, counted from 0, or at the end."""
    refused = Signal()
    """Somebody tries to drag rows that cannot be moved now."""
    pressed_alone = Signal(int)
    """A row was pressed and let go."""

    def __init__(self, table: QTableView, numbers: QHeaderView) -> None:
        super().__init__(table)
        self._table = table
        self._numbers = numbers
        self._row: int | None = None
        self._began: QPoint | None = None
        self._at = QPoint()
        self._place: int | None = None
        self._can_move = True
        self._line = _LandingLine(table.viewport())
        self._scroll = QTimer(self, interval=_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def is_dragging(self) -> bool:
        """Whether rows are being dragged."""
        return self._place is not None

    @property
    def can_move(self) -> bool:
        """Whether rows may be moved now; where they no longer may, those being dragged stay where they are."""
        return self._can_move

    @can_move.setter
    def can_move(self, can_move: bool) -> None:
        self._can_move = can_move
        if not can_move and self.is_dragging:
            self.end()

    def press(self, row: int) -> None:
        """The number of a chosen row is pressed."""
        self._row, self._began = row, None
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)
        self._numbers.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse until the button is let go; of the keys, Escape ends the dragging and does nothing else."""
        if isinstance(event, QKeyEvent):
            if event.key() != Qt.Key.Key_Escape:
                return False
            self.end()
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._move(event.position().toPoint())
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self._release()
            return True
        return super().eventFilter(watched, event)

    def _move(self, at: QPoint) -> None:
        self._began = self._began or at
        if not self.is_dragging and self._row is not None:
            self._begin(at)
        if self.is_dragging:
            self._show_landing(at)

    def _begin(self, at: QPoint) -> None:
        """Begin once the mouse has left where it was pressed."""
        row = self._row if self._row is not None else 0
        top, size = self._numbers.sectionViewportPosition(row), self._numbers.sectionSize(row)
        if (
            top <= at.y() < top + size
            and (at - (self._began or at)).manhattanLength() < QApplication.startDragDistance()
        ):
            return
        if not self.can_move:
            self._row = None  # until the button is let go, the mouse is kept: it would choose more rows
            self.refused.emit()
            return
        self._place = row
        self._table.installEventFilter(self)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll.start()

    def _release(self) -> None:
        place, row = self._place, self._row
        self.end()
        if place is not None:
            self.dropped.emit(place)
        elif row is not None:
            self.pressed_alone.emit(row)

    def end(self) -> None:
        """Leave the rows where they are."""
        self._numbers.viewport().removeEventFilter(self)
        if self.is_dragging:
            self._table.removeEventFilter(self)
            QGuiApplication.restoreOverrideCursor()
        self._scroll.stop()
        self._row = self._place = self._began = None
        self._line.hide()

    def _show_landing(self, at: QPoint) -> None:
        """Have the line where the rows would land: at the nearer edge of the row under the mouse."""
        self._at, numbers = at, self._numbers
        row = numbers.logicalIndexAt(QPoint(0, max(min(at.y(), numbers.viewport().height() - 1), 0)))
        if row < 0:
            self._place = numbers.count()
        else:
            is_lower = at.y() > numbers.sectionViewportPosition(row) + numbers.sectionSize(row) / 2
            self._place = row + 1 if is_lower else row
        self._line.show_at(self._edge(self._place))

    def _edge(self, place: int) -> int:
        """The y of the upper edge of a row, or of the end."""
        if place < self._numbers.count():
            return self._numbers.sectionViewportPosition(place)
        return self._numbers.sectionViewportPosition(place - 1) + self._numbers.sectionSize(place - 1)

    def _scroll_on(self) -> None:
        """Go one row on, where the mouse is at or beyond an edge."""
        bar, room = self._table.verticalScrollBar(), self._numbers.viewport().height()
        by = -1 if self._at.y() < _EDGE else 1 if self._at.y() > room - _EDGE else 0
        if by:
            bar.setValue(bar.value() + by * bar.singleStep())
            self._show_landing(self._at)


class _LandingLine(QWidget):
    """A line across the table, in the accent colour."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int) -> None:
        top = max(min(y - _LINE // 2, self._over.height() - _LINE), 0)
        self.setGeometry(0, top, self._over.width(), _LINE)
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), mark_colour(QGuiApplication.palette()))
