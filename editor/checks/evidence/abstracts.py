"""Summaries against the abstracts of their papers, where these were imported or looked up."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from fractions import Fraction

from editor.checks.checked_page import CheckedPage
from editor.checks.evidence.number_words import SPELLED, number_of
from editor.checks.finding import Finding, Spot
from editor.checks.prose.passage import Passage
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.content.search_text import folded
from editor.content.study import Study

Span = tuple[int, int]

_COPIED = 12
"""Words in a row that two texts about one paper do not share by chance."""
_WORD = re.compile(r"\w+")
_FIGURES = re.compile(
    "(?<![\\w.·/])(?<![A-Za-z]-)[0-9]{1,15}(?:[,\u202f\u2009\u00a0][0-9]{3}){0,5}(?:[.·][0-9]{1,15})?(?![\\w/])",
)
"""Numbers that are no part of a name, such as COVID-19 or PC6."""
_SPELLED = re.compile(rf"(?<!hundred )(?<!hundred and )\b{SPELLED}\b(?!\s+(?:hundred|thousand|million))", re.IGNORECASE)
_ROUNDED = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|more than|under|less than|fewer than|roughly|close to|up to)\s+\Z", re.I
)
_NEAR = Fraction(1, 20)
_FEW = 3
"""Up to here a number in words is often none: "one of them", "in two ways"."""


def copied_from_abstract(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E12: words of the abstract that are not marked as quoted."""
    for study, summary, abstract in _with_abstract(checked):
        if (span := _copied(summary, abstract)) is not None:
            yield Finding(rule, Spot("summary", study.key, None, *span), summary[slice(*span)], summary)


def number_not_in_abstract(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """A number in a summary that its paper's abstract does not have."""
    for study, summary, abstract in _with_abstract(checked):
        for span, sentence in _unknown_numbers(summary, abstract):
            yield Finding(rule, Spot("summary", study.key, None, *span), summary[slice(*span)], sentence)


def _with_abstract(checked: CheckedPage) -> Iterator[tuple[Study, str, str]]:
    for study in checked.page.study_list if checked.records else ():
        record = checked.records.get(study.key)
        if record is not None and record.abstract and study.summary:
            yield study, study.summary, record.abstract


@functools.lru_cache(maxsize=2048)  # a page is checked with every pause in typing, and most summaries stay
def _copied(summary: str, abstract: str) -> Span | None:
    """From the first to the last of the words that both have, so many in a row."""
    ours = [(folded(word[0]), word.span()) for word in _WORD.finditer(_prose(summary).unquoted)]
    theirs = [folded(word) for word in _WORD.findall(abstract)]
    runs = {tuple(theirs[place : place + _COPIED]) for place in range(len(theirs) - _COPIED + 1)}
    words = [word for word, _ in ours]
    starts = range(len(words) - _COPIED + 1)
    copied = [place for place in starts if tuple(words[place : place + _COPIED]) in runs]
    return (ours[copied[0]][1][0], ours[copied[-1] + _COPIED - 1][1][1]) if copied else None


@functools.lru_cache(maxsize=2048)  # the same
def _unknown_numbers(summary: str, abstract: str) -> tuple[tuple[Span, str], ...]:
    """Where numbers stand that the abstract does not have, each with its sentence."""
    prose, theirs = _prose(summary), {value for _, value in _numbers(abstract, least=0)}
    found = []
    for (start, end), value in _numbers(prose.plain, least=_FEW + 1):
        if value not in theirs and not _is_rounded(prose.plain, start, value, theirs):
            found.append(((start, end), summary[slice(*prose.sentence_at(start))]))
    return tuple(found)


def _prose(summary: str) -> Prose:
    return Prose(Passage("summary", summary))


def _numbers(text: str, least: int) -> Iterator[tuple[Span, Fraction]]:
    for match in _FIGURES.finditer(text):
        yield match.span(), Fraction(re.sub("[,\u202f\u2009\u00a0]", "", match[0]).replace("·", "."))
    for match in _SPELLED.finditer(text):
        value = number_of(match[0])
        if value is not None and value >= least:
            yield match.span(), Fraction(value)


def _is_rounded(text: str, start: int, value: Fraction, theirs: set[Fraction]) -> bool:
    """Whether a number said to be about right is near one of theirs."""
    if not _ROUNDED.search(text, max(0, start - 20), start):
        return False
    return any(abs(value - one) <= _NEAR * one for one in theirs)
