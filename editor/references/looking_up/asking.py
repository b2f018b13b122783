"""The questions that one look-up takes, and how their answers are read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from editor.references.identifiers import Identifier, IdentifierKind
from editor.references.looking_up import failures
from editor.references.looking_up.answer import FailureKind, LookUpFailed
from editor.references.looking_up.services import CROSSREF, PUBMED, Question, Services
from editor.references.reference import Reference


@dataclass(frozen=True, slots=True)
class Record:
    """A service's record of one paper: whose it is, as it came, and what it says."""

    source: str
    data: bytes
    reference: Reference

    @classmethod
    def of(cls, source: str, data: bytes) -> Record:
        """Read an answer. Raises LookUpFailed."""
        found = references_of(data, source)
        if not found:
            raise failures.unknown_there(source)
        return cls(source, data, found[0])


class Asking:
    """Asks what is needed for one paper; `fetched` gives the answer to one question. All raise LookUpFailed."""

    def __init__(self, services: Services, fetched: Callable[[Question], bytes]) -> None:
        self._services = services
        self.fetched = fetched

    def record(self, identifier: Identifier) -> Record:
        """The record of the paper."""
        try:
            match identifier.kind:
                case IdentifierKind.DOI:
                    return self._of_doi(identifier.value)
                case IdentifierKind.PMID:
                    return self._article(identifier.value)
                case IdentifierKind.PMCID:
                    return self._article(self._linked_number(identifier.value))
        except LookUpFailed as failure:
            if failure.kind == FailureKind.NOT_FOUND:
                raise failures.unknown_paper(identifier) from failure
            raise

    def _of_doi(self, doi: str) -> Record:
        """Crossref's record; of a DOI registered elsewhere, as many Chinese journals' are, PubMed's if it has one."""
        try:
            return Record.of(CROSSREF, self.fetched(self._services.work(doi)))
        except LookUpFailed as failure:
            if failure.kind != FailureKind.NOT_FOUND:
                raise
        record = self._article(self._found_number(doi))
        if record.reference.doi.casefold() != doi.casefold():  # a search finds what is like it, too
            raise failures.unknown_there(PUBMED)
        return record

    def _article(self, pmid: str) -> Record:
        record = Record.of(PUBMED, self.fetched(self._services.article(pmid)))
        if record.reference.pmid != pmid:
            raise failures.not_understood(PUBMED)
        return record

    def _found_number(self, doi: str) -> str:
        """The PubMed number of a DOI."""
        said = _json(self.fetched(self._services.number_of_doi(doi)))
        return _only_number(_within(said, "esearchresult", "idlist"))

    def _linked_number(self, pmcid: str) -> str:
        """The PubMed number of a paper in PubMed Central."""
        said = _json(self.fetched(self._services.number_of_central(pmcid)))
        return _only_number(_within(said, "linksets", 0, "linksetdbs", 0, "links"))


def references_of(data: bytes, source: str) -> tuple[Reference, ...]:
    """The papers that an answer describes, none where it says that there is none. Raises LookUpFailed."""
    from editor.references.reading import UnsupportedFormat, references_in  # with an answer to read, not before

    try:
        read = references_in(data)
    except (UnsupportedFormat, ValueError, RecursionError) as error:
        raise failures.not_understood(source) from error
    if read.unread:
        raise failures.not_understood(source)  # cut off: what is left may tell of other papers
    if not all(reference.doi if source == CROSSREF else reference.pmid for reference in read.references):
        raise failures.not_understood(source)  # each has one there
    return read.references


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise failures.not_understood(PUBMED) from error


def _within(said: Any, *path: str | int) -> list[Any]:
    """The list at the end of the path; empty where there is none: nothing is found."""
    for step in path:
        try:
            said = said[step]
        except (LookupError, TypeError):
            return []
    return said if isinstance(said, list) else []


def _only_number(found: list[Any]) -> str:
    if len(found) != 1 or not str(found[0]).isdecimal():
        raise failures.unknown_there(PUBMED)
    return str(found[0])
