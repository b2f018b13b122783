"""Conditions that a page names in its title, of which no listed study speaks."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding, Spot
from editor.checks.rules.rule import Rule
from editor.content.condition_page import ConditionPage
from editor.content.page_texts import says_something
from editor.content.search_text import words_of
from editor.content.study import Study

_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\+|\band\b|\bor\b)\s*", re.IGNORECASE)


def title_part_without_study(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E14: a part of the page's name that no study's title or summary has, nor another word for it. The rule's list has
    lines such as "leg = sciatica, sciatic"; of what it does not know only the word itself is looked for.
    """
    if not checked.page.study_list:
        return
    known = _synonyms(rule.words)
    name, field = _name_of(checked.page)
    parts = list(_parts(name, known))
    said = " ".join(map(_said_of, checked.page.study_list))
    for start, end in parts:
        part = name[start:end]
        words = known.get(words_of(part))
        if words is None and len(parts) == 1:
            continue  # such as "women's health": no word that each study would have
        if not any(_speaks(said, word) for word in (words or (words_of(part),))):
            basis = "\n".join((name, *(study.title or "" for study in checked.page.study_list)))
            yield Finding(rule, Spot(field, None, None, start, end), part, basis)


def _name_of(page: ConditionPage) -> tuple[str, str]:
    if says_something(page.name_in_text):
        return page.name_in_text or "", "name_in_text"
    return page.name or "", "name"


def _parts(name: str, known: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Where each condition or part of the body stands, without words such as "pain" that tell none."""
    begin = 0
    for start, end in [*(match.span() for match in _BETWEEN.finditer(name)), (len(name), len(name))]:
        yield from _without_common_words(name, begin, start, known)
        begin = end


def _without_common_words(
    name: str, begin: int, end: int, known: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[int, int]]:
    words = [(match.start() + begin, match.end() + begin) for match in re.finditer(r"[^\W_]+(?:['\u2019-]\w+)*", name[begin:end])]
    while len(words) > 1 and words_of(name[words[0][0] : words[-1][1]]) not in known and _is_common(name, words[-1]):
        words.pop()
    if words and not (len(words) == 1 and _is_common(name, words[0])):
        yield words[0][0], words[-1][1]


_COMMON = frozenset(
    (
        *("pain", "pains", "ache", "aches", "problem", "problems", "complaint", "complaints", "disorder", "disorders"),
        *("condition", "conditions", "trouble", "troubles", "injury", "injuries", "issue", "issues", "health", "care"),
        *("support", "relief", "treatment", "acupuncture", "more", "other", "related", "symptoms", "disease"),
    )
)


def _is_common(name: str, word: tuple[int, int]) -> bool:
    return name[word[0] : word[1]].lower() in _COMMON


def _said_of(study: Study) -> str:
    return f" {words_of(study.title or '')} {words_of(study.summary or '')} "


def _speaks(said: str, word: str) -> bool:
    """Whether a word begins one of those said, in any of its forms: "knee" of "knees"."""
    return f" {word}" in said


@functools.lru_cache(maxsize=8)
def _synonyms(lines: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """What else studies call a part of a name, itself among them."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        names, _, others = line.partition("=")
        words = tuple(filter(None, map(words_of, (*names.split(","), *others.split(",")))))
        found |= {words_of(name): words for name in names.split(",")}
    return found
