"""Which studies are the same one, whatever page they stand on.

What two entries tell of each other (`study_marks.is_same`) is not all: where one without a DOI has the title of two
with different DOIs, it may be either, and so it is neither until somebody says which.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from editor.content.study import Study, StudyKey
from editor.content.study_marks import Mark, Telling, is_same, marks_of, tells_of

Item = TypeVar("Item")
Group = tuple[Study, ...]

_Part = tuple[tuple[Study, Telling], ...]
"""A group as far as it is put together, each entry with what it tells."""


class Standing(NamedTuple):
    """Where a study stands: the page's name in the folder, and the study as that page has it."""

    page: str
    study: Study


def groups_of(studies: Iterable[Study]) -> list[Group]:
    """The studies, each in one group with all that are the same; most stand in a group of their own.

    Entries that are the same two by two are none of them joined where the first and the last of them contradict
    each other: with three of them, which two are the same cannot be told.
    """
    parts: list[_Part] = [((study, tells_of(study)),) for study in studies]
    parts = [tuple(itertools.chain(*sharing)) for sharing in _sharing(parts, "doi")]
    for kind in ("pmid", "title"):
        parts = [joined for sharing in _sharing(parts, kind) for joined in _joined(sharing)]
    return [tuple(study for study, _ in part) for part in parts]


class SameStudies:
    """The studies of a site by their marks; told of each study that comes, goes or changes."""

    def __init__(self) -> None:
        self._by_mark: dict[Mark, dict[tuple[str, StudyKey], Study]] = {}

    def change(self, page: str, before: Study | None, after: Study | None) -> None:
        """Take in that a page has a study as it was `before` no more, and has it as it is `after`; None: not at all."""
        if before is not None:
            for mark in marks_of(before):
                bearing = self._by_mark[mark]
                del bearing[page, before.key]
                if not bearing:
                    del self._by_mark[mark]
        if after is not None:
            for mark in marks_of(after):
                self._by_mark.setdefault(mark, {})[page, after.key] = after

    def of(self, study: Study) -> tuple[Standing, ...]:
        """Where the same study stands, itself among them, in the order of the pages' names."""
        near = self._near(study)
        others = (one.study for one in near if one.study.key != study.key)
        own = {one.key for one in next(group for group in groups_of((study, *others)) if group[0] is study)}
        return tuple(sorted((one for one in near if one.study.key in own), key=attrgetter("page")))

    def _near(self, study: Study) -> list[Standing]:
        """The studies that share a mark with this one, directly or through others."""
        near: dict[tuple[str, StudyKey], Study] = {}
        marks, seen = list(marks_of(study)), set[Mark]()
        while marks:
            mark = marks.pop()
            if mark not in seen:
                seen.add(mark)
                for place, other in self._by_mark.get(mark, {}).items():
                    if place not in near:
                        near[place] = other
                        marks.extend(marks_of(other))
        return [Standing(page, other) for (page, _), other in near.items()]


def _sharing(parts: Sequence[_Part], kind: str) -> list[list[_Part]]:
    """The parts, together those that share a mark of this kind, directly or through others."""
    first: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    for place, part in enumerate(parts):
        marks = (getattr(telling, kind) for _, telling in part)
        pairs.extend((first.setdefault(mark, place), place) for mark in marks if mark)
    return _together(parts, pairs)


def _joined(parts: Sequence[_Part]) -> Iterator[_Part]:
    """Of parts that share marks those as one that are the same, as far as none of them contradict each other.

    Thousands may share a title such as "Reply": those that say the very same count once, and two DOIs are two studies.
    """
    alike = list(_saying_the_same(parts).values())
    known: list[int] = []
    unknown: list[int] = []
    for place, group in enumerate(alike):
        (known if any(telling.doi for _, telling in parts[group[0]]) else unknown).append(place)
    near = itertools.chain(itertools.combinations(unknown, 2), itertools.product(known, unknown))
    pairs = {(min(two), max(two)) for two in near if _are_same(parts[alike[two[0]][0]], parts[alike[two[1]][0]])}
    for chain in _together(range(len(alike)), pairs):
        places = sorted(place for group in chain for place in alike[group])
        if all(pair in pairs for pair in itertools.combinations(chain, 2)):
            yield tuple(entry for place in places for entry in parts[place])
        else:
            yield from (parts[place] for place in places)


def _saying_the_same(parts: Iterable[_Part]) -> Mapping[tuple[Telling, ...], list[int]]:
    """The places of the parts, by what their entries tell."""
    found: defaultdict[tuple[Telling, ...], list[int]] = defaultdict(list)
    for place, part in enumerate(parts):
        found[tuple(telling for _, telling in part)].append(place)
    return found


def _are_same(one: _Part, other: _Part) -> bool:
    return any(is_same(telling, another) for _, telling in one for _, another in other)


def _together(items: Sequence[Item], pairs: Iterable[tuple[int, int]]) -> list[list[Item]]:
    """The items, together those that pairs of places join, directly or through others; each in its order."""
    leaders = list(range(len(items)))

    def leader(place: int) -> int:
        while leaders[place] != place:
            leaders[place] = place = leaders[leaders[place]]
        return place

    for one, other in pairs:
        first, second = sorted((leader(one), leader(other)))
        leaders[second] = first
    found: defaultdict[int, list[Item]] = defaultdict(list)
    for place, item in enumerate(items):
        found[leader(place)].append(item)
    return list(found.values())
