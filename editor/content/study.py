"""A published study as a condition page lists it."""

from __future__ import annotations

import functools
import os
import re
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

Text = str | None
"""A field's text as written; None means that the file has no such key, "" that the key is there and empty."""

StudyKey = str
"""Which study this is while the program runs, whatever its place; never written."""


def new_study_key() -> StudyKey:
    """A key that no other study has."""
    return os.urandom(16).hex()


@dataclass(frozen=True, slots=True)
class Study:
    """One study; all texts are as written in the file, the summary is Markdown."""

    key: StudyKey = field(default_factory=new_study_key)
    journal: Text = None
    publisher: Text = None
    date: Text = None
    title: Text = None
    summary: Text = None
    authors: Text = None
    url: Text = None
    doi: Text = None
    pmid: Text = None
    study_type: Text = None
    note: Text = None

    def duplicate(self) -> Study:
        """The same texts as a study of its own."""
        return replace(self, key=new_study_key())

    @property
    def doi_alone(self) -> str:
        """The DOI without what may stand before it, such as "doi:"; "" where there is none."""
        doi = bare_doi(self.doi or "")
        return doi if doi.startswith("10.") else ""

    @property
    def pmid_alone(self) -> str:
        """The PubMed number without what may stand around it; "" where there is none."""
        return bare_pmid(self.pmid or "")


_BEFORE_DOI = re.compile(
    r"(?:(?P<address>(?:https?://)?(?:dx\.|www\.)?doi\.org/)|doi(?::\s*|\s+(?=10\.)))+", re.IGNORECASE
)
_BEHIND_DOI = re.compile(r"[?#](?=[a-z_]).*\Z", re.IGNORECASE | re.DOTALL)
"""In an address what it says to the website; a "?" or "#" at the very end may be the DOI's own."""

_PMID = re.compile(
    r"(?:PMID:?\s*|(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/)?([0-9]+)/?",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=1024)  # a page asks for each of its studies in several places
def bare_doi(text: str) -> str:
    """The DOI alone, of a text in which it may stand as an address or after "doi:", or with a stop behind it."""
    text = text.strip()
    before = _BEFORE_DOI.match(text)
    doi = text[before.end() :] if before else text
    if not doi.startswith("10."):
        return doi
    if before and before["address"]:
        doi = _BEHIND_DOI.sub("", doi)
    if "/" not in doi or (before and before["address"]):
        doi = unquote(doi)  # as addresses write signs
    return doi.rstrip(".,;:")


@functools.lru_cache(maxsize=1024)
def bare_pmid(text: str) -> str:
    """The PubMed number alone, of a text in which it may stand as an address or after "PMID:"; "" if there is none."""
    found = _PMID.fullmatch(text.strip())
    return found[1] if found else ""
