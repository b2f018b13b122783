"""Phrases of a list as expressions to be looked for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

_LETTERS = r"[^\W\d_]*"
_NOTHING = r"(?!)"
_APOSTROPHE = re.compile("['\u2019]")


def expression_for(phrases: Iterable[str]) -> str:
    """An expression for any of the phrases as whole words, in which a blank is any white space, a star any letters, and
    one apostrophe as good as the other. Words of scripts without blanks may stand within others.
    """
    return "|".join(map(_expression, phrases))


@functools.lru_cache(maxsize=64)
def compiled(phrases: frozenset[str]) -> re.Pattern[str]:
    """The same, ready for searching; the longest phrases first. Without phrases nothing is found."""
    expression = expression_for(sorted(phrases, key=len, reverse=True))
    return re.compile(expression or _NOTHING, re.IGNORECASE)


def _expression(phrase: str) -> str:
    words = (_LETTERS.join(map(re.escape, word.split("*"))) for word in phrase.split())
    found = _APOSTROPHE.sub("['\u2019]", r"\s+".join(words))
    first, last = phrase.strip()[0], phrase.strip()[-1]
    return (r"\b" if _has_blanks(first) else "") + found + (r"\b" if _has_blanks(last) or last == "*" else "")


def _has_blanks(letter: str) -> bool:
    """Whether words of this letter's script stand apart."""
    return letter.isalnum() and letter < "\u2e80"
