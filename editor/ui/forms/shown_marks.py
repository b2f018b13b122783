"""Bold shown as bold, links as links, and the marks themselves faded, in a box that holds them as plain text."""

from __future__ import annotations

import functools

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QPalette, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from editor.markup.reading import (
    CODE,
    EMPHASIS,
    HEADING,
    HIDDEN,
    LINK,
    LONGEST,
    STRONG,
    Reading,
    has_marks,
    read_markup,
)
from editor.markup.regions import region_around, regions
from editor.ui.forms.shown_text import Difference, units
from editor.ui.look.colours import mixed

_FADED = 0.36
"""How much of the words' colour a mark keeps, the rest being the ground's: it is there, and asks for no attention."""
_STYLED = STRONG | EMPHASIS | LINK | CODE | HEADING
_Formats = tuple[tuple[int, int, int], ...]
"""Start and length within a line, and style."""


class ShownMarks(QObject):
    """Shows the marks of a document's text; a change costs no more than the reading of the paragraph it is in."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self._document = document
        self._palette = palette

    def show_all(self, text: str) -> None:
        """Show all marks of the text."""
        for start, end in regions(text):
            self._show_region(text, start, end)

    def show_change(self, text: str, changed: Difference) -> None:
        """Show the marks around what has changed."""
        start, end = region_around(text, changed.start, changed.new_end)
        if end - start > LONGEST:  # no marks are shown there, apart from those of its lines before it grew so long
            start, end = text.rfind("\n", 0, changed.start) + 1, changed.new_end
            self._show_lines(text, start, end + _length(text, end), None)
        else:
            self._show_region(text, start, end)

    def use_palette(self, palette: QPalette, text: str) -> None:
        """Show the marks in other colours."""
        if palette != self._palette:
            self._palette = palette
            self._forget(text)
            self.show_all(text)

    def _forget(self, text: str) -> None:
        self._show_lines(text, 0, len(text), None)

    def _show_region(self, text: str, start: int, end: int) -> None:
        part = text[start:end]
        self._show_lines(text, start, end, read_markup(part) if has_marks(part) else None)

    def _show_lines(self, text: str, start: int, end: int, reading: Reading | None) -> None:
        block = self._document.findBlock(units(text[:start]))
        colours = self._colours()
        at = start
        while block.isValid() and at <= end:
            line_end = min(at + _length(text, at), end)
            wanted = () if reading is None else _formats(text, at, reading.styles[at - start : line_end - start])
            self._show(block, [_range(begin, length, _format(style, *colours)) for begin, length, style in wanted])
            at = line_end + 1
            block = block.next()

    def _show(self, block: QTextBlock, wanted: list[QTextLayout.FormatRange]) -> None:
        layout = block.layout()
        if layout.formats() != wanted:
            layout.setFormats(wanted)
            self._document.markContentsDirty(block.position(), block.length())

    def _colours(self) -> tuple[int, int, int]:
        """Those of words, of the ground and of links."""
        colour = self._palette.color
        return (
            colour(QPalette.ColorRole.Text).rgb(),
            colour(QPalette.ColorRole.Base).rgb(),
            colour(QPalette.ColorRole.Link).rgb(),
        )


def _length(text: str, start: int) -> int:
    """How long a line is."""
    end = text.find("\n", start)
    return (len(text) if end < 0 else end) - start


def _formats(text: str, start: int, styles: bytes) -> _Formats:
    """The stretches of a line that look different from plain words, counted as Qt counts."""
    found = []
    at = 0
    while at < len(styles):
        end = at
        style = styles[at]
        while end < len(styles) and styles[end] == style:
            end += 1
        if style:
            shown = HIDDEN if style & HIDDEN else style & _STYLED
            found.append((units(text[start : start + at]), units(text[start + at : start + end]), shown))
        at = end
    return tuple(found)


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made


@functools.lru_cache(maxsize=256)
def _format(style: int, words: int, ground: int, link: int) -> QTextCharFormat:
    made = QTextCharFormat()
    if style & HIDDEN:
        made.setForeground(mixed(QColor.fromRgb(words), QColor.fromRgb(ground), _FADED))
    if style & (STRONG | HEADING):
        made.setFontWeight(QFont.Weight.Bold)
    if style & EMPHASIS:
        made.setFontItalic(True)
    if style & LINK:
        made.setForeground(QColor.fromRgb(link))
        made.setFontUnderline(True)
    if style & CODE:
        made.setFontFixedPitch(True)
    return made
