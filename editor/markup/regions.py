"""The part of a text that has to be read to know how a stretch of it shows: a long text is not read at every key."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NEW_PARAGRAPH = re.compile(r"\n(?:[^\S\n]*\n)+(?=[^\s*+\-#=>`<\[&\d]|\*\*\S|\d+[^\d.])")
"""Where a paragraph begins that no list, quotation or code before it reaches into."""
_ITEM = re.compile(r"(?:[-+*]|(\d+\.)) +(?![#>=+-]|\d+\.|\* |[-*_ ]+\Z)\S")
"""An item of words: with a rule, a heading or another list in it, the lines below depend on those above."""
_LIKE_ITEM = re.compile(r" {0,3}(?:[-+*]|\d+\.)(?: |\Z)")
_BELOW_ITEM = re.compile(r"(?: {4}|\t|[ \t]*\Z)")
LONGEST_READ = 60_000
"""Characters, some thirty printed pages: a longer text is one region, and so is not read at all."""
_REACHES_FAR = re.compile(r"<[A-Za-z/!?]|^ {0,3}\[[^\[\]]*\]:", re.MULTILINE)


def regions(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text that can be read one by one: what is outside of one shows the same whatever is inside.

    They are paragraphs, and the items of the outermost lists with what is below them.
    """
    if len(text) > LONGEST_READ or _REACHES_FAR.search(text) is not None:
        yield 0, len(text)
        return
    for first, last in _without_lists_apart(text):
        yield from _items(text, first, last)


def region_around(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where to read so that a stretch is understood."""
    return _around(regions(text), len(text), start, end)


def list_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The same with the whole of each list that the stretch is in."""
    return _around(_without_lists_apart(text), len(text), start, end)


def _around(parts: Iterator[tuple[int, int]], length: int, start: int, end: int) -> tuple[int, int]:
    first = 0
    for part_start, part_end in parts:
        if part_start <= start:
            first = part_start
        if part_end >= end:
            return first, part_end
    return first, length


def _without_lists_apart(text: str) -> Iterator[tuple[int, int]]:
    first = 0
    if len(text) <= LONGEST_READ and _REACHES_FAR.search(text) is None:
        for gap in _NEW_PARAGRAPH.finditer(text):
            yield first, gap.start()
            first = gap.end()
    yield first, len(text)


def _items(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The items of the list that a part of a text ends with, and what is before it.

    All is one where it has lines that might go on with another item, or begin another list.
    """
    starts: list[int] = []
    is_numbered = False
    can_begin = was_blank = True
    at = first
    for line in text[first:last].split("\n"):
        item = _ITEM.match(line)
        if was_blank:  # behind a blank line, what is below an item takes lines without blanks before them along
            can_begin = item is not None
        if item is not None and can_begin and (not starts or bool(item[1]) == is_numbered):
            is_numbered = bool(item[1])
            starts.append(at)
        elif not _BELOW_ITEM.match(line) if starts else _LIKE_ITEM.match(line):
            starts = []
            break
        was_blank = not line.strip(" \t") and (at > 0 or not line)  # in a text's first line the parser keeps blanks
        at += len(line) + 1
    for start in starts:
        if start > first:
            yield first, start - 1
            first = start
    yield first, last
