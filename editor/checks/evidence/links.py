"""Where the words "Full Article" lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.checked_page import CheckedPage, LinkState
from editor.checks.evidence.in_sentences import short
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.rules.rule import Rule
from editor.checks.severity import Severity
from editor.content.study import Study
from editor.words import tr

_ADDRESS = re.compile(r"\s*(?:https?://|//|/|[\w-]+(?:\.[\w-]+)+(?:[/:?#]|\s*\Z))", re.IGNORECASE)
_STAYS = re.compile(
    r"\s*(?:https?:)?(?://)?(?:(?:dx\.|www\.)?doi\.org/|pubmed\.ncbi\.nlm\.nih\.gov/|(?:www\.)?ncbi\.nlm\.nih\.gov/"
    r"(?:pubmed|pmc)/|pmc\.ncbi\.nlm\.nih\.gov/)",
    re.IGNORECASE,
)
"""Addresses that are meant never to change."""


def link_missing(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E08: neither an address nor a DOI nor a PubMed number."""
    words = checked.texts.link_text
    for study in checked.page.study_list:
        if not (_has_address(study) or study.doi_alone or study.pmid_alone):
            written = next((text.strip() for text in (study.url, study.doi, study.pmid) if text and text.strip()), "")
            values = {"link": words or tr("the link"), "title": short(study.title)}
            yield Finding(rule, Spot("doi", study.key), written, study.title or "", values)


def link_not_doi(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E09: an address of a publisher's website, which may move."""
    for study in checked.page.study_list:
        address = study.url or ""
        if not _has_address(study) or _STAYS.match(address):
            continue
        fixes: tuple[Fix, ...] = ()
        if study.doi_alone:
            fixes = (Fix(tr("Let the DOI make the link"), (TextChange("url", address, "", study.key),)),)
        yield Finding(rule, Spot("url", study.key), address.strip(), address, {}, fixes)


def link_dead(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """A link that led nowhere when somebody asked to have the links followed."""
    yield from _followed(rule, checked, LinkState.DEAD, None)


def link_not_followed(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """A link of which that could not be told, which is no fault."""
    yield from _followed(rule, checked, LinkState.UNKNOWN, Severity.HINT)


def _followed(rule: Rule, checked: CheckedPage, state: LinkState, milder: Severity | None) -> Iterator[Finding]:
    for study in checked.page.study_list if checked.links else ():
        if checked.links.get(study.key) is state:
            field, words = next(
                ((name, text) for name in ("url", "doi", "pmid") if (text := getattr(study, name) or "").strip()),
                ("url", ""),
            )
            values = {"title": short(study.title)}
            yield Finding(rule, Spot(field, study.key), words.strip(), words, values, milder=milder)


def _has_address(study: Study) -> bool:
    return bool(study.url) and _ADDRESS.match(study.url or "") is not None
