"""Whether a sentence speaks of what a clinic does: a study's summary may tell of anything."""

from __future__ import annotations

import re

from editor.checks.prose.prose import Prose
from editor.checks.rules.phrases import compiled
from editor.checks.rules.rule import Rule

SUMMARY = "summary"
_TAKEN_UP = re.compile(
    r"\b(?:it|they|(?:this|the|these|such) (?:treatments?|therap(?:y|ies)|interventions?|techniques?|methods?))\b",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)


def speaks_of_treatment(rule: Rule, prose: Prose, place: int) -> bool:
    """Whether the sentence at a place names one of the treatments in the rule's list, takes up one that the text names,
    or addresses the reader.
    """
    begin, end = prose.sentence_at(place)
    treatments = compiled(rule.words)
    if treatments.search(prose.plain, begin, end) or _READER.search(prose.plain, begin, end):
        return True
    return bool(_TAKEN_UP.search(prose.plain, begin, end) and treatments.search(prose.plain))
