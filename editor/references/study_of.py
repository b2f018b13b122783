"""From a reference to the study that a page lists."""

from __future__ import annotations

import re

from editor.content.study import Study
from editor.content.study_types import study_type_of_title
from editor.references.authors import printed
from editor.references.reference import Reference

_OF_KINDS = (
    ("systematic-review", re.compile(r"systematic.?review", re.IGNORECASE)),
    ("meta-analysis", re.compile(r"meta.?analysis", re.IGNORECASE)),
    ("guideline", re.compile(r"guideline", re.IGNORECASE)),
    ("randomised-trial", re.compile(r"randomi[sz]ed controlled trial|randomi[sz]ed trial", re.IGNORECASE)),
    ("cohort", re.compile(r"cohort stud", re.IGNORECASE)),
)
_ADDRESS = re.compile(r"(?:https?:)?//[^\s/]+\.[^\s]+", re.IGNORECASE)
_MADE = re.compile(
    r"https?://(?:dx\.|www\.)?doi\.org/|https?://(?:pubmed|www)\.ncbi\.nlm\.nih\.gov/(?:pubmed/)?[0-9]", re.IGNORECASE
)

_OF_SUBSCRIBERS = re.compile(
    r"https?://[^/]*(?:ovid|ebscohost|proquest|proxy|webofknowledge|webofscience|scopus|embase)[^/]*/", re.IGNORECASE
)
"""Databases that open for nobody without an account."""


def study_of(reference: Reference) -> Study:
    """A new study with what the reference says; what it does not say stays without a key.

    The abstract belongs to its publisher and is left out, as is an address that DOI or PubMed number make anyway.
    """
    return Study(
        journal=reference.journal or None,
        publisher=reference.publisher or None,
        date=reference.date or None,
        title=reference.title,
        authors=printed(reference.authors, and_others=reference.and_others) or None,
        url=_address(reference) or None,
        doi=reference.doi or None,
        pmid=reference.pmid or None,
        study_type=study_type_of(reference) or None,
    )


def study_type_of(reference: Reference) -> str:
    """The kind of study, of the kinds of publication or else of the title; "" where neither tells."""
    kinds = " | ".join(reference.kinds)
    for key, words in _OF_KINDS:
        if words.search(kinds):
            return key
    return study_type_of_title(reference.title)


def _address(reference: Reference) -> str:
    is_no_better = _MADE.match(reference.url) or _OF_SUBSCRIBERS.match(reference.url)
    if not _ADDRESS.fullmatch(reference.url) or (is_no_better and (reference.doi or reference.pmid)):
        return ""
    return f"https:{reference.url}" if reference.url.startswith("//") else reference.url
