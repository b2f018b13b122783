"""What the mouse does in the table of studies, as in a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTableView

from editor.ui.studies.cell_selection import CellSelection, Span

_LEFT = Qt.MouseButton.LeftButton
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class TableMouse:
    """Chooses cells with clicks and by dragging, and whole rows by their numbers."""

    def __init__(self, table: QTableView, cells: CellSelection) -> None:
        self._table = table
        self._cells = cells
        self._drags = False

    def is_plain(self, event: QMouseEvent) -> bool:
        """Whether a press chooses one cell alone."""
        return event.button() == _LEFT and not event.modifiers() & (_SHIFT | _CTRL) and self._at(event).isValid()

    def press(self, event: QMouseEvent) -> None:
        """Choose a cell, with Shift all up to it, with Ctrl one more; the other button keeps what is chosen."""
        cell = self._at(event)
        self._drags = cell.isValid() and event.button() == _LEFT
        if self._drags and event.modifiers() & _SHIFT:
            self._cells.extend_to(cell)
        elif self._drags and event.modifiers() & _CTRL:
            self._cells.add(cell)
        elif self._drags or (cell.isValid() and not self._table.selectionModel().isSelected(cell)):
            self._cells.choose(cell)

    def move(self, event: QMouseEvent) -> None:
        """Extend what is chosen while a button is held down; beyond the edge, the table scrolls."""
        if self._drags and event.buttons() & _LEFT:
            self._reach(self._nearest_to(event.position().toPoint()))

    def release(self) -> None:
        """The button is let go."""
        self._drags = False

    def press_row(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Choose a study by its number, with Shift all up to it, with Ctrl one more."""
        cell = self._cell(row, self._cells.shown_columns[0])
        if modifiers & _SHIFT:
            self._cells.extend(Span.ROWS)
            self._cells.extend_to(cell)
        elif modifiers & _CTRL:
            self._cells.add(cell, Span.ROWS)
        else:
            self._cells.choose(cell, Span.ROWS)

    def reach_row(self, row: int) -> None:
        """The mouse is dragged to a row's number."""
        self._reach(self._cell(row, self._cells.shown_columns[0]))

    def _reach(self, cell: QModelIndex) -> None:
        if cell != self._cells.far:
            self._cells.extend_to(cell)
            self._table.scrollTo(cell)

    def _at(self, event: QMouseEvent) -> QModelIndex:
        return self._table.indexAt(event.position().toPoint())

    def _cell(self, row: int, column: int) -> QModelIndex:
        return self._table.model().index(row, column)

    def _nearest_to(self, at: QPoint) -> QModelIndex:
        """The cell at a place, or nearest to one that is outside."""
        area = self._table.viewport().rect()
        row = self._table.rowAt(min(max(at.y(), 0), area.bottom()))
        column = self._table.columnAt(min(max(at.x(), 0), area.right()))
        last_row, last_column = self._table.model().rowCount() - 1, self._cells.shown_columns[-1]
        return self._cell(row if row >= 0 else last_row, column if column >= 0 else last_column)
