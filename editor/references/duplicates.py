"""Studies that are perhaps the same: what a look-alike title asks, and never decides.

What decides stands in `content/same_studies.py`. Reviews of one question differ in two words of their titles: asked is
only of those whose authors, years and identifiers leave it open.
"""

from __future__ import annotations

import bisect
import itertools
import operator
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

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


_Numbers = tuple[bool, bool]
"""Which identifiers an entry has: a DOI, a PubMed number."""
_ALL_NUMBERS: tuple[_Numbers, ...] = ((False, False), (False, True), (True, False), (True, True))
_BY_WORDS, _WHOLE, _BY_SIGNS = range(3)
"""How titles are compared; of two entries the later way counts."""
_SCORERS = {
    _BY_WORDS: (fuzz.token_set_ratio, _ALIKE),
    _WHOLE: (fuzz.ratio, _ALIKE),
    _BY_SIGNS: (fuzz.ratio, _ALIKE_IN_SIGNS),
}


class _Entry(NamedTuple):
    """What is compared of an entry; `place` is its place among all, -1 if it is none of them."""

    standing: Standing
    place: int
    title: str
    words: frozenset[str]
    doi: str
    pmid: str
    year: int | None
    way: int

    @property
    def numbers(self) -> _Numbers:
        """Which identifiers it has."""
        return bool(self.doi), bool(self.pmid)

    def title_as(self, way: int) -> str:
        """The title as it is compared that way."""
        return self.title.replace(" ", "") if way == _BY_SIGNS else self.title


class _Index:
    """The places of entries by one of their words, their year and which numbers they have, in their order."""

    def __init__(self) -> None:
        self._places: defaultdict[tuple[str, int | None, _Numbers], list[int]] = defaultdict(list)

    def add(self, words: Iterable[str], entry: _Entry) -> None:
        for word in words:
            self._places[word, entry.year, entry.numbers].append(entry.place)

    def near(self, words: Iterable[str], years: Iterable[int | None], entry: _Entry, after: int) -> Iterator[list[int]]:
        """Those behind the place `after` whose numbers do not tell them from the entry."""
        open_ones = [one for one in _ALL_NUMBERS if not any(map(operator.and_, one, entry.numbers))]
        for key in itertools.product(words, years, open_ones):
            if (places := self._places.get(key)) is not None:
                yield _behind(after, places)


class Lookalikes:
    """The titles of many studies; of ten thousand those are compared that share a word that few titles have."""

    def __init__(self, standings: Iterable[Standing]) -> None:
        self._entries = [_entry(standing, place) for place, standing in enumerate(standings)]
        self._keys = {entry.standing.study.key for entry in self._entries}
        self._years = {entry.year for entry in self._entries}
        self._counts = Counter(word for entry in self._entries for word in entry.words)
        self._tellings = [self._telling(entry) for entry in self._entries]
        self._by_word, self._by_telling = _Index(), _Index()
        self._by_number: defaultdict[str, list[int]] = defaultdict(list)
        for entry, telling in zip(self._entries, self._tellings, strict=True):
            self._by_word.add(entry.words, entry)
            self._by_telling.add(telling, entry)
            for number in filter(None, (entry.doi, entry.pmid)):
                self._by_number[number].append(entry.place)

    def of(self, study: Study) -> tuple[Standing, ...]:
        """Where studies stand that are perhaps the same as this one, the most alike first; none that is of its key."""
        return self._of(_entry(Standing("", study)))

    def questions(self, is_enough: Callable[[], bool] = bool) -> Iterator[Question]:
        """Every two that are perhaps the same and not decided to be, in the order of the first, until `is_enough`.

        Of entries that are decided to be one study one is asked of for all.
        """
        studies = [entry.standing.study for entry in self._entries]
        groups = {study.key: number for number, group in enumerate(groups_of(studies)) for study in group}
        asked = {frozenset((number,)) for number in groups.values()}
        for entry in self._entries:
            if is_enough():
                return
            for other in self._of(entry, after=entry.place):
                both = frozenset((groups[entry.standing.study.key], groups[other.study.key]))
                if both not in asked:
                    asked.add(both)
                    yield Question(entry.standing, other)

    def _of(self, entry: _Entry, after: int = -1) -> tuple[Standing, ...]:
        near: defaultdict[int, list[_Entry]] = defaultdict(list)
        for place in self._near(entry, after):
            other = self._entries[place]
            near[max(entry.way, other.way)].append(other)
        alike = [found for way, others in near.items() for found in _alike(entry, others, way)]
        return tuple(other.standing for _, other in sorted(alike, key=_most_alike_first))

    def _near(self, entry: _Entry, after: int) -> set[int]:
        """The places of entries of about its year that share a telling word of either, and may be the same study."""
        near, telling = set[int](), self._telling(entry)
        years = self._years if entry.year is None else (entry.year - 1, entry.year, entry.year + 1, None)
        near.update(*self._by_word.near(telling, years, entry, after))
        near.update(*self._by_telling.near(entry.words, years, entry, after))
        near.update(self._of_its_numbers(entry, years, telling, after))
        return near

    def _of_its_numbers(
        self, entry: _Entry, years: Collection[int | None], telling: Collection[str], after: int
    ) -> Iterator[int]:
        """The same among those that have one of its identifiers."""
        for number in filter(None, (entry.doi, entry.pmid)):
            for place in _behind(after, self._by_number.get(number, [])):
                other = self._entries[place]
                shares = not entry.words.isdisjoint(self._tellings[place]) or not other.words.isdisjoint(telling)
                if other.year in years and shares and _is_open(entry, other):
                    yield place

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


def _entry(standing: Standing, place: int = -1) -> _Entry:
    study = standing.study
    title = title_of(study)
    words = frozenset(title.split())
    way = _BY_SIGNS if _SIGN.search(title) else _WHOLE if len(words) < _FEW_WORDS else _BY_WORDS
    return _Entry(standing, place, title, words, doi_of(study), study.pmid_alone, year_of(study), way)


def _behind(place: int, places: list[int]) -> list[int]:
    """Those of some places, which are in their order, that are behind one."""
    return places[bisect.bisect_right(places, place) :]


def _is_open(one: _Entry, other: _Entry) -> bool:
    """Whether no identifier says that these are two studies."""
    if one.doi and other.doi:
        return one.doi == other.doi
    return not (one.pmid and other.pmid) or one.pmid == other.pmid


def _alike(one: _Entry, others: Sequence[_Entry], way: int) -> Iterator[tuple[float, _Entry]]:
    """Those whose titles are alike enough to ask, and do not tell of two papers, with how alike they are, of 100."""
    scorer, least = _SCORERS[way]
    titles = [other.title_as(way) for other in others]
    for _, alike, place in process.extract(one.title_as(way), titles, scorer=scorer, score_cutoff=least, limit=None):
        other = others[place]
        study, another = one.standing.study, other.standing.study
        differs = _differ_in_kind(one.words, other.words) or not share_a_name(study, another)
        if study.key != another.key and (one.title == other.title or not differs):
            yield alike, other


def _differ_in_kind(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether titles have numbers of their own each, as two parts have, or one alone tells of a reply or a plan."""
    numbers, other_numbers = (set(filter(_NUMBER.fullmatch, words)) for words in (one - other, other - one))
    return bool(numbers and other_numbers) or bool((one ^ other) & _NOTICES)


def _most_alike_first(alike: tuple[float, _Entry]) -> tuple[float, int]:
    return -alike[0], alike[1].place
