"""The numbers of the rows of the table of studies, with which whole studies are chosen, and the signs beside them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.words import tr

_BESIDE = 8
"""Pixels on each side of a number, and between it and a sign."""


class RowNumbers(QHeaderView):
    """Tells which rows are chosen with the mouse; what that means is the table's to say."""

    row_pressed = Signal(int, Qt.KeyboardModifier)
    row_reached = Signal(int)
    """The mouse is dragged to this row."""
    menu_wanted = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._total = 0
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setToolTip(tr("The place of the study on the website. Click it, then drag it to move the study."))
        self.setAccessibleName(tr("Places of the studies on the website"))

    def show_total(self, count: int) -> None:
        """Have room for numbers up to this one."""
        if count != self._total:
            self._total = count
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the largest number and a sign; Qt would measure hundreds of them each time.

        There is room for a sign where there is none yet, too: the cells stay where they are when signs come.
        """
        digits = self.fontMetrics().horizontalAdvance("8" * len(str(self._total)))
        sign = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, self)
        return QSize(max(sign + digits + 3 * _BESIDE, LEAST_HEIGHT), 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.row_pressed.emit(row, event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Whoever clicks a number and drags it at once presses it twice within the time of a double click."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        if row >= 0 and event.buttons() & Qt.MouseButton.LeftButton:
            self.row_reached.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.logicalIndexAt(event.pos())
        if row >= 0:
            self.menu_wanted.emit(row, event.globalPos())
