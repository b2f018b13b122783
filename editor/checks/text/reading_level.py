"""How hard a text is to read: long sentences, and the years of school that it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.found import Found
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule

_WORD = re.compile(r"[^\W_]+(?:['\u2019\u2011-][^\W_]+)*")
_LONGEST_SENTENCE = 25
_HIGHEST_YEAR = 9
_LONGEST_SCHOOL = 20
"""Years, university among them."""
_FEWEST_WORDS = 30
"""The level of less than this says nothing."""
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"[^aeiouy]e$(?<![^aeiouy]le)"  # "severe", and not "muscle"
    r"|[^aeioutdy]ed$(?<![^aeiouy][lr]ed)"  # "reduced"
    r"|[^aeiouysxzcgh]es$(?<![^aeiouy]les)|(?<![cs])hes$|(?:^|[dhk])ach(?=es$)"  # "knees", "headaches"
    r"|[^aeiouy]e(?=(?:ful|ly|ment|less|ness)$)|ica(?=lly$)"  # "movement", "clinically"
)
_SPOKEN_APART = re.compile(
    r"(?<![ctsgx])i[ao](?!u)|(?<![ctg])ie[tnr](?!s?$)|iu|yi|eo(?!u)|(?<=eo)a|^scia"  # "trial", "patient", "osteo"
    r"|(?<=[aeiouy])ing|(?<![gq])u(?:al|el?n|at|ar|ou)|[^aeiouy]ism|dnt"  # "relieving", "manual"
)


def long_sentences(_rule: Rule, prose: Prose) -> Iterator[Found]:
    """Sentences that nobody takes in at one reading."""
    for start, end in prose.sentences:
        count = len(_WORD.findall(prose.plain, start, end))
        if count > _LONGEST_SENTENCE:
            yield Found(start, end, {"count": count})


def hard_to_read(_rule: Rule, prose: Prose) -> Iterator[Found]:
    """A text that asks for more years of school than readers can be expected to have."""
    year = school_year(prose)
    if year is not None and year > _HIGHEST_YEAR:
        yield Found(0, len(prose.text), {"year": year}, whole=True)


def school_year(prose: Prose) -> int | None:
    """The year of school whose pupils can read the text, as Kincaid measured it on sentences and syllables (1975);
    None for a text that is too short to tell.
    """
    words = _WORD.findall(prose.plain)
    if len(words) < _FEWEST_WORDS:
        return None
    by_sentence = len(words) / len(prose.sentences)
    by_word = sum(map(syllables, words)) / len(words)
    return min(max(1, round(0.39 * by_sentence + 11.8 * by_word - 15.59)), _LONGEST_SCHOOL)


def syllables(word: str) -> int:
    """How many syllables an English word has, by its letters: of a dictionary's words nine of ten are right."""
    word = word.lower()
    count = len(_VOWELS.findall(word)) - len(_SILENT.findall(word)) + len(_SPOKEN_APART.findall(word))
    return max(1, count)
