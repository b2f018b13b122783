"""What a text box shows of a text, and how a change in the box becomes a change of the text.

Qt's documents cannot hold every character: a carriage return, say, becomes a line end. Such characters are shown as
signs, one for one, and a change replaces only what differs, so that the rest of the text stays exactly as it was.
"""

from __future__ import annotations

from dataclasses import dataclass

_SIGNS = str.maketrans({"\r": "\u240d", "\u2029": "\u00b6", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"})


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two texts differ: from `start` on, up to `old_end` of the one and `new_end` of the other."""

    start: int
    old_end: int
    new_end: int


def difference(old: str, new: str) -> Difference:
    """The one stretch outside of which two texts are equal."""
    start = _equal_characters(old, new)
    rest = min(len(old), len(new)) - start
    end = _equal_characters(old[::-1][:rest], new[::-1][:rest])
    return Difference(start, len(old) - end, len(new) - end)


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text and what a box shows of it now; line ends at the very end are kept, and not shown."""

    body: str
    line_ends: str
    shown: str

    @classmethod
    def of(cls, text: str) -> ShownText:
        """The text as a box shows it at first."""
        body = text.rstrip("\n")
        return cls(body, text[len(body) :], body.translate(_SIGNS))

    @property
    def text(self) -> str:
        """The text itself; one that was emptied keeps no line ends either."""
        return self.body + self.line_ends if self.body else ""

    def changed_to(self, shown: str) -> ShownText:
        """The text after the user made the box show something else."""
        changed = difference(self.shown, shown)
        body = self.body[: changed.start] + shown[changed.start : changed.new_end] + self.body[changed.old_end :]
        return ShownText(body, self.line_ends, shown)


def units(text: str) -> int:
    """How long Qt counts a text: in UTF-16 units, so that a rare Chinese character counts two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, count: int) -> int:
    """How many characters at the start of a text so many of Qt's units are."""
    if units(text) == len(text):
        return count
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "surrogatepass"))


def _equal_characters(one: str, other: str) -> int:
    """How many characters at the start of two texts are equal; by halves, as comparing slices is quick."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
