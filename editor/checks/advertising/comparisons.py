"""Treatments said to be better than other care."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.advertising.treatments import SUMMARY, Treatments
from editor.checks.found import Found
from editor.checks.pattern_search import matches
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.checks.severity import Severity


def found_comparisons(rule: Rule, prose: Prose) -> Iterator[Found]:
    """Where the rule's pattern is found of a treatment of the rule's list. One that is unsure of itself is a hint."""
    treatments = Treatments(rule, prose)
    for match in matches(rule, prose):
        if prose.passage.field != SUMMARY or treatments.are_meant_at(match.start()):
            yield Found(*match.span(), milder=Severity.HINT if prose.is_hedged(*match.span()) else None)
