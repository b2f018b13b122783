"""The rows of CSV text, and of text with tabs: a quotation mark too many in one spoils no other."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.words import tr


class Row(NamedTuple):
    """The cells of a row, None where they cannot be told apart; it goes from line `begin`, counted from 1, to `end`."""

    begin: int
    end: int
    cells: list[str] | None

    @property
    def why_unread(self) -> str:
        """What to say of a row whose cells cannot be told apart."""
        return tr("The row that begins in line {line} has a quotation mark too many or too few.", line=self.begin)


def rows_of(text: str, separator: str) -> Iterator[Row]:
    """The rows that are not blank.

    One that is damaged ends where the next begins that has as many cells as the first of all; its own line counts as
    one where it has so many with its quotation marks taken for words.
    """
    lines = text.split("\n")
    at, width, is_damaged = 0, 0, False
    while at < len(lines):
        for begin, end, strict in _strict_rows(lines, at, separator):
            cells, at = strict, end
            if cells is None or (is_damaged and len(cells) != width):
                cells, at = _typed(lines[begin - 1], separator, width), begin
            if cells is None and not is_damaged:
                yield Row(begin, at, None)
            is_damaged = cells is None
            if cells:
                width = width or len(cells)
                yield Row(begin, at, cells)
            if at != end:
                break


def _strict_rows(lines: Sequence[str], at: int, separator: str) -> Iterator[Row]:
    """The rows from a line on, counted from 0; the last is None if its quotation marks are not as they should be."""
    following = (f"{lines[number]}\n" for number in range(at, len(lines)))
    reader = csv.reader(following, delimiter=separator, strict=True)
    end = at
    try:
        for cells in reader:
            begin, end = end + 1, at + reader.line_num
            yield Row(begin, end, cells)
    except csv.Error:
        yield Row(end + 1, len(lines), None)


def _typed(line: str, separator: str, width: int) -> list[str] | None:
    """The cells of a line, if it has so many, however it uses quotation marks."""
    for quoting in (csv.QUOTE_NONE, csv.QUOTE_MINIMAL):
        try:
            cells = next(csv.reader([line], delimiter=separator, quoting=quoting), [])
        except csv.Error:
            continue
        if len(cells) == width:
            return cells
    return None
