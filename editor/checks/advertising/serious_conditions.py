"""Conditions that a doctor has to assess."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding, Spot
from editor.checks.prose.passage import Passage, passages_of_page
from editor.checks.prose.prose import Prose
from editor.checks.rules.phrases import compiled
from editor.checks.rules.rule import Rule

_NAMES = ("name", "title", "heading")
_TEXTS = ("description", "intro", "insights", "research.lead", "research.call_to_action")
_ONE_OF_MANY = re.compile(
    r"\b(?:caus(?:es?|ed|ing)|due to|because of|such as|including|includes?|symptoms? of|signs? of|rule out"
    r"|ruled out|history of|risk of|not due to|complications?|associated with|linked (?:to|with)|unlike)\b",
    re.IGNORECASE,
)


def serious_conditions(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """The conditions of the rule's list that the page's names or own texts speak of, each where it stands first, unless
    the page says anywhere that a doctor should see to it, for which the rule's pattern looks. One that is only named as
    a cause is none that the clinic claims to treat.
    """
    if rule.pattern is not None and any(map(rule.pattern.search, _shown(checked))):
        return
    known: set[str] = set()
    for passage in passages_of_page(checked.page):
        if passage.study is None and passage.field in _NAMES + _TEXTS:
            yield from _in_passage(rule, passage, known)


def _in_passage(rule: Rule, passage: Passage, known: set[str]) -> Iterator[Finding]:
    prose = Prose(passage)
    for match in compiled(rule.words).finditer(prose.bare_unquoted):
        start, end = match.span()
        begin, stop = prose.sentence_at(start)
        named = match[0].casefold()
        if named in known or prose.is_negated(start, end):
            continue
        if passage.field in _TEXTS and _ONE_OF_MANY.search(prose.bare, begin, start):
            continue
        known.add(named)
        yield Finding(rule, Spot(passage.field, None, passage.item, start, end), match[0], passage.text[begin:stop])


def _shown(checked: CheckedPage) -> Iterator[str]:
    texts = checked.texts
    yield from (texts.intro, texts.insights, texts.description, texts.research_lead, texts.call_to_action)
    yield from texts.disclaimers
