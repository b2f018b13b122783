"""The part of a text that has to be read to know how a stretch of it shows: a long text is not read at every key."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NEW_PARAGRAPH = re.compile(r"\n(?:[^\S\n]*\n)+(?=[^\s*+\-#=>`<\[&\d]|\*\*\S|\d+[^\d.])")
"""Where a paragraph begins that no list, quotation or code before it reaches into."""
LONGEST_READ = 60_000
"""Characters, some thirty printed pages: a longer text is one region, and so is not read at all."""
_REACHES_FAR = re.compile(r"<[A-Za-z/!?]|^ {0,3}\[[^\[\]]*\]:", re.MULTILINE)


def regions(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text that can be read one by one: what is outside of one shows the same whatever is inside."""
    first = 0
    if len(text) <= LONGEST_READ and _REACHES_FAR.search(text) is None:
        for gap in _NEW_PARAGRAPH.finditer(text):
            yield first, gap.start()
            first = gap.end()
    yield first, len(text)


def region_around(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where to read so that a stretch is understood."""
    first = 0
    for region_start, region_end in regions(text):
        if region_start <= start:
            first = region_start
        if region_end >= end:
            return first, region_end
    return first, len(text)
