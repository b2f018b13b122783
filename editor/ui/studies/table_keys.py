"""What keys do in the table of studies, as in a spreadsheet: going from cell to cell, and extending what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from editor.ui.studies.cell_selection import CellSelection, Span

_Key = Qt.Key
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier

ENTER = (_Key.Key_Return, _Key.Key_Enter)
TABS = (_Key.Key_Tab, _Key.Key_Backtab)
STEPS = {_Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0), _Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1)}
"""Rows and columns that an arrow goes."""
_PLACES = frozenset({*STEPS, _Key.Key_Home, _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown})


class TableKeys:
    """Goes where keys go. Columns are counted as they are seen, from the left and without the hidden ones."""

    def __init__(self, table: QTableView, cells: CellSelection) -> None:
        self._table = table
        self._cells = cells
        self._tabs_began: int | None = None

    def begin_anew(self) -> None:
        """Forget in which column a run of Tabs began, as something else is done."""
        self._tabs_began = None

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key does while no cell is edited; whether it does anything."""
        key, modifiers = _Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers & ~(_SHIFT | _CTRL) or not self._cells.current.isValid():
            return False
        if key in _PLACES:
            self.begin_anew()
            self._go(key, extends=bool(modifiers & _SHIFT), far=bool(modifiers & _CTRL))
        elif key == _Key.Key_Space and modifiers in (_SHIFT, _CTRL):
            self._cells.extend(Span.ROWS if modifiers == _SHIFT else Span.COLUMNS)
        elif key == _Key.Key_A and modifiers == _CTRL:
            self._cells.choose_all()
        elif self._goes_on(key, modifiers):
            self.go_on(key, modifiers)
        else:
            return False
        return True

    def _goes_on(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether Tab or Enter goes on: Enter alone opens a cell that is chosen alone."""
        if modifiers & _CTRL:
            return False
        return key in TABS or (key in ENTER and (modifiers == _SHIFT or self._cells.has_several()))

    def go_on(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Go on from a cell with Tab, Enter or an arrow: within what is chosen, where that is more than one cell."""
        if key in STEPS:
            self.begin_anew()
            self._go(key, extends=False, far=False)
            return
        is_tab, is_back = key in TABS, key == _Key.Key_Backtab or bool(modifiers & _SHIFT)
        if self._cells.has_several():
            self._go_round(-1 if is_back else 1, by_rows=is_tab)
        elif is_tab:
            self._tab(-1 if is_back else 1)
        else:
            row, column = self._place(self._cells.current)
            began = column if self._tabs_began is None else self._tabs_began
            self.begin_anew()
            self._choose(row + (-1 if is_back else 1), began)

    # Going

    def _go(self, key: Qt.Key, *, extends: bool, far: bool) -> None:
        row, column = self._place(self._cells.far if extends else self._cells.current)
        row, column = self._goal(key, row, column, far=far)
        if not extends:
            self._choose(row, column)
            return
        goal = self._index(row, column)
        self._cells.extend_to(goal)
        self._table.scrollTo(goal)

    def _goal(self, key: Qt.Key, row: int, column: int, *, far: bool) -> tuple[int, int]:
        """Where a key leads from a place; `far` with Ctrl."""
        columns = self._cells.shown_columns
        last_row, last_column = self._table.model().rowCount() - 1, len(columns) - 1
        if key == _Key.Key_Home:
            return (0 if far else row), 0
        if key == _Key.Key_End:
            return (last_row if far else row), last_column
        if key in (_Key.Key_PageUp, _Key.Key_PageDown):
            page = max(self._table.viewport().height() // max(self._table.rowHeight(row), 1), 1)
            return row + (page if key == _Key.Key_PageDown else -page), column
        down, right = STEPS[key]
        if not far:
            return row + down, column + right
        if down:
            return edge_of_data([self._is_filled(at, columns[column]) for at in range(last_row + 1)], row, down), column
        return row, edge_of_data([self._is_filled(row, at) for at in columns], column, right)

    def _tab(self, step: int) -> None:
        """Go to the next cell, from the end of a row to the next one; at the last cell of all it stays."""
        row, column = self._place(self._cells.current)
        if self._tabs_began is None:
            self._tabs_began = column
        count = len(self._cells.shown_columns)
        place = row * count + column + step
        if 0 <= place < self._table.model().rowCount() * count:
            self._choose(*divmod(place, count))

    def _go_round(self, step: int, *, by_rows: bool) -> None:
        """Go to the next of the chosen cells, from the last to the first."""
        grid = self._cells.grid()
        order = {column: place for place, column in enumerate(grid.columns)}
        cells = sorted(grid.cells, key=lambda cell: (cell[0], order[cell[1]]) if by_rows else (order[cell[1]], cell[0]))
        current = (self._cells.current.row(), self._cells.current.column())
        if current in grid.cells:
            row, column = cells[(cells.index(current) + step) % len(cells)]
            self._cells.go_to(self._table.model().index(row, column))

    # Places

    def _choose(self, row: int, column: int) -> None:
        index = self._index(row, column)
        self._cells.choose(index)
        self._table.scrollTo(index)

    def _index(self, row: int, column: int) -> QModelIndex:
        """The cell at a place, or the nearest that there is."""
        columns, model = self._cells.shown_columns, self._table.model()
        at = columns[min(max(column, 0), len(columns) - 1)]
        return model.index(min(max(row, 0), model.rowCount() - 1), at)

    def _place(self, index: QModelIndex) -> tuple[int, int]:
        columns = self._cells.shown_columns
        return index.row(), columns.index(index.column()) if index.column() in columns else 0

    def _is_filled(self, row: int, column: int) -> bool:
        """Whether the cell of a row and a column of the model says anything."""
        model = self._table.model()
        return bool(str(model.data(model.index(row, column), Qt.ItemDataRole.EditRole)).strip())


def edge_of_data(is_filled: Sequence[bool], place: int, step: int) -> int:
    """Where Ctrl and an arrow lead: the end of the filled cells that begin here, else the next filled cell, or the end.

    `is_filled` is the row or column, `step` is 1 or -1.
    """
    last = len(is_filled) - 1 if step > 0 else 0
    if place == last:
        return place
    if is_filled[place] and is_filled[place + step]:
        while place != last and is_filled[place + step]:
            place += step
        return place
    place += step
    while place != last and not is_filled[place]:
        place += step
    return place
