"""Paragraphs, items of lists and rows of tables, as they come out of copied HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

_GAP = re.compile(r"[ \u00a0]*\n[ \u00a0\n]*|[ \u00a0]{2,}")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style (STRONG, EMPHASIS) and link; lines may end within the paragraph."""

    text: str
    style: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """What makes a paragraph an item: how deep it is, from 1, and its number if it has one."""

    depth: int
    number: int | None = None


@dataclass(slots=True)
class Block:
    """A paragraph, an item of a list (or a further paragraph of it: then only `depth` is given), or a table's row."""

    runs: list[Run]
    item: Item | None = None
    depth: int = 0
    is_row: bool = False

    @property
    def words(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


def paragraphs_of(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs without blanks that mean nothing; two line ends in a row begin another paragraph."""
    letters = [(letter, run.style, run.address) for run in runs for letter in run.text]
    paragraphs: list[list[tuple[str, int, str]]] = [[]]
    at = 0
    for gap in _GAP.finditer("".join(run.text for run in runs)):
        paragraphs[-1] += letters[at : gap.start()]
        at = gap.end()
        if gap[0].count("\n") > 1:
            paragraphs.append([])
        else:
            paragraphs[-1].append(("\n" if "\n" in gap[0] else " ", *letters[gap.start()][1:]))
    paragraphs[-1] += letters[at:]
    return [joined for paragraph in paragraphs if (joined := _joined(paragraph))]


def _joined(letters: list[tuple[str, int, str]]) -> list[Run]:
    start, end = 0, len(letters)
    while start < end and letters[start][0].isspace():
        start += 1
    while end > start and letters[end - 1][0].isspace():
        end -= 1
    return [
        Run("".join(letter for letter, _, _ in group), *look)
        for look, group in groupby(letters[start:end], itemgetter(1, 2))
    ]
