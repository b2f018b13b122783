"""What publishers and PubMed said of papers when they were asked: kept, dated, and found again by a study."""

from __future__ import annotations

import functools
import hashlib
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from editor.content.dates import date_order
from editor.content.study import Study, bare_doi, bare_pmid
from editor.references.identifiers import Identifier, IdentifierKind, identifier_of
from editor.references.reference import Author, Notice, NoticeKind, Reference

if TYPE_CHECKING:
    from editor.references.looking_up import Answer

_TEXTS = ("title", "journal", "publisher", "date", "volume", "issue", "pages", "doi", "pmid", "issn", "url")
"""Kept of a reference beside its authors, kinds and notices; the abstract is the publisher's own and is not."""
_AUTHOR_TEXTS = tuple(field.name for field in fields(Author))
_KIND_WORDS = {kind: kind.name.lower().replace("_", "-") for kind in NoticeKind}
_KINDS = {word: kind for kind, word in _KIND_WORDS.items()}
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_OF_FILE = "File"
_DAY = timedelta(days=1)
"""For which a colleague elsewhere may be ahead."""


@dataclass(frozen=True, slots=True)
class PublisherRecord:
    """What `source` ("Crossref", "PubMed") said of a paper on the day `asked_on`."""

    reference: Reference
    asked_on: date
    source: str

    @classmethod
    def of(cls, answer: Answer) -> PublisherRecord:
        """What a look-up has found."""
        return cls(answer.reference, answer.asked_on, answer.source)

    @classmethod
    def of_file(cls, reference: Reference, day: date) -> PublisherRecord:
        """What a file that was added on a day tells of notices; of what else it says nobody knows how old it is."""
        return cls(Reference(doi=reference.doi, pmid=reference.pmid, notices=reference.notices), day, _OF_FILE)

    def replaces(self, other: PublisherRecord) -> bool:
        """Whether it takes the place of another one of its source: a later one stays, but not from days to come."""
        return other.asked_on <= self.asked_on or other.asked_on > date.today() + _DAY

    @property
    def file_name(self) -> str:
        """The name of its file, the same for each answer of this source about this paper; "" without an identifier.

        As each source has a file of its own, none that knows of no retraction overwrites one that does.
        """
        mark = next(_marks(self.reference.doi, self.reference.pmid), "")
        source = _NOT_IN_NAMES.sub("-", self.source.lower()).strip("-")
        return f"{source}-{hashlib.sha256(mark.encode()).hexdigest()[:20]}.json" if mark else ""


def record_bytes(record: PublisherRecord) -> bytes:
    """The record as its file has it: JSON that a person can read, what is empty left out."""
    reference = record.reference
    said: dict[str, Any] = {"asked_on": record.asked_on.isoformat(), "source": record.source}
    said |= {name: text for name in _TEXTS if (text := getattr(reference, name))}
    authors = [
        {name: text for name in _AUTHOR_TEXTS if (text := getattr(author, name))} for author in reference.authors
    ]
    notices = [
        {"kind": _KIND_WORDS[notice.kind], "date": notice.date, "doi": notice.doi} for notice in reference.notices
    ]
    said |= {"authors": authors, "kinds": list(reference.kinds), "notices": notices}
    said |= {"and_others": True} if reference.and_others else {}
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def record_in(data: bytes) -> PublisherRecord | None:
    """The record that a file holds; None for what is none, as anybody can put anything there."""
    try:
        said = json.loads(data)
        authors = tuple(Author(**{name: _text(one, name) for name in _AUTHOR_TEXTS}) for one in said["authors"])
        notices = tuple(Notice(_KINDS[one["kind"]], _text(one, "date"), _text(one, "doi")) for one in said["notices"])
        kinds = tuple(kind for kind in said["kinds"] if isinstance(kind, str))
        reference = Reference(
            **{name: _text(said, name) for name in _TEXTS},
            authors=authors,
            kinds=kinds,
            notices=notices,
            and_others=said.get("and_others") is True,
        )
        return PublisherRecord(reference, date.fromisoformat(said["asked_on"]), _text(said, "source"))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


class PublisherRecords:
    """The records that are known, found by the DOI or the PubMed number of a study."""

    def __init__(self) -> None:
        self._by_mark: dict[str, dict[str, PublisherRecord]] = {}
        self._noticed: set[str] = set()
        """By these marks notices are known, or were: of most studies there are none, and they are asked for often."""

    def take(self, records: Iterable[PublisherRecord]) -> bool:
        """Take these in, each in place of an earlier one of its source; whether anything is another now."""
        is_other = False
        for record in records:
            for mark in _marks(record.reference.doi, record.reference.pmid):
                known = self._by_mark.setdefault(mark, {})
                before = known.get(record.file_name)
                if before is None or (record.replaces(before) and before != record):
                    known[record.file_name] = record
                    if record.reference.notices:
                        self._noticed.add(mark)
                    is_other = True
        return is_other

    def of(self, study: Study) -> tuple[PublisherRecord, ...]:
        """What publishers and PubMed said of a study, the newest first."""
        return tuple(record for record in self._all_of(study) if record.source != _OF_FILE)

    def notices(self, study: Study) -> tuple[Notice, ...]:
        """What was published about a study later, the gravest first; of each kind one, the earliest that has a date."""
        if not self._noticed or self._noticed.isdisjoint(study_marks(study)):
            return ()
        found: dict[NoticeKind, Notice] = {}
        every = (notice for record in self._all_of(study) for notice in record.reference.notices)
        for notice in sorted(every, key=_date_of_notice):
            found.setdefault(notice.kind, notice)
        return tuple(found[kind] for kind in NoticeKind if kind in found)

    def _all_of(self, study: Study) -> list[PublisherRecord]:
        found: dict[str, PublisherRecord] = {}
        if self._by_mark:
            for mark in study_marks(study):
                found.update(self._by_mark.get(mark, {}))
        return sorted(found.values(), key=attrgetter("asked_on"), reverse=True)


def study_identifiers(study: Study) -> tuple[Identifier, ...]:
    """By what a study can be looked up: its DOI and its PubMed number, of their own fields or of the link."""
    return _identifiers(study.doi_alone, study.pmid_alone, study.url or "")


def abstracts_of(references: Iterable[Reference]) -> dict[str, str]:
    """The abstracts, each under what the records of its paper are found by."""
    return {
        mark: reference.abstract
        for reference in references
        if reference.abstract.strip()
        for mark in _marks(reference.doi, reference.pmid)
    }


def study_marks(study: Study) -> tuple[str, ...]:
    """What the records of a study are found by."""
    found = study_identifiers(study)
    dois = (one.value for one in found if one.kind is IdentifierKind.DOI)
    pmids = (one.value for one in found if one.kind is IdentifierKind.PMID)
    return tuple(mark for doi, pmid in itertools.zip_longest(dois, pmids, fillvalue="") for mark in _marks(doi, pmid))


@functools.lru_cache(maxsize=4096)  # a page asks for each of its studies whenever one of them changes
def _identifiers(*texts: str) -> tuple[Identifier, ...]:
    return tuple(dict.fromkeys(found for text in texts if (found := identifier_of(text)) is not None))


def _marks(doi: str, pmid: str) -> Iterator[str]:
    doi = bare_doi(doi).casefold()
    if doi.startswith("10."):
        yield f"doi:{doi}"
    if number := bare_pmid(pmid).lstrip("0"):
        yield f"pmid:{number}"


def _date_of_notice(notice: Notice) -> tuple[int, int, int, int]:
    return date_order(notice.date)


def _text(said: Any, name: str) -> str:
    """A text of a JSON object, "" where it has none."""
    text = said.get(name, "")
    return text if isinstance(text, str) else ""
