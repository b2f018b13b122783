"""The part of a text that has to be read to know how a stretch of it shows: a long text is not read at every key."""

from __future__ import annotations

import re

_NEW_PARAGRAPH = re.compile(r"\n(?:[^\S\n]*\n)+(?=[^\s*+\-#=>`<\[&\d]|\*\*\S|\d+[^\d.])")
"""Where a paragraph begins that no list, quotation or code before it reaches into."""
_REACHES_FAR = re.compile(r"<[A-Za-z/!?]|^ {0,3}\[[^\[\]]*\]:", re.MULTILINE)


def region_around(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where to read: what is outside shows the same whatever is inside, and the other way round."""
    if _REACHES_FAR.search(text):
        return 0, len(text)
    first = 0
    for found in _NEW_PARAGRAPH.finditer(text):
        if found.end() > end:
            return first, max(found.start(), end)
        if found.end() <= start:
            first = found.end()
    return first, len(text)
