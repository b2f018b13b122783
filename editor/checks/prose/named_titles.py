"""Titles of papers that a text names without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 4
"""A shorter title could stand in a text by chance."""


class NamedTitles:
    """The titles of some papers, to be looked for in texts."""

    def __init__(self, titles: Iterable[str | None]) -> None:
        self.titles = tuple(titles)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """From where to where titles stand in a text, whatever the case and the marks between their words."""
        found = list(_WORD.finditer(text))
        words = tuple(match[0].casefold() for match in found)
        return [
            (found[place].start(), found[place + len(title) - 1].end())
            for place in range(len(words) - 1)
            for title in self._by_beginning.get(words[place : place + 2], ())
            if words[place : place + len(title)] == title
        ]

    @cached_property
    def _by_beginning(self) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
        """The titles in words, by their first two."""
        found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for title in filter(None, self.titles):
            words = tuple(_WORD.findall(title.casefold()))
            if len(words) >= _FEWEST_WORDS:
                found.setdefault(words[:2], []).append(words)
        return found
