"""Which cells of the table of studies are chosen, as in a spreadsheet."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QTableView

_SELECT = QItemSelectionModel.SelectionFlag
Index = QModelIndex | QPersistentModelIndex
Runs = tuple[tuple[int, int], ...]
"""The first and last column of each run of cells in a row."""


class Span(Enum):
    """What a range is made of."""

    CELLS = auto()
    ROWS = auto()
    COLUMNS = auto()


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows and columns that chosen cells touch, from the top and from the left as they are seen."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    cells: frozenset[tuple[int, int]]

    @property
    def is_block(self) -> bool:
        """Whether each of the rows has a chosen cell in each of the columns."""
        return len(self.cells) == len(self.rows) * len(self.columns)


class CellSelection:
    """Chooses cells; the current cell stays where a range began, and always is one of the chosen ones."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._span = Span.CELLS
        self._kept = QItemSelection()
        self._far: Index = QModelIndex()

    # What is chosen

    @property
    def current(self) -> QModelIndex:
        """The cell that is typed into."""
        return self._table.currentIndex()

    @property
    def far(self) -> QModelIndex:
        """The corner of the range opposite the current cell; it moves when the range is extended."""
        far = self._far
        return self._index(far.row(), far.column()) if far.isValid() else self.current

    @property
    def are_rows(self) -> bool:
        """Whether whole rows are chosen, which stand for studies, and not some of their cells."""
        return self._span is Span.ROWS

    @property
    def rows(self) -> list[int]:
        """The rows that have a chosen cell."""
        return sorted({row for top, bottom, _, _ in self._parts() for row in range(top, bottom + 1)})

    @property
    def shown_columns(self) -> list[int]:
        """The columns that are shown, from the left."""
        header = self._table.horizontalHeader()
        columns = [header.logicalIndex(place) for place in range(header.count())]
        return [column for column in columns if not header.isSectionHidden(column)]

    def grid(self) -> Grid:
        """The chosen cells, without those of hidden columns."""
        shown = self.shown_columns
        cells = frozenset(
            (row, column)
            for top, bottom, left, right in self._parts()
            for row in range(top, bottom + 1)
            for column in shown
            if left <= column <= right
        )
        rows, columns = {row for row, _ in cells}, {column for _, column in cells}
        return Grid(tuple(sorted(rows)), tuple(column for column in shown if column in columns), cells)

    def has_several(self) -> bool:
        """Whether more than the current cell is chosen."""
        parts = list(self._parts())
        return len(parts) > 1 or any(top < bottom or left < right for top, bottom, left, right in parts)

    # Choosing

    def choose(self, cell: Index, span: Span = Span.CELLS) -> None:
        """Choose one cell, or its row or column, and nothing else."""
        self._span, self._kept, self._far = span, QItemSelection(), QPersistentModelIndex(cell)
        self._model.select(self._range(cell, cell), _SELECT.ClearAndSelect)
        self._model.setCurrentIndex(cell, _SELECT.NoUpdate)

    def extend_to(self, cell: Index) -> None:
        """Have the range reach from the current cell to this one."""
        self._far = QPersistentModelIndex(cell)
        selection = QItemSelection(self._kept)
        selection.merge(self._range(self.current, cell), _SELECT.Select)
        self._model.select(selection, _SELECT.ClearAndSelect)

    def extend(self, span: Span) -> None:
        """Choose the whole rows or columns of the range."""
        self._span = Span.ROWS if {span, self._span} == {Span.ROWS, Span.COLUMNS} else span
        if self._span is not span:
            self.choose_all()
        else:
            self.extend_to(self.far)

    def add(self, cell: Index, span: Span = Span.CELLS) -> None:
        """Choose one more cell or row, or take it out where it is chosen; one always stays."""
        self._span = span if span is self._span else Span.CELLS
        if self._model.isSelected(cell):
            self._take_out(cell, span)
            return
        self._kept = QItemSelection(self._model.selection())
        self._far = QPersistentModelIndex(cell)
        self._model.setCurrentIndex(cell, _SELECT.NoUpdate)
        self._model.select(self._range(cell, cell, span), _SELECT.Select)

    def choose_all(self) -> None:
        """Choose all rows; the current cell stays."""
        model = self._table.model()
        if model.rowCount():
            self.choose_rows(range(model.rowCount()), self.current)

    def choose_rows(self, rows: Iterable[int], current: Index) -> None:
        """Choose whole rows, of which one has the current cell."""
        last = self._table.model().columnCount() - 1
        self._span = Span.ROWS
        self._put(_parts_of(dict.fromkeys(rows, ((0, last),))), current)

    def choose_cells(self, rows: Collection[int], columns: Collection[int], current: Index) -> None:
        """Choose the cells where these rows and columns cross, the current one among them."""
        self._span = Span.CELLS
        runs = tuple(_runs(columns))
        self._put(_parts_of(dict.fromkeys(rows, runs)), current)

    def go_to(self, cell: Index) -> None:
        """Make another of the chosen cells the current one."""
        self._model.setCurrentIndex(cell, _SELECT.NoUpdate)

    def begin_anew(self) -> None:
        """Choose single cells again, as where other studies are shown."""
        self._span = Span.CELLS

    # Rows that come, go and move

    def columns_by_row(self) -> dict[int, Runs]:
        """The chosen cells of each row."""
        found: dict[int, list[tuple[int, int]]] = {}
        for top, bottom, left, right in self._parts():
            for row in range(top, bottom + 1):
                found.setdefault(row, []).append((left, right))
        return {row: tuple(sorted(runs)) for row, runs in found.items()}

    def put_back(self, runs: dict[int, Runs], current: Index) -> None:
        """Choose again what `columns_by_row` gave, in what are its rows now."""
        self._put(_parts_of(runs), current)

    # Parts

    @property
    def _model(self) -> QItemSelectionModel:
        return self._table.selectionModel()

    def _index(self, row: int, column: int) -> QModelIndex:
        return self._table.model().index(row, column)

    def _parts(self) -> Iterator[tuple[int, int, int, int]]:
        selection = self._model.selection()
        for place in range(selection.count()):
            part = selection.at(place)
            yield part.top(), part.bottom(), part.left(), part.right()

    def _put(self, parts: Iterable[tuple[int, int, int, int]], current: Index) -> None:
        selection = QItemSelection()
        for top, bottom, left, right in parts:
            selection.select(self._index(top, left), self._index(bottom, right))
        self._kept, self._far = QItemSelection(), QPersistentModelIndex(self._opposite(selection, current))
        self._model.select(selection, _SELECT.ClearAndSelect)
        self._model.setCurrentIndex(current, _SELECT.NoUpdate)

    def _opposite(self, selection: QItemSelection, current: Index) -> Index:
        """The far corner of the part that the current cell is in."""
        for place in range(selection.count()):
            part = selection.at(place)
            if part.contains(current):
                return part.topLeft() if current == part.bottomRight() else part.bottomRight()
        return current

    def _range(self, one: Index, other: Index, span: Span | None = None) -> QItemSelection:
        """The cells between two corners as they are seen; whole rows have their hidden columns too."""
        span = span or self._span
        model, header = self._table.model(), self._table.horizontalHeader()
        top, bottom = sorted((one.row(), other.row()))
        if span is Span.COLUMNS:
            top, bottom = 0, model.rowCount() - 1
        columns: Sequence[int] = range(model.columnCount())
        if span is not Span.ROWS:
            left, right = sorted(header.visualIndex(cell.column()) for cell in (one, other))
            columns = [column for column in self.shown_columns if left <= header.visualIndex(column) <= right]
        selection = QItemSelection()
        for first, last in _runs(columns):
            selection.select(self._index(top, first), self._index(bottom, last))
        return selection

    def _take_out(self, cell: Index, span: Span) -> None:
        left = QItemSelection(self._model.selection())
        left.merge(self._range(cell, cell, span), _SELECT.Deselect)
        if left.isEmpty():
            return
        self._kept, current = left, self.current
        self._model.select(left, _SELECT.ClearAndSelect)
        if self._model.isSelected(current):
            return
        cells = ((row, column) for row, runs in self.columns_by_row().items() for run in runs for column in run)
        row, column = min(cells, key=lambda place: (abs(place[0] - current.row()), abs(place[1] - current.column())))
        self._far = QPersistentModelIndex(self._index(row, column))
        self._model.setCurrentIndex(self._index(row, column), _SELECT.NoUpdate)


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each run of numbers that follow each other."""
    for _, run in itertools.groupby(enumerate(sorted(set(numbers))), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        yield found[0], found[-1]


def _parts_of(runs: dict[int, Runs]) -> Iterator[tuple[int, int, int, int]]:
    """Top, bottom, left and right of as few parts as rows that follow each other and have the same columns make."""
    rows = sorted(runs)
    for _, group in itertools.groupby(enumerate(rows), lambda pair: (pair[1] - pair[0], runs[pair[1]])):
        found = [row for _, row in group]
        for left, right in runs[found[0]]:
            yield found[0], found[-1], left, right
