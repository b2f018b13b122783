"""Conditions that a page names in its title, of which no listed study speaks."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding, Spot
from editor.checks.rules.rule import Rule
from editor.content.condition_page import ConditionPage
from editor.content.page_texts import says_something
from editor.content.search_text import words_of
from editor.content.study import Study

Known = dict[str, re.Pattern[str]]

_BETWEEN = re.compile(r"[,;/&+]|\b(?:and|or)\b", re.IGNORECASE)


def title_part_without_study(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E14: a part of the page's name that no study's title or summary has, nor another word for it. The rule's list has
    lines such as "leg = leg, sciatic*"; of what it does not know only the word itself is looked for.
    """
    if not checked.page.study_list:
        return
    known = _known_words(rule.words)
    name, field = _name_of(checked.page)
    parts = list(_parts(name, known))
    said = "\n".join(map(_said_of, checked.page.study_list))
    for start, end in parts:
        part = name[start:end]
        speaks_of = known.get(words_of(part))
        if speaks_of is None and len(parts) == 1:
            continue  # such as "wellness": no word that each study would have
        if not (speaks_of or _speaking_of((words_of(part),))).search(said):
            basis = "\n".join((name, *(study.title or "" for study in checked.page.study_list)))
            yield Finding(rule, Spot(field, None, None, start, end), part, basis)


def _name_of(page: ConditionPage) -> tuple[str, str]:
    if says_something(page.name_in_text):
        return page.name_in_text or "", "name_in_text"
    return page.name or "", "name"


def _parts(name: str, known: Known) -> Iterator[tuple[int, int]]:
    """Where each condition or part of the body stands, without words such as "pain" that tell none."""
    begin = 0
    for start, end in [*(match.span() for match in _BETWEEN.finditer(name)), (len(name), len(name))]:
        yield from _without_common_words(name, begin, start, known)
        begin = end


def _without_common_words(name: str, begin: int, end: int, known: Known) -> Iterator[tuple[int, int]]:
    words = [
        (match.start() + begin, match.end() + begin)
        for match in re.finditer(r"[^\W_]+(?:['\u2019-]\w+)*", name[begin:end])
    ]
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


@functools.lru_cache(maxsize=4096)  # at each change of a page all its studies are asked for
def _said_of(study: Study) -> str:
    return f"{words_of(study.title or '')} \n {words_of(study.summary or '')}"


@functools.lru_cache(maxsize=8)
def _known_words(lines: frozenset[str]) -> Known:
    """By what a page may be named after, in one or several, what finds a study about it."""
    found: Known = {}
    for line in lines:
        names, _, others = line.partition("=")
        speaks_of = _speaking_of(tuple(map(_compared, others.split(","))))
        for name in map(words_of, names.split(",")):
            plural = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
            found |= {name: speaks_of, plural: speaks_of}
    return found


def _compared(word: str) -> str:
    return words_of(word) + "*" * word.rstrip().endswith("*")


def _speaking_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of these words, or one of them as a plural; a star stands for any ending."""
    found = "|".join(f"{word[:-1]}\\w*" if word.endswith("*") else f"{word}(?:e?s)?" for word in words)
    return re.compile(rf"\b(?:{found})\b")
