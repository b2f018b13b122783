"""A rectangle of cells, as the table and spreadsheets copy and paste it; for this program itself exactly as it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_CELLS = 200_000
"""More than 10,000 studies with all their fields."""


class TooManyCells(Exception):
    """More cells than anybody means to paste."""


class NotCells(Exception):
    """The data is not what `as_cell_data` makes."""


@dataclass(frozen=True, slots=True)
class CellBlock:
    """The texts of the cells, row by row; all rows are of one length, and there is at least one cell.

    Lines within a cell end as in texts, with LF alone.
    """

    rows: tuple[tuple[str, ...], ...]

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0])


def block_of_rows(rows: Iterable[Sequence[str]]) -> CellBlock:
    """A block of rows from elsewhere; shorter ones are filled up. Raises TooManyCells."""
    rows = list(rows) or [("",)]
    width = max(1, *map(len, rows))
    if width * len(rows) > MOST_CELLS:
        raise TooManyCells
    return CellBlock(tuple((*row, *[""] * (width - len(row))) for row in rows))


def as_cell_data(block: CellBlock) -> bytes:
    """The texts of all cells."""
    return json.dumps({"cells": block.rows}).encode()


def of_cell_data(data: bytes) -> CellBlock:
    """The cells that were copied. Raises NotCells."""
    try:
        rows = json.loads(data)["cells"]
        if not rows or not all(isinstance(text, str) for row in rows for text in row):
            raise NotCells
        "".join(text for row in rows for text in row).encode()  # half a character, which no file can hold
        return block_of_rows(rows)
    except (ValueError, LookupError, TypeError, RecursionError, TooManyCells) as wrong:
        raise NotCells from wrong
