"""Looking for words in all pages: in names, in texts and in studies.

What is searched is remembered for as long as a page's record is the very same, so that only what has been edited is
read again. Where a page has the words is worked out for the pages that are looked at alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter
from typing import NamedTuple

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, Field, FieldValue, Kind, field_named
from editor.content.search_text import Span, folded, single_spaced, spans_of
from editor.content.site import Site
from editor.content.study import StudyKey
from editor.markup.plain_words import linked_addresses, plain_words

Searched = ConditionPage | Site


class Rank(IntEnum):
    """How well a page fits; the best come first."""

    NAME = 0
    """All words stand in its names."""
    PHRASE = 1
    """The words stand side by side."""
    WORDS = 2


@dataclass(frozen=True, slots=True)
class Query:
    """The words looked for, as `folded` gives them; all of them must be there."""

    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str) -> Query:
        """What a text typed into a search box asks for."""
        return cls(tuple(folded(text).split()))

    @property
    def phrase(self) -> str:
        """The words as they stand side by side."""
        return " ".join(self.words)

    def narrows(self, other: Query) -> bool:
        """Whether nothing that the other query did not find can be found by this one."""
        return all(any(word in mine for mine in self.words) for word in other.words)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a page has the words: a field, None for the page's address; the study, None for a text of the page's own.

    `text` is the field's on one line, `spans` are the words in it.
    """

    field: Field | None
    study: StudyKey | None
    text: str
    spans: tuple[Span, ...]

    @property
    def is_name(self) -> bool:
        """Whether it is the page's own name."""
        return self.field in _NAMES.fields[:1]


class PageSearch:
    """Looks through records, each of which is known by its place.

    The records are looked up in the mapping given, which may change; `take_in` reads those that are `unread`.
    """

    def __init__(self, records: Mapping[str, Searched]) -> None:
        self._records = records
        self._read: dict[str, _ReadRecord] = {}
        self._query = Query()
        self._ranks: dict[str, tuple[_ReadRecord, Rank | None]] = {}
        self._hits: dict[str, tuple[_ReadRecord, Hit]] = {}

    def unread(self) -> Iterator[str]:
        """The places of records that are new or another since they were read."""
        for place, record in self._records.items():
            known = self._read.get(place)
            if known is None or known.record is not record:
                yield place

    def take_in(self, place: str) -> None:
        """Read the record at a place, so that it can be found by its words."""
        self._read[place] = _ReadRecord.of(self._records[place])

    def find(self, query: Query) -> Mapping[str, Rank]:
        """The places of the records that have all the words, and how well they fit."""
        before = self._query
        narrows = query.narrows(before)
        known, self._query, self._ranks = self._ranks, query, {}
        if query != before:
            self._hits = {}
        for place, read in self._read.items():
            if place not in self._records:
                continue
            seen = known.get(place)
            if seen is not None and seen[0] is read and (query == before or (narrows and seen[1] is None)):
                self._ranks[place] = seen
            else:
                self._ranks[place] = (read, read.rank(query))
        return {place: rank for place, (_, rank) in self._ranks.items() if rank is not None}

    def hit(self, place: str) -> Hit | None:
        """Where the record at a place has the words last looked for; None where it was not found."""
        read, rank = self._ranks.get(place, (None, None))
        if read is None or rank is None:
            return None
        known = self._hits.get(place)
        if known is None or known[0] is not read:
            known = self._hits[place] = (read, _best_hit(read, self._query, rank))
        return known[1]


@dataclass(frozen=True, slots=True)
class _ReadRecord:
    """A record with all of its texts folded, one a line, its names first; `names_end` is where these end."""

    record: Searched
    text: str
    names_end: int

    @classmethod
    def of(cls, record: Searched) -> _ReadRecord:
        texts = [part.text for part in _parts(record)]
        names = len(_NAMES.fields) if isinstance(record, ConditionPage) else 0
        names_end = len(folded("\n".join(texts[:names])))
        return cls(record, folded("\n".join(texts)), names_end)

    def rank(self, query: Query) -> Rank | None:
        text = self.text
        if not all(word in text for word in query.words):
            return None
        if all(text.find(word, 0, self.names_end) >= 0 for word in query.words):
            return Rank.NAME
        return Rank.PHRASE if query.phrase in text else Rank.WORDS


class _Part(NamedTuple):
    field: Field | None
    study: StudyKey | None
    text: str


class _Texts:
    """The texts of some fields, got at once."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self.fields = tuple(fields)
        self._get = attrgetter(*(field.name for field in self.fields))

    def of(self, record: object, study: StudyKey | None = None) -> Iterator[_Part]:
        """The texts of a record."""
        for field, value in zip(self.fields, self._get(record), strict=True):
            yield _Part(field, study, _shown(field, value) if value else "")


_NAMES = _Texts(field_named(PAGE_FIELDS, name) for name in ("name", "aliases", "name_in_text"))
_PAGE = _Texts(
    field
    for field in PAGE_FIELDS
    if field.name not in ("name", "aliases", "name_in_text") and field.kind is not Kind.STATUS
)
_STUDY = _Texts(STUDY_FIELDS)
_SITE = _Texts(SITE_FIELDS)


def _parts(record: Searched) -> Iterator[_Part]:
    """All texts, the names first."""
    if isinstance(record, Site):
        yield from _SITE.of(record)
        return
    yield from _NAMES.of(record)
    yield from _PAGE.of(record)
    yield _Part(None, None, record.slug)
    for study in record.study_list:
        yield from _STUDY.of(study, study.key)


def _shown(field: Field, value: FieldValue) -> str:
    """A field's text on one line as words alone; where its links lead comes last, within no phrase."""
    text = ", ".join(value) if isinstance(value, tuple) else value or ""
    if field.kind is Kind.MARKDOWN:
        text = " ".join((plain_words(text), *linked_addresses(text)))
    return single_spaced(text)


def _best_hit(read: _ReadRecord, query: Query, rank: Rank) -> Hit:
    """Where the words stand side by side, or else most of them together; of a page found by its names, in these."""
    parts = [(part, text) for part, text in zip(_parts(read.record), read.text.split("\n"), strict=True) if text]
    if rank is Rank.NAME:
        parts = [(part, text) for part, text in parts if part.field in _NAMES.fields]
    together: defaultdict[StudyKey | None, set[str]] = defaultdict(set)
    for part, text in parts:
        together[part.study].update(word for word in query.words if word in text)

    def fit(candidate: tuple[_Part, str]) -> tuple[bool, int, int]:
        part, text = candidate
        return query.phrase in text, len(together[part.study]), sum(word in text for word in query.words)

    best, text = max(parts, key=fit)
    words = (query.phrase,) if query.phrase in text else query.words
    return Hit(best.field, best.study, best.text, spans_of(words, best.text))
