"""Paragraphs begun and joined again: Enter leaves a blank line, as one line end alone is none on the page."""

from __future__ import annotations

from editor.markup.formatting import broken
from editor.markup.list_lines import lines_of
from editor.markup.text_change import TextChange

_BREAK = "  \n"
"""Two blanks make the page begin a new line."""


def paragraph_ended(text: str, start: int, end: int) -> TextChange | None:
    """What Enter does in a paragraph: another one begins. None in lists, quotations, code and HTML."""
    rest = text[:start] + text[end:]
    line = lines_of(rest, start, start)[rest.count("\n", 0, start)]
    if line.mark or line.blanks or line.words.startswith((">", "<")):
        return None
    before, behind = rest[:start].rstrip(" \t"), rest[start:].lstrip(" \t")
    if not before or before.endswith("\n"):
        return TextChange(start, end, "\n", (start + 1, start + 1))
    if behind[:1] == "\n" and behind[1:2] not in ("", "\n"):
        behind = "\n" + behind  # lest what is typed now runs on with it
    change = broken(before + behind, len(before), "\n\n")
    return TextChange(0, len(text), change.of(before + behind), change.selected)


def joined_to_above(text: str, place: int) -> TextChange | None:
    """What Backspace does at the beginning of a paragraph or line: it goes on with the one above. None elsewhere."""
    before = text[:place]
    words = before.removesuffix("\n\n") if before.endswith("\n\n") else before.removesuffix(_BREAK)
    if words == before or not words or words.endswith("\n") or lines_of(text, place, place)[before.count("\n")].mark:
        return None
    return TextChange(len(words), place, "", (len(words), len(words)))


def joined_to_below(text: str, place: int) -> TextChange | None:
    """What Delete does at the end of a paragraph: the next one goes on there. None elsewhere."""
    behind = text[place : place + 3]
    is_end = behind[:2] == "\n\n" != behind[1:] and text[place - 1 : place] not in ("", "\n")
    change = joined_to_above(text, place + 2) if is_end else None
    return None if change is None else TextChange(place, place + 2, "", (place, place))
