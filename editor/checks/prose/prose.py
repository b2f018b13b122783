"""A passage made ready for rules: what is quoted or an address is blanked, the places of all characters stay."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from editor.checks.prose.passage import Passage

_ADDRESSES = re.compile(r"(?<=\])\([^()\s]*\)|<?\bhttps?://[^\s<>()]+>?|\bwww\.[^\s<>()]+|\b10\.\d{4,9}/\S+")
_QUOTED = re.compile(
    '\u201c[^\u201c\u201d]*\u201d|"[^"\n]*"|(?<!\\w)\u2018[^\u2018\u2019]*\u2019(?!\\w)|\u00ab[^\u00ab\u00bb]*\u00bb|「[^「」]*」'
)
_SENTENCE_END = re.compile('[.!?…]+["\u201d\u2019)\\]]*(?=\\s|$)|\n\\s*\n|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])')
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|cf|approx|et al|Dr|Prof|Mr|Mrs|Ms|St|No|Fig|[A-Z])\.$")
_HEDGES = re.compile(
    r"\b(?:may|might|could|can|suggests?|suggested|appears?|appeared|seems?|seemed|indicates?|possibly|probably|likely"
    r"|potential(?:ly)?|limited|preliminary|low[- ](?:quality|certainty)|uncertain|unclear|reported(?:ly)?"
    r"|(?:further|more) (?:research|studies|trials)|not (?:enough|sufficient)|insufficient)\b",
    re.IGNORECASE,
)
_NEGATIONS = re.compile("\\b(?:no|not|never|without|neither|nor|none|cannot|nobody)\\b|n['\u2019]t\\b", re.IGNORECASE)
_NEGATION_REACHES = 40
"""Characters before the words, within the sentence."""


class Prose:
    """A passage as rules read it. `plain` has a blank for each character of an address, `unquoted` also of what stands
    in quotation marks.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.text = passage.text
        self.plain = _blanked(self.text, _ADDRESSES)

    @cached_property
    def unquoted(self) -> str:
        """Without what is quoted."""
        return _blanked(self.plain, _QUOTED)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends."""
        begin, found = 0, []
        ends = [end.end() for end in _SENTENCE_END.finditer(self.plain) if not self._is_abbreviation(end.start())]
        for end_at in (*ends, len(self.plain)):
            words = self.plain[begin:end_at]
            if words.strip():
                found.append((begin + len(words) - len(words.lstrip()), begin + len(words.rstrip())))
            begin = end_at
        return tuple(found)

    def _is_abbreviation(self, stop: int) -> bool:
        """Whether the full stop at a place belongs to an abbreviation."""
        return _ABBREVIATION.search(self.plain, max(0, stop - 10), stop + 1) is not None

    def sentence_at(self, place: int) -> tuple[int, int]:
        """The sentence around a character; the whole text where there is none."""
        at = bisect_right(self.sentences, (place, len(self.text))) - 1
        return self.sentences[at] if at >= 0 else (0, len(self.text))

    def is_hedged(self, start: int, end: int) -> bool:
        """Whether the sentence around these words says that it is unsure, in other words than these."""
        begin, stop = self.sentence_at(start)
        rest = self.plain[begin:start] + " " * (end - start) + self.plain[end:stop]
        return _HEDGES.search(rest) is not None

    def is_negated(self, start: int) -> bool:
        """Whether a "no" or "not" stands shortly before, in the same sentence."""
        begin, _ = self.sentence_at(start)
        return _NEGATIONS.search(self.plain, max(begin, start - _NEGATION_REACHES), start) is not None


def _blanked(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
