"""Which character of a file makes which character of a text, so that an edit can leave the others alone."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

from editor.yaml_text.lines import BREAK, Lines
from editor.yaml_text.nodes import Style

_FOLD = re.compile(r"[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029])[ \t\n\r\x85\u2028\u2029]*")
_BLANKS = re.compile(r"[ \t]+")
_CONTINUED = re.compile(r"\\(?:\r\n|[\n\r\x85\u2028\u2029])[ \t]*")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_MADE = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where each character of a text begins in its source, and behind the last one where the text ends there.

    Of a block of text the line breaks at its end are left out; its lines are indented by `indentation`.
    """

    places: list[int]
    indentation: int = 0


def aligned(source: str, style: Style, value: str) -> Alignment | None:
    """The alignment of a scalar's source with its text; None where they could not be laid side by side."""
    if style in ("literal", "folded"):
        return _aligned_block(source, style, value.rstrip("\n"))
    end = len(source) if style == "plain" else len(source) - 1
    return _alignment(_inline(source, style, end), value, end)


def _alignment(characters: Iterable[tuple[str, int]], value: str, end: int, indentation: int = 0) -> Alignment | None:
    made, places = [], []
    for character, place in characters:
        made.append(character)
        places.append(place)
    return Alignment([*places, end], indentation) if "".join(made) == value else None


def _inline(source: str, style: Style, end: int) -> Iterator[tuple[str, int]]:
    """Characters of a plain or quoted text, each with its place."""
    position = 0 if style == "plain" else 1
    while position < end:
        blanks = _BLANKS.match(source, position, end)
        if blanks and not BREAK.match(source, blanks.end(), end):
            yield from ((source[place], place) for place in range(position, blanks.end()))
            position = blanks.end()
        elif fold := _FOLD.match(source, position, end):
            breaks = [found.start() for found in BREAK.finditer(source, position, fold.end())]
            yield (" " if len(breaks) == 1 else "\n"), position
            for place in breaks[1:-1]:
                yield "\n", place
            position = fold.end()
        elif style == "double" and source[position] == "\\":
            position = yield from _escaped(source, position)
        else:
            yield source[position], position
            position += 2 if style == "single" and source[position] == "'" else 1


def _escaped(source: str, position: int) -> Generator[tuple[str, int], None, int]:
    """The character of an escape, if it makes one; returns where the escape ends."""
    continued = _CONTINUED.match(source, position)
    if continued:
        return continued.end()
    escape = _ESCAPE.match(source, position)
    if not escape:
        return len(source)
    code = escape[1] or escape[2] or escape[3]
    yield chr(int(code, 16)) if code else _MADE.get(escape[4], ""), position
    return escape.end()


def _aligned_block(source: str, style: Style, body: str) -> Alignment | None:
    lines = Lines(source)
    rows = [(start, lines.content(number)) for number, start in enumerate(lines.starts)][1:]
    first_row = next((row for _, row in rows if row.strip(" ")), "")
    first_line = body.lstrip("\n")
    indentation = _indentation(first_row) - _indentation(first_line)
    if indentation < 1 and body:
        return None
    if style == "literal":
        rows = rows[: body.count("\n") + 1]
        characters = list(_literal(rows, indentation))
    else:
        while rows and not rows[-1][1][indentation:]:
            rows.pop()
        characters = list(_folded(rows, indentation))
    end = rows[-1][0] + len(rows[-1][1]) if rows else len(source)
    return _alignment(characters, body, end, indentation)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _literal(rows: list[tuple[int, str]], indentation: int) -> Iterator[tuple[str, int]]:
    for number, (start, row) in enumerate(rows):
        yield from _content(start, row, indentation)
        if number + 1 < len(rows):
            yield "\n", start + len(row)


def _folded(rows: list[tuple[int, str]], indentation: int) -> Iterator[tuple[str, int]]:
    above = ""
    breaks: list[int] = []  # where the lines since the last one with content end
    for start, row in rows:
        content = row[indentation:]
        if content:
            if above and above[0] not in " \t" and content[0] not in " \t":
                yield (" " if len(breaks) == 1 else "\n"), breaks[0]
                breaks = breaks[1:-1]
            yield from (("\n", place) for place in breaks)
            yield from _content(start, row, indentation)
            breaks, above = [], content
        breaks.append(start + len(row))


def _content(start: int, row: str, indentation: int) -> Iterator[tuple[str, int]]:
    return ((character, start + place) for place, character in enumerate(row) if place >= indentation)
