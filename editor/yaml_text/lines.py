"""Lines of a text, as a YAML 1.1 parser breaks them."""

from __future__ import annotations

import re
from bisect import bisect_right

BREAKS = "\n\r\x85\u2028\u2029"
BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
BLANK = re.compile(r"[ \t]*")
COMMENT_LINE = re.compile(r"[ \t]*#")
# White space and comments, as they may stand between two nodes.
_GAP = re.compile(r"(?:[ \t\n\r\x85\u2028\u2029\ufeff]+|#[^\n\r\x85\u2028\u2029]*)*")


def skip_gap(text: str, position: int, end: int | None = None) -> int:
    """Where the white space and comments from this position on are over."""
    found = _GAP.match(text, position, len(text) if end is None else end)
    return found.end() if found else position


class Lines:
    """Where each line of a text begins and ends; lines are counted from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in BREAK.finditer(text))]

    def number(self, position: int) -> int:
        """The line in which a position lies."""
        return bisect_right(self.starts, position) - 1

    def start(self, position: int) -> int:
        """Where the line of this position begins."""
        return self.starts[self.number(position)]

    def next(self, position: int) -> int:
        """Where the line after the one of this position begins; the end of the text if there is none."""
        found = BREAK.search(self.text, position)
        return found.end() if found else len(self.text)

    def end(self, position: int) -> int:
        """Where the line of this position ends, without its break."""
        found = BREAK.search(self.text, position)
        return found.start() if found else len(self.text)

    def content(self, number: int) -> str:
        """A line without its break."""
        start = self.starts[number]
        return self.text[start : self.end(start)]

    def column(self, position: int) -> int:
        """How many characters stand before this position in its line."""
        return position - self.start(position)

    def is_indentation(self, position: int) -> bool:
        """Whether nothing but white space stands before this position in its line."""
        return BLANK.fullmatch(self.text, self.start(position), position) is not None
