"""The lines of a text, those that are items of a list taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.markup.reading import HIDDEN, read_markup
from editor.markup.regions import list_around, regions

INDENT = 4
"""Blanks before an item that belongs to the one above it."""
HIGHEST = 99
"""What begins with a higher number is a year, and no item."""
_ITEM = re.compile(r"([ \t]*)([-+*]|\d{1,2}\.)([ \t]+)(.*)")
_LIKE_A_MARK = re.compile(r"^(\d+(?=\.)|(?=[-+*]))(?=[-+*.](?:[ \t]|$))")
_LIKE_A_YEAR = re.compile(r"^(\d{3,})(?=\.(?:[ \t]|$))")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: the blanks before it, the mark that makes it an item, the blanks after that, and its words.

    `is_counted`: its number is the one that a list gives there, so that it may be counted anew or left out; "3." in
    "3. October" is not.
    """

    words: str
    mark: str = ""
    blanks: str = ""
    gap: str = ""
    is_counted: bool = True

    @property
    def is_numbered(self) -> bool:
        """Whether it is an item of a numbered list."""
        return self.mark.endswith(".")

    @property
    def number(self) -> int:
        """The number of a numbered item."""
        return int(self.mark[:-1])

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on it."""
        return not self.mark and not self.words.strip()

    @property
    def depth(self) -> int:
        """How many items it is below."""
        return len(self.blanks.expandtabs(INDENT)) // INDENT

    @property
    def start(self) -> str:
        """What stands before the words."""
        return self.blanks + self.mark + self.gap

    def __str__(self) -> str:
        return self.start + self.words

    def as_item(self, *, numbered: bool) -> Line:
        """The line as an item; a number that no list has given stays, as one of its words unless it is the mark."""
        if not self.mark:
            return Line(_LIKE_A_MARK.sub(r"\1\\", self.words.lstrip()), "1." if numbered else "-", gap=" ")
        if numbered and not self.is_counted:
            return self
        return Line(self._own_words.lstrip(), "1." if numbered else "-", self.blanks, " ")

    def as_paragraph(self) -> Line:
        """The line as none of a list."""
        return Line(_LIKE_A_YEAR.sub(r"\1\\", self._own_words))

    @property
    def _own_words(self) -> str:
        return self.words if self.is_counted else f"{self.mark[:-1]}\\.{self.gap}{self.words}"

    def outdented(self) -> Line:
        """The line one level further out."""
        return replace(self, blanks=self.blanks.expandtabs(INDENT)[INDENT:])


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of a text; which of them are items is known for those around a selection."""
    styles = _styles_around(text, start, end)
    lines = []
    at = 0
    for source in text.split("\n"):
        item = _ITEM.fullmatch(source)
        if item is not None and styles[at + item.start(2)] & HIDDEN:
            blanks, mark, gap, words = item.groups()
            lines.append(Line(words, mark, blanks, gap))
        else:
            words = source.lstrip(" \t")
            lines.append(Line(words, blanks=source[: len(source) - len(words)]))
        at += len(source) + 1
    return _counted(lines)


def _styles_around(text: str, start: int, end: int) -> bytearray:
    """How the lists show in which a selection is, by places in the text; what is outside of them is not asked."""
    styles = bytearray(len(text))
    first, last = list_around(text, start, end)
    for region_start, region_end in regions(text[first:last]):
        reading = read_markup(text[first + region_start : first + region_end])
        styles[first + region_start : first + region_end] = reading.styles
    return styles


def _counted(lines: Sequence[Line]) -> list[Line]:
    """The lines with what is known of their numbers: a list begins with 1, and goes on with the same or the next."""
    found = []
    above: dict[int, int] = {}
    for line in lines:
        if line.is_numbered:
            last = above.get(line.depth, 0)
            above[line.depth] = line.number
            found.append(replace(line, is_counted=line.number in (1, last, last + 1)))
        else:
            found.append(line)
    return found


def text_of_lines(lines: Sequence[Line]) -> str:
    """The text of lines."""
    return "\n".join(map(str, lines))


def place_in(lines: Sequence[Line], number: int, words: int = 0) -> int:
    """The place in the text of a line's words, or `words` characters behind their start."""
    return sum(len(str(line)) + 1 for line in lines[:number]) + len(lines[number].start) + words


def is_continued(lines: Sequence[Line], number: int) -> bool:
    """Whether a line goes on with the item above it, and is indented to show it."""
    while number and lines[number].blanks and not (lines[number].is_blank or lines[number].mark):
        number -= 1
        if lines[number].mark:
            return True
    return False


def apart(*groups: Sequence[Line]) -> list[Line]:
    """The lines of groups that shall not run together: a list begins and ends with a blank line."""
    lines: list[Line] = []
    for group in groups:
        if lines and group and run_together(lines[-1], group[0]):
            lines.append(Line(""))
        lines += group
    return lines


def run_together(above: Line, below: Line) -> bool:
    """Whether two lines would be of one paragraph, or of one list of another kind."""
    if above.is_blank or below.is_blank:
        return False
    both_items = bool(above.mark and below.mark)
    return not (both_items and (above.is_numbered == below.is_numbered or above.depth != below.depth))


def renumbered(lines: Sequence[Line], first: int) -> list[Line]:
    """The lines with the numbers from line `first` on as the page shows them, up to the end of that list.

    A number that no list has given stays as it is.
    """
    fresh = list(lines)
    numbers: dict[int, int] = {}
    start = min(first, len(fresh))
    while start and _goes_on(fresh, start - 1):
        start -= 1
    for at in range(start, len(fresh)):
        line = fresh[at]
        if not _goes_on(fresh, at):
            break
        if not line.mark:
            continue
        for depth in [depth for depth in numbers if depth > line.depth]:
            del numbers[depth]
        if not line.is_numbered:
            numbers.pop(line.depth, None)
            continue
        if at >= first and line.is_counted:
            fresh[at] = line = replace(line, mark=f"{min(numbers.get(line.depth, 0) + 1, HIGHEST)}.")
        numbers[line.depth] = line.number
    return fresh


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line belongs to a list: an item, what is below one, or a blank line before an item."""
    line = lines[at]
    if line.is_blank:
        return at + 1 < len(lines) and bool(lines[at + 1].mark)
    return bool(line.mark or line.blanks)
