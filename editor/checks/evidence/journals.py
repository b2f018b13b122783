"""Journals that had another name when a study appeared, and those that the clinic has a concern about."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editor.checks.checked_page import CheckedPage
from editor.checks.evidence.claim_meter import days_of
from editor.checks.evidence.in_sentences import date_in_words, short
from editor.checks.evidence.records import source_of
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.rules.rule import Rule
from editor.content.search_text import words_of
from editor.content.study import Study
from editor.words import tr

_RENAMED = re.compile(r"(?P<now>.+?) = (?P<old>.+?) until (?P<last>[12][0-9]{3})")
_CONCERN = re.compile(r"(?P<journal>.+?) = (?P<date>[12][0-9]{3}(?:-[0-9]{2}){0,2})")


@dataclass(frozen=True, slots=True)
class _Renamed:
    """A journal's name now, the one before, and the last year of that."""

    now: str
    old: str
    last: int


def journal_named_otherwise(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E06: a journal under a name that it did not have when the study appeared, or not in the record of it.

    The rule's list has lines such as "Journal of Physiotherapy = Australian Journal of Physiotherapy until 2009".
    """
    renamed = _renamed(rule.words)
    for study in checked.page.study_list:
        journal, record = study.journal or "", checked.records.get(study.key)
        known = renamed.get(words_of(journal)) if journal else None
        if known is not None and (right := _name_then(known, study)):
            said = tr(
                "When this study appeared ({date}) the journal was called “{right}”.",
                date=date_in_words(study.date or ""),
                right=right,
            )
            yield _named_otherwise(rule, study, right, said)
        elif record is not None and "journal" in record.differing and not _has_name(known, record.journal):
            said = tr("{source} calls the journal “{right}”.", source=source_of(record), right=record.journal)
            yield _named_otherwise(rule, study, record.journal, said)


def _named_otherwise(rule: Rule, study: Study, right: str, said: str) -> Finding:
    journal = study.journal or ""
    fix = Fix(tr("Call it {name}", name=right), (TextChange("journal", journal, right, study.key),))
    basis = f"{journal}\n{study.date}\n{right}"
    return Finding(rule, Spot("journal", study.key), journal.strip(), basis, {"said": said, "right": right}, (fix,))


def _name_then(known: _Renamed, study: Study) -> str:
    """The name that the journal had when the study appeared; "" where that is the one on the page."""
    first, last = days_of(study.date or "")
    if first is None or last is None:
        return ""
    if words_of(study.journal or "") == words_of(known.now):
        return known.old if last.year <= known.last else ""
    return known.now if first.year > known.last + 1 else ""  # printed a year after it was online


def _has_name(known: _Renamed | None, journal: str) -> bool:
    return known is not None and words_of(journal) in (words_of(known.now), words_of(known.old))


def journal_of_concern(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E18: a journal of the clinic's own list, with lines such as "Journal of Examples = 2023-03"."""
    listed = {words_of(found["journal"]): found["date"] for found in map(_CONCERN.fullmatch, rule.words) if found}
    for study in checked.page.study_list if listed else ():
        journal = study.journal or ""
        if day := listed.get(words_of(journal)):
            values = {"date": date_in_words(day), "title": short(study.title)}
            yield Finding(rule, Spot("journal", study.key), journal.strip(), journal, values)


@functools.lru_cache(maxsize=8)
def _renamed(lines: frozenset[str]) -> Mapping[str, _Renamed]:
    """By either name, as it is compared."""
    found = (match for match in map(_RENAMED.fullmatch, lines) if match)
    renamed = [_Renamed(match["now"], match["old"], int(match["last"])) for match in found]
    return {words_of(name): one for one in renamed for name in (one.now, one.old)}
