"""The order in which entries come to stand, with the blank lines and loose comments between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from editor.yaml_text.events import Said
from editor.yaml_text.splice import Span


@dataclass(frozen=True, slots=True, eq=False)
class NewEntry:
    """An entry that was not there: as written, what it says, and the comments that come with it."""

    text: str
    says: list[Said]
    comments: tuple[str, ...] = ()


Thing = int | Span | NewEntry
"""The n-th entry of the source, a loose comment between entries, or a new entry."""

Wanted = Sequence[int | NewEntry]
"""Entries in the order in which they shall stand."""


@dataclass(slots=True)
class Row:
    """Things in a row; `gaps` is what stands between each and the next: blank lines, or a comma with white space."""

    things: list[Thing]
    gaps: list[str] = field(default_factory=list)

    def usual_gap(self, otherwise: str) -> str:
        """What mostly stands between two entries."""
        between = [
            gap
            for gap, before, behind in zip(self.gaps, self.things, self.things[1:], strict=False)
            if isinstance(before, int) and isinstance(behind, int) and "#" not in gap
        ]
        return Counter(between).most_common(1)[0][0] if between else otherwise

    def arrange(self, wanted: Wanted, gap: str) -> None:
        """Make it so that exactly the wanted entries are there, in this order; loose comments stay."""
        self._remove_all_but({thing for thing in wanted if isinstance(thing, int)})
        self._reorder([thing for thing in wanted if isinstance(thing, int)])
        for number, thing in enumerate(wanted):
            if isinstance(thing, NewEntry):
                self._insert(self.things.index(wanted[number - 1]) + 1 if number else 0, thing, gap)

    def _remove_all_but(self, kept: set[int]) -> None:
        position = 0
        while position < len(self.things):
            thing = self.things[position]
            if not isinstance(thing, int) or thing in kept:
                position += 1
                continue
            del self.things[position]
            if 0 < position < len(self.things):
                around = self.gaps[position - 1 : position + 1]
                self.gaps[position - 1 : position + 1] = [max(around, key=len)]
            else:
                del self.gaps[max(0, position - 1) : max(1, position)]

    def _reorder(self, wanted: list[int]) -> None:
        if [thing for thing in self.things if isinstance(thing, int)] == wanted:
            return
        staying = longest_rise(wanted)
        loose_before: dict[int, list[Thing]] = {}
        loose: list[Thing] = []
        for thing in self.things:
            if isinstance(thing, Span):
                loose.append(thing)
            elif isinstance(thing, int) and thing in staying:
                loose_before[thing], loose = loose, []
        old = dict(zip(pairwise(self.things), self.gaps, strict=True))
        self.things = [thing for entry in wanted for thing in (*loose_before.get(entry, ()), entry)] + loose
        pairs = list(pairwise(self.things))
        new = set(pairs)
        free = iter([gap for pair, gap in old.items() if pair not in new])
        self.gaps = [old[pair] if pair in old else next(free) for pair in pairs]

    def _insert(self, position: int, thing: NewEntry, gap: str) -> None:
        self.things.insert(position, thing)
        if len(self.things) > 1:
            self.gaps.insert(max(0, position - 1), gap)


def longest_rise(numbers: Sequence[int]) -> set[int]:
    """The numbers of a longest rising subsequence: what need not move when things are put into this order."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(ends, number)
        before[number] = ends[place - 1] if place else None
        ends[place : place + 1] = [number]
    last = ends[-1] if ends else None
    found = set()
    while last is not None:
        found.add(last)
        last = before[last]
    return found
