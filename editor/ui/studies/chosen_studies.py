"""Which studies and cells of the table are chosen: by keys and fields, as rows and columns come, go and move."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTableView

from editor.content.cell_changes import Cell, ChosenCells
from editor.content.fields import Field
from editor.content.study import StudyKey
from editor.ui.studies.cell_selection import CellSelection, Runs
from editor.ui.studies.study_columns import COLUMNS
from editor.ui.studies.study_model import StudyModel


class ChosenStudies:
    """Tells what is chosen in a table, and what is shown of it; chooses studies and cells again."""

    def __init__(self, table: QTableView, model: StudyModel, selection: CellSelection) -> None:
        self._table = table
        self._model = model
        self._selection = selection

    def runs(self) -> dict[StudyKey, Runs]:
        """The chosen cells of each study, to be chosen again once rows have come, gone or moved."""
        return {self._model.study(row).key: runs for row, runs in self._selection.columns_by_row().items()}

    @property
    def keys(self) -> tuple[StudyKey, ...]:
        """The studies of which a cell is chosen, the current cell's first; empty while that is none of them."""
        current = self._table.currentIndex().row()
        rows = self._selection.rows
        if current not in rows:
            return ()
        return tuple(self._model.study(row).key for row in (current, *(row for row in rows if row != current)))

    @property
    def cells(self) -> ChosenCells:
        """The chosen cells of the columns that are shown, from the top and from the left."""
        grid = self._selection.grid()
        keys = {row: self._model.study(row).key for row in grid.rows}
        return ChosenCells(
            tuple(keys.values()),
            tuple(COLUMNS[column] for column in grid.columns),
            frozenset((keys[row], COLUMNS[column]) for row, column in grid.cells),
            are_studies=self._selection.are_rows,
        )

    @property
    def current_cell(self) -> Cell | None:
        """The cell that is typed into."""
        current = self._table.currentIndex()
        return (self._model.study(current.row()).key, COLUMNS[current.column()]) if current.isValid() else None

    @property
    def shown_keys(self) -> tuple[StudyKey, ...]:
        """All studies that are shown, from the top."""
        return tuple(self._model.study(row).key for row in range(self._model.rowCount()))

    @property
    def shown_fields(self) -> tuple[Field, ...]:
        """The fields of the columns that are shown, from the left."""
        return tuple(COLUMNS[column] for column in self._selection.shown_columns)

    def choose_cells(self, keys: Iterable[StudyKey], fields: Iterable[Field]) -> None:
        """Choose the cells of these studies in these columns, as far as they are shown; the first is the current."""
        rows = [row for key in keys if (row := self._model.row_of(key)) is not None]
        wanted = set(fields)
        columns = [column for column in self._selection.shown_columns if COLUMNS[column] in wanted]
        if rows and columns:
            first = self._model.index(rows[0], columns[0])
            self._selection.choose_cells(rows, columns, first)
            self._table.scrollTo(first)

    def choose_again(self, cells: dict[StudyKey, Runs], chosen: tuple[StudyKey, ...], column: int) -> None:
        """Choose cells that were chosen before rows came, went or moved, if they are those of the chosen studies."""
        rows = {key: row for key in (*cells, *chosen) if (row := self._model.row_of(key)) is not None}
        if chosen and cells.keys() == rows.keys() == set(chosen):
            self._selection.put_back({rows[key]: runs for key, runs in cells.items()}, self._cell_of(chosen[0], column))

    def choose(self, keys: tuple[StudyKey, ...], column: int) -> None:
        """Choose the cell of a study, or the whole rows of several, or where whole rows were chosen."""
        chosen = self.keys
        cells = [cell for key in keys if (cell := self._cell_of(key, column)).isValid()]
        if keys == chosen or not cells:
            return
        if set(keys) == set(chosen):
            self._selection.go_to(cells[0])
        elif len(cells) == 1 and not self._selection.are_rows:
            self._selection.choose(cells[0])
        else:
            self._selection.choose_rows([cell.row() for cell in cells], cells[0])

    def _cell_of(self, key: StudyKey, column: int) -> QModelIndex:
        row = self._model.row_of(key)
        return QModelIndex() if row is None else self._model.index(row, column)
