"""Where the words "Full Article" lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.checked_page import CheckedPage
from editor.checks.evidence.in_sentences import short
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.rules.rule import Rule
from editor.checks.severity import Severity
from editor.content.link_state import LinkState
from editor.content.study import Study
from editor.content.study_link import study_link
from editor.words import tr

_STAYS = re.compile(
    r"https?://(?:(?:dx\.|www\.)?doi\.org|pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/(?:pubmed|pmc)"
    r"|pmc\.ncbi\.nlm\.nih\.gov)/",
    re.IGNORECASE,
)
"""Addresses that are meant never to change."""


def link_missing(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E08: neither an address nor a DOI nor a PubMed number."""
    words = checked.texts.link_text
    for study in checked.page.study_list:
        if not study_link(study):
            written = next((text.strip() for text in (study.url, study.doi, study.pmid) if text and text.strip()), "")
            values = {"link": words or tr("the link"), "title": short(study.title)}
            yield Finding(rule, Spot("doi", study.key), written, study.title or "", values)


def link_not_doi(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E09: an address of a publisher's website, which may move."""
    for study in checked.page.study_list:
        address = study.url or ""
        leads_to = study_link(Study(url=address)) if address else ""
        if not leads_to or _STAYS.match(leads_to):
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
