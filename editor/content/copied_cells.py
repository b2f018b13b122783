"""Cells on the clipboard for this program itself: exactly as they are."""

from __future__ import annotations

import json

from editor.content.cell_block import CellBlock, TooManyCells, block_of_rows


class NotCells(Exception):
    """The data is not what `as_cell_data` makes."""


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
