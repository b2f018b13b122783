"""Studies in the rows of a CSV or TSV file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import PurePath

from editor.content.cell_block import CellBlock, TooManyCells, block_of_rows
from editor.content.column_matching import guessed, has_headings, studies_of
from editor.content.fields import STUDY_FIELDS, with_values
from editor.content.study import Study
from editor.references.reading import UnsupportedFormat
from editor.references.reading.decoding import decoded
from editor.words import tr

_ENDINGS = (".csv", ".tsv")
_LABELS = tuple(field.label for field in STUDY_FIELDS)
_SIGNS = "\t;,"
_MADE_HARMLESS = re.compile(r"'(?='*\s*[=+\-@])")


class UnclearColumns(Exception):
    """The rows say nothing plain of what their columns are: somebody has to."""

    def __init__(self, block: CellBlock) -> None:
        super().__init__()
        self.block = block


def is_table(name: str) -> bool:
    """Whether a file of this name holds rows."""
    return PurePath(name).suffix.lower() in _ENDINGS


def studies_in_table(data: bytes) -> tuple[Study, ...]:
    """The studies of a file all of whose headings are fields of a study, of the title at least.

    Raises UnclearColumns, and UnsupportedFormat for no rows at all.
    """
    block = _block(decoded(data))
    if block.rows[0][-len(_LABELS) :] == _LABELS:
        return tuple(map(_own_study, block.rows[1:]))
    matching = guessed(block, headings=True)
    names = [None if field is None else field.name for field in matching]
    if not has_headings(block) or None in names or "title" not in names:
        raise UnclearColumns(block)
    return studies_of(block, matching, headings=True)


def _own_study(row: tuple[str, ...]) -> Study:
    """The study of a row that this program has written: its texts as they were, with the marks of the summary."""
    cells = zip(STUDY_FIELDS, row[-len(STUDY_FIELDS) :], strict=True)
    return with_values(Study(), ((field, text if text or field.required else None) for field, text in cells))


def _block(text: str) -> CellBlock:
    first = text.strip().partition("\n")[0]
    sign = max(_SIGNS, key=first.count)
    try:
        rows = list(_rows(text, sign))
        if not rows:
            raise UnsupportedFormat(tr("There is nothing in this table."))
        return block_of_rows(rows)
    except TooManyCells:
        raise UnsupportedFormat(tr("This table is too long. Save it in parts and add these one by one.")) from None
    except csv.Error:
        raise UnsupportedFormat(tr("This table can't be read. Save it once more as CSV, and add that.")) from None


def _rows(text: str, sign: str) -> Iterator[list[str]]:
    """The rows, each cell as it was before a program that exported it made it harmless for spreadsheets."""
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
        if any(cell.strip() for cell in row):
            yield [_MADE_HARMLESS.sub("", cell, count=1) if cell.startswith("'") else cell for cell in row]
