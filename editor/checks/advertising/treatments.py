"""Whether a sentence speaks of what a clinic does: a study's summary may tell of anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from editor.checks.prose.prose import Prose
from editor.checks.rules.phrases import compiled
from editor.checks.rules.rule import Rule

SUMMARY = "summary"
_TAKEN_UP = re.compile(
    r"\b(?:it|they|(?:this|the|these|such) (?:treatments?|therap(?:y|ies)|interventions?|techniques?|methods?))\b",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)


class Treatments:
    """Those of a rule's list in one text."""

    def __init__(self, rule: Rule, prose: Prose) -> None:
        self._prose = prose
        self._named = compiled(rule.words)
        self._known: dict[tuple[int, int], bool] = {}

    @cached_property
    def first(self) -> int | None:
        """Where the first one that the text names ends; None where it names none."""
        found = self._named.search(self._prose.bare)
        return None if found is None else found.end()

    def named_in(self, begin: int, end: int) -> Iterator[re.Match[str]]:
        """Those named in a part of the text."""
        return self._named.finditer(self._prose.bare, begin, end)

    def are_meant_at(self, place: int) -> bool:
        """Whether the sentence at a place names one, takes up one that the text names, or addresses the reader."""
        sentence = self._prose.sentence_at(place)
        if sentence not in self._known:
            self._known[sentence] = self._are_meant_in(*sentence)
        return self._known[sentence]

    def _are_meant_in(self, begin: int, end: int) -> bool:
        text = self._prose.bare
        if self._named.search(text, begin, end) or _READER.search(text, begin, end):
            return True
        return self.first is not None and _TAKEN_UP.search(text, begin, end) is not None
