"""Cells as spreadsheets put them on the clipboard: lines of text with tabs, and a table in HTML.

As text, Excel, Google Sheets and LibreOffice put a cell into quotation marks only where a tab or a line end within it
makes that necessary. LibreOffice's plain text has blanks in place of line ends; in HTML all three keep them. So HTML
is what to trust where both are there, and the text where the HTML is no table or too large.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from editor.content.cell_block import MOST_CELLS, CellBlock, TooManyCells, block_of_rows
from editor.markup.html_reading import TooMuch
from editor.markup.html_tables import MOST_CHARACTERS, OURS, table_rows
from editor.markup.plain_text import plain_lines

_CELL = re.compile(r'(?:"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|\Z)|([^\t\r\n]*))(\t|\r\n?|\n|\Z)')
_NEEDS_QUOTES = re.compile(r'[\t\r\n]|\A"')
_HAD_TO_BE_QUOTED = re.compile(r'[\t\r\n]|""|\A\Z')

_NO_TEXT = re.compile(r"[\r\x85\u2028\u2029\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffc]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")

_TEXT_IN_EXCEL = "mso-number-format:'\\@'"
_TEXT_IN_LIBREOFFICE = "0;0;@"
_LINE_END = '<br style="mso-data-placement:same-cell">'
"""Without it, Excel goes on in the row below."""


def block_of_text(text: str) -> CellBlock:
    """The cells of copied text; words without tabs and line ends are one cell. Raises TooManyCells."""
    if len(text) > MOST_CHARACTERS:
        raise TooManyCells
    return block_of_rows(map(_cleaned, _rows_of(text)))


def block_of_html(html: str) -> CellBlock | None:
    """The cells of a copied table; None where the HTML is something else, or takes too long to read.

    Raises TooManyCells.
    """
    try:
        rows = table_rows(html, MOST_CELLS)
    except TooMuch:
        return None
    return block_of_rows(map(_cleaned, rows)) if rows else None


def text_of(block: CellBlock) -> str:
    """The cells as lines of text with tabs, quoted as Excel does it; one cell alone has no line end."""
    lines = ["\t".join(map(_quoted, row)) for row in block.rows]
    return lines[0] if block.height == block.width == 1 else "".join(f"{line}\n" for line in lines)


def html_of(block: CellBlock) -> str:
    """The cells as a table that spreadsheets take in as it is: "2017-12" and "007" stay text there."""
    rows = "\n".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in block.rows)
    return (
        f'<html><head><meta charset="utf-8"><meta name="generator" content="{OURS}"></head>\n'
        f"<body><table>\n{rows}\n</table></body></html>"
    )


def _rows_of(text: str) -> Iterator[list[str]]:
    row: list[str] = []
    for count, found in enumerate(_CELL.finditer(text), start=1):
        if count > MOST_CELLS:
            raise TooManyCells
        quoted, plain, end = found.groups()
        row.append(plain if quoted is None else _unquoted(quoted))
        if end != "\t":
            yield row
            row = []
            if found.end() == len(text):
                return


def _unquoted(quoted: str) -> str:
    """What a cell says that stands in quotation marks: where nothing called for them, they are part of its words."""
    return quoted.replace('""', '"') if _HAD_TO_BE_QUOTED.search(quoted) else f'"{quoted}"'


def _quoted(text: str) -> str:
    if not _NEEDS_QUOTES.search(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _html_cell(text: str) -> str:
    words = escape(text, quote=False).replace("\n", _LINE_END)
    return f'<td style="{_TEXT_IN_EXCEL}" sdnum="{_TEXT_IN_LIBREOFFICE}">{words}</td>'


def _cleaned(row: Sequence[str]) -> list[str]:
    """The texts with one kind of line end, and without what no file can hold: control characters, half characters."""
    return [_clean(text) for text in row]


def _clean(text: str) -> str:
    if _NO_TEXT.search(text):
        text = plain_lines(text)
    return _HALF_CHARACTER.sub("\ufffd", text) if _HALF_CHARACTER.search(text) else text
