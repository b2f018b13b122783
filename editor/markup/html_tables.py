"""Tables as spreadsheets, word processors and browsers put them into the clipboard, read cell by cell."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

from editor.markup.html_reading import TooMuch, fragment

MOST_CHARACTERS = 20_000_000
MOST_SECONDS = 1.0
_SLICE = 65_536
_LONGEST_TAG = 1_000_000
_WIDEST_SPAN = 1000
"""Columns of one cell, as browsers allow."""

OURS = "Clinic Page Editor"
_WRITTEN_WITHOUT_WRAPPING = ("LibreOffice", "Apache OpenOffice", OURS)
"""Programs whose every blank in a cell is one of the cell."""

_CELLS = frozenset({"td", "th"})
_LINES = frozenset(
    {"blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "table", "tr", "ul"}
)
"""What stands on lines of its own within a cell."""
_NO_WORDS = frozenset({"head", "script", "style", "title"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BLANKS_AT_LINE_END = re.compile(r" *\n *")
_BLANKS_WITHIN = re.compile(r" {2,}")
_KEPT_BLANK = "\x1f"
_NOT_SHOWN = re.compile(r"display:\s*none")


def table_rows(source: str, most_cells: int) -> list[list[str]]:
    """The rows of the table, or of the tables one below the other; none where words stand outside of them.

    A cell that spans several is followed by empty ones. Raises TooMuch for what is larger or slower to read than
    anything that a person copies, or has more than `most_cells`.
    """
    if len(source) > MOST_CHARACTERS:
        raise TooMuch
    source = fragment(source)
    reader = _TableReader(most_cells)
    ends = time.monotonic() + MOST_SECONDS
    for start in range(0, len(source), _SLICE):
        reader.feed(source[start : start + _SLICE])
        if time.monotonic() > ends or len(reader.rawdata) > _LONGEST_TAG:
            raise TooMuch
    reader.close()
    return reader.rows()


class _TableReader(HTMLParser):
    """Takes down the words of each cell while tags begin and end; tables within cells are words of these."""

    def __init__(self, most_cells: int) -> None:
        super().__init__(convert_charrefs=True)
        self._cells_left = most_cells
        self._rows: list[list[str]] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._covered: set[int] = set()
        self._spans: dict[int, int] = {}
        self._depth = self._place = 0
        self._is_silent = self._has_other_words = self._keeps_blanks = self._is_run_of_blanks = False
        self._begins_line = self._is_for_widths = False

    def rows(self) -> list[list[str]]:
        """All rows; none where words stood outside of cells."""
        self._end_row()
        return [] if self._has_other_words else self._rows

    # What the parser tells

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._is_silent = tag in _NO_WORDS or (self._is_silent and tag not in ("body", "table"))
        if tag == "google-sheets-html-origin":
            self._keeps_blanks = True
        elif tag == "meta" and given.get("name", "").lower() == "generator":
            self._keeps_blanks = given.get("content", "").startswith(_WRITTEN_WITHOUT_WRAPPING)
        self._depth += tag == "table"
        if self._depth > 1 or (tag != "tr" and tag not in _CELLS):
            self._begin_words(tag, given)
        elif tag == "tr":
            self._end_row()
            self._begin_row()
            self._is_for_widths = given.get("height") == "0" and bool(_NOT_SHOWN.search(given.get("style", "")))
        else:
            self._begin_cell(_span(given, "colspan"), _span(given, "rowspan"))

    def handle_endtag(self, tag: str) -> None:
        self._is_silent = self._is_silent and tag not in _NO_WORDS
        self._is_run_of_blanks = False
        self._begins_line = self._begins_line or tag in _LINES
        if self._depth <= 1 and tag in _CELLS:
            self._end_cell()
        elif self._depth <= 1 and tag in ("tr", "table"):
            self._end_row()
        if tag == "table" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._is_silent:
            return
        if self._cell is None:
            self._has_other_words = self._has_other_words or bool(data.strip())
        elif self._is_run_of_blanks:
            self._cell.append(_KEPT_BLANK * len(data))
        else:
            words = data if self._keeps_blanks else _BLANKS.sub(" ", data)
            if self._begins_line and words.strip():
                self._begins_line = False
                self._cell.append("\n" if any(map(str.strip, self._cell)) else "")
            self._cell.append(words)

    # Rows and cells

    def _begin_words(self, tag: str, given: dict[str, str]) -> None:
        """Note what an element says about the words of the cell in which it stands."""
        self._is_run_of_blanks = "mso-spacerun" in given.get("style", "")
        self._begins_line = self._begins_line or tag in _LINES or tag in _CELLS
        if tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def _begin_row(self) -> None:
        self._row, self._is_for_widths = [], False
        self._covered = set(self._spans)
        self._spans = {column: rows - 1 for column, rows in self._spans.items() if rows > 1}
        self._take(1 + len(self._covered))

    def _begin_cell(self, columns: int, rows: int) -> None:
        self._end_cell()
        if self._row is None:
            self._begin_row()
        assert self._row is not None
        self._fill(self._row)
        self._take(columns)
        first = len(self._row)
        self._row.extend([""] * columns)
        if rows > 1:
            self._spans.update(dict.fromkeys(range(first, first + columns), rows - 1))
        self._cell, self._begins_line = [], False
        self._place = first

    def _end_cell(self) -> None:
        if self._cell is not None and self._row is not None:
            self._row[self._place] = self._words_of("".join(self._cell))
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None:
            self._fill(self._row)
            if self._row and not self._is_for_widths:
                self._rows.append(self._row)
        self._row = None

    def _fill(self, row: list[str]) -> None:
        """Pass the places that cells of the rows above take."""
        while len(row) in self._covered:
            row.append("")

    def _take(self, cells: int) -> None:
        self._cells_left -= cells
        if self._cells_left < 0:
            raise TooMuch

    def _words_of(self, text: str) -> str:
        if self._keeps_blanks:
            return "" if text == "\n" else text  # LibreOffice's empty cell
        text = _BLANKS_AT_LINE_END.sub("\n", _BLANKS_WITHIN.sub(" ", text)).strip()
        return text.replace(_KEPT_BLANK, " ")


def _span(given: dict[str, str], name: str) -> int:
    text = given.get(name, "").strip()
    return min(max(int(text), 1), _WIDEST_SPAN) if text.isascii() and text.isdigit() and len(text) < 10 else 1
