"""Promises that nobody can keep: of a cure, of success, of safety."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.advertising.treatments import SUMMARY, Treatments
from editor.checks.found import Found
from editor.checks.pattern_search import matches
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.checks.severity import Severity

_MEASURED = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+\s+)?$", re.IGNORECASE)
_OUTCOME = re.compile(
    r"\b(?:radical|clinical|complete|parasitological|microbiological|virological|test[ -]of)[ -]$", re.IGNORECASE
)
_INTENT = re.compile(r"\s+(?:intent\w*|surgery|resections?|doses?)\b", re.IGNORECASE)
"""What comes before and after the name of an outcome, or of a way of treating, in papers: "clinical cure"."""


def found_promises(rule: Rule, prose: Prose) -> Iterator[Found]:
    """Where the rule's pattern is found. What a study's summary says of other treatments than the clinic's is no
    promise of the clinic, and what it says was measured is a lesser one.
    """
    in_summary, treatments = prose.passage.field == SUMMARY, Treatments(rule, prose)
    for match in matches(rule, prose):
        if not in_summary:
            yield Found(*match.span())
        elif treatments.are_meant_at(match.start()) and not _names_outcome(prose, *match.span()):
            measured = _MEASURED.search(prose.bare, max(0, match.start() - 30), match.start())
            yield Found(*match.span(), milder=Severity.WARN if measured else None)


def _names_outcome(prose: Prose, start: int, end: int) -> bool:
    before = _OUTCOME.search(prose.bare, max(0, start - 20), start)
    return before is not None or _INTENT.match(prose.bare, end) is not None
