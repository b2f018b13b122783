"""Studies in the rows of a CSV or TSV file."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from editor.content.cell_block import CellBlock, TooManyCells, block_of_rows
from editor.content.column_matching import guessed, has_headings, studies_of
from editor.content.fields import STUDY_FIELDS, with_values
from editor.content.study import Study
from editor.references.reading import UnsupportedFormat
from editor.references.reading.decoding import decoded
from editor.references.reading.table_rows import rows_of
from editor.words import tr

_ENDINGS = (".csv", ".tsv")
_LABELS = tuple(field.label for field in STUDY_FIELDS)
_SIGNS = "\t;,"
_MADE_HARMLESS = re.compile(r"'(?='*\s*[=+\-@])")


class UnclearColumns(Exception):
    """The rows say nothing plain of what their columns are: somebody has to. `unread` tells which are left out."""

    def __init__(self, block: CellBlock, unread: tuple[str, ...]) -> None:
        super().__init__()
        self.block = block
        self.unread = unread


def is_table(name: str) -> bool:
    """Whether a file of this name holds rows."""
    return PurePath(name).suffix.lower() in _ENDINGS


class TableStudies(NamedTuple):
    """The studies of a table, and what in it could not be read."""

    studies: tuple[Study, ...]
    unread: tuple[str, ...] = ()


def studies_in_table(data: bytes) -> TableStudies:
    """The studies of a file all of whose headings are fields of a study, of the title at least.

    Raises UnclearColumns, and UnsupportedFormat for no rows at all.
    """
    block, unread = _block(decoded(data))
    if block.rows[0][-len(_LABELS) :] == _LABELS:
        return TableStudies(tuple(map(_own_study, block.rows[1:])), unread)
    matching = guessed(block, headings=True)
    names = [None if field is None else field.name for field in matching]
    if not has_headings(block) or None in names or "title" not in names:
        raise UnclearColumns(block, unread)
    return TableStudies(studies_of(block, matching, headings=True), unread)


def _own_study(row: tuple[str, ...]) -> Study:
    """The study of a row that this program has written: its texts as they were, with the marks of the summary."""
    cells = zip(STUDY_FIELDS, row[-len(STUDY_FIELDS) :], strict=True)
    return with_values(Study(), ((field, text if text or field.required else None) for field, text in cells))


def _block(text: str) -> tuple[CellBlock, tuple[str, ...]]:
    """The rows that say anything, and of which it is told why not."""
    first = text.strip().partition("\n")[0]
    rows = list(rows_of(text, max(_SIGNS, key=first.count)))
    unread = tuple(row.why_unread for row in rows if row.cells is None)
    told = [list(map(_as_exported, row.cells)) for row in rows if row.cells and any(map(str.strip, row.cells))]
    if len(told) < 2 and unread:
        raise UnsupportedFormat(unread[0])
    if not told:
        raise UnsupportedFormat(tr("There is nothing in this table."))
    try:
        return block_of_rows(told), unread
    except TooManyCells:
        raise UnsupportedFormat(tr("This table is too long. Save it in parts and add these one by one.")) from None


def _as_exported(cell: str) -> str:
    """A cell as it was before a program that exported it made it harmless for spreadsheets."""
    return _MADE_HARMLESS.sub("", cell, count=1) if cell.startswith("'") else cell
