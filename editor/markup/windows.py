"""Stretches of a text that are taken apart and written anew, with the rest of the text left alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.markup.reading import EMPHASIS, LINK, STRONG, Reading, read_markup
from editor.markup.styled_words import Piece, Words, what_is_meant, what_is_shown, written

_START_OF_LINE = re.compile(r"[ \t]*(?:(?:[-+*]|\d+\.)[ \t]+|>[ \t]?|#{1,6}[ \t]*)*")
_OUR_MARKS = frozenset("*_")
_STYLED = STRONG | EMPHASIS | LINK


@dataclass(slots=True)
class Window:
    """A stretch of one paragraph that no bold, italic or link reaches out of: its pieces, each with its place."""

    start: int
    end: int
    pieces: list[tuple[int, Piece]]


def open_window(reading: Reading, first: int, last: int) -> Window:
    """The narrowest window around a stretch of one paragraph; `first` equals `last` between two characters."""
    block = _block_of(reading, first, last)
    start, end = first, last
    if block:
        least, most = _bounds(reading, block)
        while (before := _last_styled(reading, block, range(start - 1, least - 1, -1))) is not None:
            start = before
        while (behind := _last_styled(reading, block, range(end, most))) is not None:
            end = behind + 1
        while end > last and reading.text[end - 1] == "\\" and not reading.is_shown(end - 1):
            end -= 1  # it belongs to what stands behind
    return Window(start, end, _pieces(reading, start, end))


def pieces_between(reading: Reading, start: int, end: int) -> list[Piece] | None:
    """The pieces of a stretch within one paragraph; None where it is none."""
    blocks = {reading.blocks[place] for place in range(start, end) if reading.is_shown(place)}
    if len(blocks) != 1 or "\n" in reading.text[start:end]:
        return None
    least, most = _bounds(reading, blocks.pop())
    return [piece for _, piece in _pieces(reading, max(start, least), min(end, most))]


def write_windows(reading: Reading, windows: Sequence[Window]) -> tuple[int, int, str] | None:
    """What replaces which stretch of the text; None where the page would read no way of writing it as it is meant."""
    meant: Words = []
    at = 0
    for window in windows:
        meant += what_is_shown(reading, at, window.start)
        meant += what_is_meant([piece for _, piece in window.pieces])
        at = window.end
    meant += what_is_shown(reading, at)
    start, end = windows[0].start, windows[-1].end
    for forms in zip(*(written([piece for _, piece in window.pieces]) for window in windows), strict=True):
        parts = []
        at = start
        for window, form in zip(windows, forms, strict=True):
            parts += [reading.text[at : window.start], form]
            at = window.end
        new = "".join(parts)
        if what_is_shown(read_markup(reading.text[:start] + new + reading.text[end:])) == meant:
            return start, end, new
    return None


def _block_of(reading: Reading, first: int, last: int) -> int:
    """The paragraph of a stretch; between two characters, that of the nearest one on the line, to the left first."""
    if first < last:
        return reading.blocks[first]
    line_start = reading.text.rfind("\n", 0, first) + 1
    line_end = reading.text.find("\n", first)
    line_end = len(reading.text) if line_end < 0 else line_end
    beside = [*range(first - 1, line_start - 1, -1), *range(first, line_end)]
    return next((reading.blocks[place] for place in beside if reading.is_shown(place)), 0)


def _bounds(reading: Reading, block: int) -> tuple[int, int]:
    """From where to where a paragraph's marks can stand: behind what makes it an item or a heading."""
    first = reading.blocks.index(block)
    line_start = reading.text.rfind("\n", 0, first) + 1
    found = _START_OF_LINE.match(reading.text, line_start)
    least = found.end() if found is not None else line_start
    if least > first or any(reading.is_shown(place) for place in range(line_start, least)):
        least = line_start
    last = len(reading.blocks) - 1 - reading.blocks[::-1].index(block)
    line_end = reading.text.find("\n", last)
    return least, len(reading.text) if line_end < 0 else line_end


def _last_styled(reading: Reading, block: int, places: range) -> int | None:
    """The next place that is a mark or has a style; blanks may lie between."""
    for place in places:
        if not reading.is_shown(place) or (reading.blocks[place] == block and reading.styles[place] & _STYLED):
            return place
        if not reading.text[place].isspace():
            return None
    return None


def _pieces(reading: Reading, start: int, end: int) -> list[tuple[int, Piece]]:
    text = reading.text
    targets = {}
    brackets: set[int] = set()
    for link in reading.links:
        brackets.update((link.start, *range(link.words_end, link.end)))
        targets.update(dict.fromkeys(range(link.start, link.end), text[link.words_end + 2 : link.end - 1]))
    pieces: list[tuple[int, Piece]] = []
    for place in range(start, end):
        style, target = reading.styles[place] & (STRONG | EMPHASIS), targets.get(place, "")
        if reading.is_shown(place):
            is_escaped = place > start and text[place - 1] == "\\" and not reading.is_shown(place - 1)
            pieces.append((place, Piece(text[place - 1 : place + 1] if is_escaped else text[place], style, target)))
        elif place not in brackets and text[place] not in _OUR_MARKS and not _is_escape(reading, place):
            beside = pieces[-1][1].style if pieces else 0
            pieces.append((place, Piece(text[place], beside, target, is_hidden=True)))
    return pieces


def _is_escape(reading: Reading, place: int) -> bool:
    return reading.text[place] == "\\" and place + 1 < len(reading.text) and reading.is_shown(place + 1)
