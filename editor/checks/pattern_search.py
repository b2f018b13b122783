"""The rule that looks for words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.found import Found
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule, Unless


def found_words(rule: Rule, prose: Prose) -> Iterator[Found]:
    """Where the rule's pattern is found, but for what the rule lets pass."""
    return (Found(*match.span()) for match in matches(rule, prose))


def matches(rule: Rule, prose: Prose) -> Iterator[re.Match[str]]:
    """What the rule's pattern finds, but for what the rule lets pass."""
    if rule.pattern is None:
        return
    text = prose.bare_unquoted if Unless.QUOTED in rule.unless else prose.bare
    exempt: dict[tuple[int, int], bool] = {}
    for match in rule.pattern.finditer(text):
        start, end = match.span()
        if Unless.NEGATED in rule.unless and prose.is_negated(start, end):
            continue
        if Unless.HEDGED in rule.unless and prose.is_hedged(start, end):
            continue
        if rule.exempt is not None:
            sentence = prose.sentence_at(start)
            if sentence not in exempt:
                exempt[sentence] = rule.exempt.search(prose.bare, *sentence) is not None
            if exempt[sentence]:
                continue
        yield match
