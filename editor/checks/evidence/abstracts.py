"""Summaries against the abstracts of their papers, where these were imported or looked up."""

from __future__ import annotations

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

_COPIED = 12
"""Words in a row that two texts about one paper do not share by chance."""
_WORD = re.compile(r"\w+")
_FIGURES = re.compile(
    "(?<![\\w.·/])(?<![A-Za-z]-)[0-9]+(?:[,\u202f\u2009\u00a0][0-9]{3})*(?:[.·][0-9]+)?(?![\\w/])",
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
    for study, prose, abstract in _with_abstract(checked):
        ours = [(folded(word[0]), word.span()) for word in _WORD.finditer(prose.unquoted)]
        theirs = [folded(word) for word in _WORD.findall(abstract)]
        runs = {tuple(theirs[place : place + _COPIED]) for place in range(len(theirs) - _COPIED + 1)}
        words = [word for word, _ in ours]
        starts = range(len(words) - _COPIED + 1)
        copied = [place for place in starts if tuple(words[place : place + _COPIED]) in runs]
        if not copied:
            continue
        start, end = ours[copied[0]][1][0], ours[copied[-1] + _COPIED - 1][1][1]
        yield Finding(rule, Spot("summary", study.key, None, start, end), prose.text[start:end], prose.text)


def number_not_in_abstract(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """A number in a summary that its paper's abstract does not have."""
    for study, prose, abstract in _with_abstract(checked):
        theirs = {value for _, _, value in _numbers(abstract, least=0)}
        for start, end, value in _numbers(prose.plain, least=_FEW + 1):
            if value in theirs or _is_rounded(prose.plain, start, value, theirs):
                continue
            begin, stop = prose.sentence_at(start)
            spot = Spot("summary", study.key, None, start, end)
            yield Finding(rule, spot, prose.text[start:end], prose.text[begin:stop])


def _with_abstract(checked: CheckedPage) -> Iterator[tuple[Study, Prose, str]]:
    for study in checked.page.study_list if checked.records else ():
        record = checked.records.get(study.key)
        if record is not None and record.abstract and study.summary:
            yield study, Prose(Passage("summary", study.summary, study.key)), record.abstract


def _numbers(text: str, least: int) -> Iterator[tuple[int, int, Fraction]]:
    for match in _FIGURES.finditer(text):
        yield *match.span(), Fraction(re.sub("[,\u202f\u2009\u00a0]", "", match[0]).replace("·", "."))
    for match in _SPELLED.finditer(text):
        value = number_of(match[0])
        if value is not None and value >= least:
            yield *match.span(), Fraction(value)


def _is_rounded(text: str, start: int, value: Fraction, theirs: set[Fraction]) -> bool:
    """Whether a number said to be about right is near one of theirs."""
    if not _ROUNDED.search(text, max(0, start - 20), start):
        return False
    return any(abs(value - one) <= _NEAR * one for one in theirs)
