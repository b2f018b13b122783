"""A passage made ready for rules: what is quoted or an address is blanked, the places of all characters stay."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right

from editor.checks.prose.denial import denies_after, denies_before
from editor.checks.prose.passage import Passage
from editor.checks.prose.quoting import without_quotations

_ADDRESSES = re.compile(
    r"(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)"  # of a link or a picture, with its title
    r"|<?\bhttps?://[^\s<>()]+>?|\bwww\.[^\s<>()]+|\b10\.\d{4,9}/\S+"
)
_MARKUP = re.compile(r"(?<![^\W_])[*_]+|[*_]+(?![^\W_])|</?[a-z]{1,10}[1-6]?\s*/?>|&nbsp;", re.IGNORECASE)
"""Marks that make words bold, slanted or broken into lines, and change nothing in what they say."""
_SENTENCE_END = re.compile(
    '(?<![.!?…])[.!?…]+["\u201d\u2019)\\]*_]*(?=\\s|$)|[\u3002\uff01\uff1f]'
    "|\n[ \t]*(?:\n\\s*|(?=(?:[-*+]|\\d+[.)])[ \t]))"
    "|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|et al|ca|Drs?|Prof|Mr|Mrs|Ms|St|Mt|No|Fig|Vol|pp|spp?|Ltd|Co)|\b[A-Z])\.$"
)
_HEDGES = re.compile(
    r"\b(?:(?:may|might)(?![ ]\d)|could|perhaps|suggest(?:s|ed|ing|ive)?|appear(?:s|ed)?|seem(?:s|ed|ingly)?"
    r"|tend(?:s|ed|ency)?|trend|possibl[ey]|possibility|probabl[ey]|likely|unlikely|potential(?:ly)?|promising|prelimin\w+"
    r"|limited|limitations?|tentative(?:ly)?|low[- ](?:quality|certainty)|weak evidence|(?:some|little) evidence"
    r"|uncertain(?:ty)?|unclear|unknown|inconclusive|inconsistent|conflicting|caution|cautiously|insufficient|whether"
    r"|(?:small|few|single) (?:trials?|stud(?:y|ies)|samples?)|(?:further|more|larger|better) (?:\w+[ -])?"
    r"(?:research|studies|study|trials?|evidence)|not (?:enough|sufficient)|unable to|hypothes[ie][sz]\w*"
    r"|(?:aim|objective|purpose|goal)s?)\b",
    re.IGNORECASE,
)
_NEGATION_REACHES = 60
"""Characters before the words, within the sentence."""


class Prose:
    """A passage as rules read it. `plain` has a blank for each character of an address, `unquoted` also of what stands
    in quotation marks. The same without marks such as those of bold words is `bare` and `bare_unquoted`.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.text = passage.text
        self.plain = _without_addresses(self.text)

    @functools.cached_property
    def unquoted(self) -> str:
        """Without what is quoted. A word or two in quotation marks are the clinic's own: a “miracle” is still one."""
        return _unquoted(self.plain)

    @functools.cached_property
    def bare(self) -> str:
        """What a reader takes for words: “completely **safe**” says the same as “completely safe”."""
        return _MARKUP.sub(_blank, self.plain)

    @functools.cached_property
    def bare_unquoted(self) -> str:
        """The same without what is quoted."""
        return _MARKUP.sub(_blank, self.unquoted)

    @functools.cached_property
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

    def is_question(self, place: int) -> bool:
        """Whether the sentence around a character asks."""
        begin, end = self.sentence_at(place)
        return self.bare[max(begin, end - 10) : end].rstrip("\"'\u201d\u2019)*_ ").endswith("?")

    def is_hedged(self, start: int, end: int) -> bool:
        """Whether the sentence around these words says that it is unsure, in other words than these."""
        begin, stop = self.sentence_at(start)
        first = bisect_left(self._hedges, (begin, begin))
        return any(
            hedge[1] <= start or hedge[0] >= end for hedge in self._hedges[first : bisect_left(self._hedges, (stop, 0))]
        )

    @functools.cached_property
    def _hedges(self) -> tuple[tuple[int, int], ...]:
        """Where words stand that make a sentence unsure."""
        return tuple(hedge.span() for hedge in _HEDGES.finditer(self.bare))

    def is_negated(self, start: int, end: int | None = None) -> bool:
        """Whether the sentence denies the words: a "no" or "not" shortly before them; with `end` also one that follows
        at once, as in "a cure is not possible".
        """
        begin, stop = self.sentence_at(start)
        if denies_before(self.bare[max(begin, start - _NEGATION_REACHES) : start]):
            return True
        return end is not None and denies_after(self.bare[end:stop])


@functools.lru_cache(maxsize=2048)  # rules that look at a whole page each make its texts ready
def _without_addresses(text: str) -> str:
    return _ADDRESSES.sub(_blank, text)


@functools.lru_cache(maxsize=2048)
def _unquoted(plain: str) -> str:
    return without_quotations(plain)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
