"""Studies that are perhaps the same: what a look-alike title asks, and never decides.

What decides stands in `content/same_studies.py`. Reviews of one question differ in two words of their titles: asked is
only of those whose authors, years and identifiers leave it open.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from editor.content.same_studies import Standing, groups_of
from editor.content.study import Study
from editor.content.study_marks import doi_of, share_a_name, title_of, year_of

_ALIKE = 90
"""Of 100: how alike two titles are at least of which is asked."""
_ALIKE_IN_SIGNS = 95
"""The same of titles in Chinese or Japanese, where one sign is a word."""
_TELLING = 2
"""Words of a title, those that the fewest titles have, of which two alike share one."""
_FEW_WORDS = 5
_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_NUMBER = re.compile(r"(?:[0-9]+|ii|iii|iv|vi|vii|viii|ix)")
_NOTICES = frozenset(
    (
        *("abstract", "addendum", "comment", "commentary", "correction", "corrigendum", "editorial", "erratum"),
        *("letter", "part", "protocol", "rationale", "reply", "response", "retracted", "retraction", "withdrawn"),
    )
)
"""What a paper about another paper says in its title, or the plan or a part of one."""


class Question(NamedTuple):
    """Two entries that are perhaps of one study."""

    one: Standing
    other: Standing


class _Entry(NamedTuple):
    """What is compared of an entry."""

    standing: Standing
    title: str
    words: frozenset[str]
    doi: str
    pmid: str
    year: int | None


class Lookalikes:
    """The titles of many studies; of ten thousand those are compared that share a word that few titles have."""

    def __init__(self, standings: Iterable[Standing]) -> None:
        self._entries = [_entry(standing) for standing in standings]
        self._keys = {entry.standing.study.key for entry in self._entries}
        self._years = {entry.year for entry in self._entries}
        self._counts = Counter(word for entry in self._entries for word in entry.words)
        self._by_word: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
        self._by_telling: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
        for place, entry in enumerate(self._entries):
            for word in entry.words:
                self._by_word[word, entry.year].append(place)
            for word in self._telling(entry):
                self._by_telling[word, entry.year].append(place)

    def of(self, study: Study) -> tuple[Standing, ...]:
        """Where studies stand that are perhaps the same as this one, the most alike first; none that is of its key."""
        return tuple(standing for _, standing in sorted(self._alike(study), key=_most_alike_first))

    def questions(self) -> Iterator[Question]:
        """Every two that are perhaps the same and not decided to be, in the order of the first.

        Of entries that are decided to be one study one is asked of for all.
        """
        studies = [entry.standing.study for entry in self._entries]
        groups = {study.key: number for number, group in enumerate(groups_of(studies)) for study in group}
        asked = {frozenset((number,)) for number in groups.values()}
        for entry in self._entries:
            study = entry.standing.study
            for other in self.of(study):
                both = frozenset((groups[study.key], groups[other.study.key]))
                if both not in asked:
                    asked.add(both)
                    yield Question(entry.standing, other)

    def _alike(self, study: Study) -> Iterator[tuple[float, Standing]]:
        entry = _entry(Standing("", study))
        for place in sorted(self._near(entry)):
            other = self._entries[place]
            if other.standing.study.key != study.key and _is_open(entry, other) and (alike := _alikeness(entry, other)):
                yield alike, other.standing

    def _near(self, entry: _Entry) -> set[int]:
        """The places of entries of about its year that share a telling word of either."""
        year, near = entry.year, set[int]()
        telling = self._telling(entry)
        for one in self._years if year is None else (year - 1, year, year + 1, None):
            near.update(place for word in telling for place in self._by_word.get((word, one), ()))
            near.update(place for word in entry.words for place in self._by_telling.get((word, one), ()))
        return near

    def _telling(self, entry: _Entry) -> list[str]:
        """Of the words that any other title has, those that the fewest have; a misprint is in none."""
        own = entry.standing.study.key in self._keys
        shared = (word for word in entry.words if self._counts[word] > own)
        return sorted(shared, key=lambda word: (self._counts[word], word))[:_TELLING]


def perhaps_same(study: Study, others: Iterable[Study]) -> tuple[Study, ...]:
    """Those of some others that are perhaps the same study, the most alike first."""
    return tuple(standing.study for standing in Lookalikes(Standing("", other) for other in others).of(study))


def groups(studies: Iterable[Study]) -> list[tuple[Study, ...]]:
    """The studies that are entered more than once, each with all its entries."""
    return [group for group in groups_of(studies) if len(group) > 1]


def _entry(standing: Standing) -> _Entry:
    study = standing.study
    title = title_of(study)
    return _Entry(standing, title, frozenset(title.split()), doi_of(study), study.pmid_alone, year_of(study))


def _is_open(one: _Entry, other: _Entry) -> bool:
    """Whether no identifier says that these are two studies."""
    if one.doi and other.doi:
        return one.doi == other.doi
    return not (one.pmid and other.pmid) or one.pmid == other.pmid


def _alikeness(one: _Entry, other: _Entry) -> float:
    """How alike two titles are, of 100; 0 where they are not alike enough to ask, or tell of two papers."""
    if one.title == other.title:
        return 100
    if _SIGN.search(one.title + other.title):
        alike = fuzz.ratio(one.title.replace(" ", ""), other.title.replace(" ", ""), score_cutoff=_ALIKE_IN_SIGNS)
    elif min(len(one.words), len(other.words)) < _FEW_WORDS:
        alike = fuzz.ratio(one.title, other.title, score_cutoff=_ALIKE)
    else:
        alike = fuzz.token_set_ratio(one.title, other.title, score_cutoff=_ALIKE)
    if alike and (
        _differ_in_kind(one.words, other.words) or not share_a_name(one.standing.study, other.standing.study)
    ):
        return 0
    return alike


def _differ_in_kind(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether titles have numbers of their own each, as two parts have, or one alone tells of a reply or a plan."""
    numbers, other_numbers = (set(filter(_NUMBER.fullmatch, words)) for words in (one - other, other - one))
    return bool(numbers and other_numbers) or bool((one ^ other) & _NOTICES)


def _most_alike_first(alike: tuple[float, Standing]) -> float:
    return -alike[0]
