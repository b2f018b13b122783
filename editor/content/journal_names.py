"""Journals' names, which are printed in full, abbreviated, or as initials."""

from __future__ import annotations

import re

from editor.content.search_text import folded

_WORD = re.compile(r"\w+")
_SMALL_WORDS = frozenset(
    ("the", "of", "in", "on", "for", "and", "a", "an", "de", "la", "le", "et", "und", "der", "fur")
)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$|\s+[:=]\s.*$")
"""What PubMed puts behind a name to tell it from others: "BMJ (Clinical research ed.)", "Evid Based ... : eCAM"."""


def is_same_journal(one: str, other: str) -> bool:
    """Whether two names are of one journal as far as can be told: alike but for capitals, or one shortens the other."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return first == second
    return first == second or _shortens(first, second) or _shortens(second, first)


def _words(name: str) -> list[str]:
    """The words that count, in small letters without accents."""
    found = _WORD.findall(folded(_ASIDE.sub("", name)))
    return [word for word in found if word not in _SMALL_WORDS] or found


def _shortens(short: list[str], full: list[str]) -> bool:
    """Whether each word of `short` abbreviates the one of `full` in its place, or its one word has all the initials."""
    if len(short) == 1 and len(full) > 1:
        return short[0] == "".join(word[0] for word in full)
    return len(short) == len(full) and all(map(_abbreviates, short, full))


def _abbreviates(short: str, word: str) -> bool:
    """Whether the letters of `short` begin with that of the word, and stand in it in this order: "natl", "national"."""
    letters = iter(word)
    return short[0] == word[0] and all(letter in letters for letter in short)
