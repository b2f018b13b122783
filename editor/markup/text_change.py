"""A change of a text that leaves the rest of it alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextChange:
    """The text from `start` to `end` is replaced; afterwards `selected` is selected: (other end, cursor)."""

    start: int
    end: int
    text: str
    selected: tuple[int, int]

    def of(self, text: str) -> str:
        """The text after the change."""
        return text[: self.start] + self.text + text[self.end :]

    def moved(self, by: int) -> TextChange:
        """The change for a text that has so many characters more before it."""
        anchor, cursor = self.selected
        return TextChange(self.start + by, self.end + by, self.text, (anchor + by, cursor + by))
