"""Journals that had another name when a study appeared, and those that the clinic has a concern about."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editor.checks.checked_page import CheckedPage
from editor.checks.evidence.claim_meter import days_of
from editor.checks.evidence.in_sentences import date_in_words, short
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.rules.rule import Rule
from editor.content.search_text import words_of
from editor.words import tr

_RENAMED = re.compile(r"(?P<now>.+?) = (?P<old>.+?) until (?P<last>[12][0-9]{3})")
_CONCERN = re.compile(r"(?P<journal>.+?) = (?P<date>[12][0-9]{3}(?:-[0-9]{2}){0,2})")


@dataclass(frozen=True, slots=True)
class _Renamed:
    """A journal's name now, the one before, and the last year of that."""

    now: str
    old: str
    last: int


def journal_renamed(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E06: a journal under a name that it did not have in the year of the study. The rule's list has lines such as
    "Journal of Physiotherapy = Australian Journal of Physiotherapy until 2009".
    """
    renamed = _renamed(rule.words)
    for study in checked.page.study_list:
        journal = study.journal or ""
        known = renamed.get(words_of(journal)) if journal else None
        first, last = days_of(study.date or "") if known else (None, None)
        if known is None or first is None or last is None:
            continue
        is_now = words_of(journal) == words_of(known.now)
        right = known.old if is_now and last.year <= known.last else known.now
        if right == known.now and (is_now or first.year <= known.last + 1):  # printed, or first online, a year apart
            continue
        values = {"right": right, "date": date_in_words(study.date or "")}
        fix = Fix(tr("Call it {name}", name=right), (TextChange("journal", journal, right, study.key),))
        yield Finding(rule, Spot("journal", study.key), journal.strip(), f"{journal}\n{study.date}", values, (fix,))


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
