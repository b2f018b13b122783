"""Lines made into a list and plain again, and what Enter and Backspace do within one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from editor.markup.formatting import broken
from editor.markup.list_lines import Line, apart, is_continued, joined, lines_of, place_in, renumbered
from editor.markup.text_change import TextChange

_HIGHEST = 99
"""What begins with a higher number is a year, and no item that another follows."""


def is_list(text: str, start: int, end: int, *, numbered: bool) -> bool:
    """Whether all selected lines are items of such a list."""
    return _are_items(_taken_apart(lines_of(text, start, end), *_touched(text, start, end))[1], numbered=numbered)


def switch_list(text: str, start: int, end: int, *, numbered: bool) -> TextChange:
    """Make the selected lines a list, or, where they are one of this kind already, paragraphs."""
    lines = lines_of(text, start, end)
    before, entries, behind = _taken_apart(lines, *_touched(text, start, end))
    mark = entries[0][0].mark if entries else ""
    line_inside = text.count("\n", 0, start) - len(before)
    if _are_items(entries, numbered=numbered):
        entries = [[Line(line.words) for line in entry] for entry in entries]
        behind = _without_parent(behind)
        if entries == [[Line("")]]:  # so that what is typed there is neither of the list above nor of the one below
            before += [Line("")] if before and not before[-1].is_blank else []
            behind[:0] = [Line("")] if behind and not behind[0].is_blank else []
    else:
        entries = [[entry[0].as_item(numbered=numbered), *entry[1:]] for entry in entries or [[Line("")]]]
    first = len(apart(before, entries[0])) - len(entries[0])
    upto = renumbered(apart(before, *entries), first)
    fresh = _followed(upto, behind, first, mark)
    selected = place_in(fresh, first), place_in(fresh, len(upto) - 1, len(upto[-1].words))
    if start == end:
        words = max(0, start - place_in(lines, text.count("\n", 0, start)))
        selected = (min(place_in(fresh, first + line_inside, words), selected[1]),) * 2
    return TextChange(0, len(text), joined(fresh), selected)


def item_ended(text: str, start: int, end: int) -> TextChange | None:
    """What Enter does in an item: another one begins, and an empty one ends the list. None elsewhere."""
    rest = text[:start] + text[end:]
    lines = lines_of(rest, start, start)
    number, _ = _touched(rest, start, start)
    line, words = lines[number], place_in(lines, number)
    if not line.mark or start < words or (line.is_numbered and int(line.mark[:-1]) > _HIGHEST):
        return None
    if line.words.strip():
        start = max(words, len(rest[:start].rstrip(" \t")))
        trimmed = rest[:start] + rest[start:].lstrip(" \t")
        change = broken(trimmed, start, "\n" + line.start)
        fresh = renumbered(lines_of(change.of(trimmed), *change.selected), number + 1)
        cursor = change.selected[1] - len(line.start) + len(fresh[number + 1].start)
        change = TextChange(0, len(rest), joined(fresh), (cursor, cursor))
    else:
        change = _item_left(rest, lines, number)
    return replace(change, end=len(text))


def item_left(text: str, place: int) -> TextChange | None:
    """What Backspace does at an item's beginning: it is none any more, or one level further out. None elsewhere."""
    lines = lines_of(text, place, place)
    number, _ = _touched(text, place, place)
    is_beginning = bool(lines[number].mark) and place == place_in(lines, number)
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
    return TextChange(0, len(text), joined(fresh), (cursor, cursor))


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


def _without_parent(lines: Sequence[Line]) -> list[Line]:
    """The lines below an item that is one no more: what belonged to it moves out."""
    end = 0
    while end < len(lines) and (lines[end].depth or (lines[end].is_blank and any(_depths(lines[end + 1 : end + 2])))):
        end += 1
    return apart([line.outdented() for line in lines[:end]], lines[end:])


def _depths(lines: Sequence[Line]) -> list[int]:
    return [line.depth for line in lines]


def _followed(upto: list[Line], behind: list[Line], first: int, mark: str) -> list[Line]:
    """The lines from `first` on with those behind, numbered on; where a list goes on behind others it takes `mark`."""
    fresh = apart(upto, behind)
    start = len(fresh) - len(behind)
    if start == len(upto):
        return renumbered(fresh, first) if behind and behind[0].mark else fresh
    if fresh[start].is_numbered and mark.endswith("."):
        fresh[start] = replace(fresh[start], mark=mark)
    return renumbered(fresh, start + 1)
