"""The comments of a YAML text: what stands behind a `#` outside of all scalars."""

from __future__ import annotations

from editor.yaml_text.events import EventTable
from editor.yaml_text.lines import BREAK

_BEFORE = " \t\n\r\x85\u2028\u2029\ufeff"


def comments(text: str, table: EventTable) -> tuple[tuple[int, str], ...]:
    """Position and text of every comment, without white space at its end."""
    found = []
    places = table.scalar_places()
    start, end, style = next(places, (len(text), len(text), ""))
    position = text.find("#")
    while position >= 0:
        while end <= position and start < len(text):
            start, end, style = next(places, (len(text), len(text), ""))
        if start <= position and not (style in ("literal", "folded") and _in_first_line(text, start, position)):
            position = text.find("#", end if end > position else position + 1)
            continue
        line_end = _line_end(text, position)
        if position == 0 or text[position - 1] in _BEFORE:
            found.append((position, text[position:line_end].rstrip()))
            position = line_end - 1
        position = text.find("#", position + 1)
    return tuple(found)


def _line_end(text: str, position: int) -> int:
    found = BREAK.search(text, position)
    return found.start() if found else len(text)


def _in_first_line(text: str, start: int, position: int) -> bool:
    """Whether a position lies on the line of a block's header, which may hold a comment."""
    return not BREAK.search(text, start, position)
