"""Lines made into a list and plain again, and what Enter and Backspace do within one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from editor.markup.formatting import broken
from editor.markup.list_lines import (
    INDENT,
    Line,
    apart,
    is_continued,
    lines_of,
    place_in,
    renumbered,
    run_together,
    text_of_lines,
)
from editor.markup.text_change import TextChange

_NOTHING = "\0"
"""Stands for the words of an emptied line, so that it is kept apart from its neighbours as if it had some."""


def is_list(text: str, start: int, end: int, *, numbered: bool) -> bool:
    """Whether all selected lines are items of such a list."""
    return _are_items(_taken_apart(lines_of(text, start, end), *_touched(text, start, end))[1], numbered=numbered)


def switch_list(text: str, start: int, end: int, *, numbered: bool) -> TextChange:
    """Make the selected lines a list, or, where they are one of this kind already, paragraphs."""
    lines = lines_of(text, start, end)
    before, entries, behind = _taken_apart(lines, *_touched(text, start, end))
    line_inside = text.count("\n", 0, start) - len(before)
    children, behind = _children(behind)
    entries = entries or [[Line("")]]
    old = entries[0][0]
    if _are_items(entries, numbered=numbered):
        plain = [[line.as_paragraph() for line in entry] for entry in entries]
        entries = [[replace(line, words=line.words or _NOTHING) for line in entry] for entry in plain]
        upto = apart(before, *entries)
        family = apart(upto, [child.outdented() for child in children])
    else:
        entries = [[entry[0].as_item(numbered=numbered), *entry[1:]] for entry in entries]
        upto = apart(before, *entries)
        family = [*upto, *children]
    first = len(apart(before, entries[0])) - len(entries[0])
    fresh = _followed(renumbered(family, first), behind, entries[-1][0] if children else family[-1], old)
    selected = place_in(fresh, first), place_in(fresh, len(upto) - 1, len(upto[-1].words.strip(_NOTHING)))
    if start == end:
        number = text.count("\n", 0, start)
        line = fresh[first + line_inside]
        words = len(line.words.strip(_NOTHING)) + start - place_in(lines, number, len(lines[number].words))
        selected = (min(place_in(fresh, first + line_inside, max(0, words)), selected[1]),) * 2
    return TextChange(0, len(text), text_of_lines(fresh).replace(_NOTHING, ""), selected)


def item_ended(text: str, start: int, end: int) -> TextChange | None:
    """What Enter does in an item: another one begins, and an empty one ends the list. None elsewhere."""
    rest = text[:start] + text[end:]
    lines = lines_of(rest, start, start)
    number, _ = _touched(rest, start, start)
    line, words = lines[number], place_in(lines, number)
    if not line.mark or start < words:
        return None
    if line.words.strip():
        start = max(words, len(rest[:start].rstrip(" \t")))
        trimmed = rest[:start] + rest[start:].lstrip(" \t")
        change = broken(trimmed, start, "\n" + line.start)
        fresh = renumbered(lines_of(change.of(trimmed), *change.selected), number + 1)
        cursor = change.selected[1] - len(line.start) + len(fresh[number + 1].start)
        change = TextChange(0, len(rest), text_of_lines(fresh), (cursor, cursor))
    elif line.is_counted:
        change = _item_left(rest, lines, number)
    else:
        return None
    return replace(change, end=len(text))


def line_ended(text: str, start: int, end: int) -> TextChange:
    """What Enter with Shift does: a new line in the same paragraph or item, on the page too."""
    before, behind = text[:start].rstrip(" \t"), text[end:].lstrip(" \t")
    lines = lines_of(text, start, start)
    line = lines[_touched(text, start, start)[0]]
    is_inside = bool(line.words.strip()) and start > place_in(lines, _touched(text, start, start)[0])
    indent = " " * (INDENT * (line.depth + 1)) if line.mark else line.blanks
    new = f"  \n{indent}" if is_inside else "\n"
    if not is_inside:
        before, behind = text[:start], text[end:]
    cursor = len(before) + len(new)
    return TextChange(len(before), len(text) - len(behind), new, (cursor, cursor))


def item_left(text: str, place: int) -> TextChange | None:
    """What Backspace does at an item's beginning: it is none any more, or one level further out. None elsewhere.

    None too where the number is not the list's: that is no mark which came by itself.
    """
    lines = lines_of(text, place, place)
    number, _ = _touched(text, place, place)
    line = lines[number]
    is_beginning = bool(line.mark) and line.is_counted and place == place_in(lines, number)
    return _item_left(text, lines, number) if is_beginning else None


def _item_left(text: str, lines: Sequence[Line], number: int) -> TextChange:
    line = lines[number]
    if not line.depth:
        place = place_in(lines, number)
        return switch_list(text, place, place, numbered=line.is_numbered)
    out = line.outdented()
    parents = [above for above in lines[:number] if above.mark and above.depth == out.depth]
    out = replace(out, mark=parents[-1].mark if parents else line.mark)
    fresh = renumbered([*lines[:number], out, *lines[number + 1 :]], number)
    cursor = place_in(fresh, number)
    return TextChange(0, len(text), text_of_lines(fresh), (cursor, cursor))


def _touched(text: str, start: int, end: int) -> tuple[int, int]:
    """The first and the last line of a selection; a line of which only the beginning is reached is not in it."""
    first, last = text.count("\n", 0, start), text.count("\n", 0, end)
    if last > first and text[end - 1] == "\n":
        last -= 1
    return first, last


def _taken_apart(lines: list[Line], first: int, last: int) -> tuple[list[Line], list[list[Line]], list[Line]]:
    """The lines before those touched, the touched ones (what goes on with an item stands with it), and those behind."""
    while is_continued(lines, first):
        first -= 1
    while last + 1 < len(lines) and is_continued(lines, last + 1):
        last += 1
    entries: list[list[Line]] = []
    for number in range(first, last + 1):
        if is_continued(lines, number):
            entries[-1].append(lines[number])
        elif not lines[number].is_blank:
            entries.append([lines[number]])
    return lines[:first], entries, lines[last + 1 :]


def _are_items(entries: Sequence[Sequence[Line]], *, numbered: bool) -> bool:
    return bool(entries) and all(entry[0].mark and entry[0].is_numbered == numbered for entry in entries)


def _children(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines that belong to the item above them, and those behind."""
    end = 0
    while end < len(lines) and (lines[end].depth or (lines[end].is_blank and _depth_of(lines[end + 1 : end + 2]))):
        end += 1
    return list(lines[:end]), list(lines[end:])


def _depth_of(lines: Sequence[Line]) -> int:
    return lines[0].depth if lines else 0


def _followed(lines: list[Line], behind: list[Line], above: Line, old: Line) -> list[Line]:
    """The lines with those behind them, numbered on; a list that is cut off takes the number of the `old` item."""
    if not behind or behind[0].is_blank:
        return lines + behind
    if not run_together(above, behind[0]):
        return renumbered(lines + behind, len(lines))
    if behind[0].is_numbered and behind[0].is_counted and old.is_numbered:
        behind[0] = replace(behind[0], mark=old.mark)
    return renumbered([*lines, Line(""), *behind], len(lines) + 2)
