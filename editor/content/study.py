"""A published study as a condition page lists it."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field, replace

Text = str | None
"""A field's text as written; None means that the file has no such key, "" that the key is there and empty."""

StudyKey = str
"""Which study this is while the program runs, whatever its place; never written."""


def new_study_key() -> StudyKey:
    """A key that no other study has."""
    return uuid.uuid4().hex


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
    def link(self) -> str | None:
        """The address of the full article: the url, else the DOI's, else PubMed's; None if there is none."""
        if self.url and self.url.strip():
            return self.url.strip()
        if self.doi and self.doi.strip():
            return "https://doi.org/" + bare_doi(self.doi)
        if self.pmid and self.pmid.strip():
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid.strip()}/"
        return None


_DOI_ADDRESS = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*", re.IGNORECASE)


def bare_doi(text: str) -> str:
    """The DOI alone, of a text in which it may stand as an address or after "doi:"."""
    text = text.strip()
    address = _DOI_ADDRESS.match(text)
    return text[address.end() :] if address else text
