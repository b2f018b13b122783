"""Which studies are the same one, whatever page they stand on.

What two entries tell of each other (`study_marks.is_same`) is not all: where one without a DOI has the title of two
with different DOIs, it may be either, and so it is neither until somebody says which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from operator import attrgetter
from typing import NamedTuple, TypeVar

from editor.content.study import Study, StudyKey
from editor.content.study_marks import Mark, doi_of, is_same, marks_of

Item = TypeVar("Item")
Group = tuple[Study, ...]

_KINDS = ("doi", "pmid", "title")
"""Of marks, the surest first."""


class Standing(NamedTuple):
    """Where a study stands: the page's name in the folder, and the study as that page has it."""

    page: str
    study: Study


def groups_of(studies: Iterable[Study]) -> list[Group]:
    """The studies, each in one group with all that are the same; most stand in a group of their own.

    Entries that are the same two by two are none of them joined where the first and the last of them contradict
    each other: with three of them, which two are the same cannot be told.
    """
    groups: list[Group] = [(study,) for study in studies]
    for kind in _KINDS:
        groups = [joined for bearing in _sharing(groups, kind) for joined in _joined(bearing)]
    return groups


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


def _sharing(groups: Sequence[Group], kind: str) -> list[list[Group]]:
    """The groups, together those that share a mark of this kind, directly or through others."""
    first: dict[Mark, int] = {}
    pairs: list[tuple[int, int]] = []
    for place, group in enumerate(groups):
        for study in group:
            pairs.extend((first.setdefault(mark, place), place) for mark in marks_of(study) if mark[0] == kind)
    return _together(groups, pairs)


def _joined(groups: Sequence[Group]) -> Iterator[Group]:
    """Of groups that share marks those as one that are the same, as far as none of them contradict each other."""
    places, dois = range(len(groups)), [_dois(group) for group in groups]
    pairs = {
        (one, other)
        for one, other in combinations(places, 2)
        if len(dois[one] | dois[other]) < 2 and _are_same(groups[one], groups[other])
    }
    for chain in _together(places, pairs):
        if all(pair in pairs for pair in combinations(chain, 2)):
            yield tuple(study for place in chain for study in groups[place])
        else:
            yield from (groups[place] for place in chain)


def _are_same(one: Group, other: Group) -> bool:
    return any(is_same(study, another) for study in one for another in other)


def _dois(group: Group) -> frozenset[str]:
    return frozenset(filter(None, map(doi_of, group)))


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
