"""Where one character ends for a reader, which may be several for a computer: a letter and its accent, an emoji."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_JOINER = "\u200d"
_JOINS_ON = frozenset(f"{_JOINER}\u200c\uff9e\uff9f")
_SKIN_AND_TAGS = (("\U0001f3fb", "\U0001f3ff"), ("\U000e0020", "\U000e007f"))
_PICTURES = "\u2190"
"""Arrows and all signs behind them: of these some are joined into one picture."""
_FLAGS = ("\U0001f1e6", "\U0001f1ff")
_FLAG_LETTERS = "".join(map(chr, range(ord(_FLAGS[0]), ord(_FLAGS[1]) + 1)))
_MOST_FLAG_LETTERS = 1000
"""That are looked at before one; in a longer row, which nobody writes, flags begin at even places."""


def is_mark(character: str) -> bool:
    """Whether it belongs to the letter before it."""
    return unicodedata.category(character)[0] == "M"


def is_within_character(text: str, place: int) -> bool:
    """Whether a text cannot be cut at a place without taking a character apart."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if after < "\u0300":
        return before == "\r" and after == "\n"
    if is_mark(after) or after in _JOINS_ON or any(first <= after <= last for first, last in _SKIN_AND_TAGS):
        return True
    if before == _JOINER and after >= _PICTURES:
        return True
    return _is_within_syllable(before, after) or _is_within_flag(text, place)


def character_ends(text: str) -> Iterator[int]:
    """The places behind each of a text's characters."""
    return (place for place in range(1, len(text) + 1) if not is_within_character(text, place))


def _is_within_syllable(before: str, after: str) -> bool:
    """Whether two pieces of Korean letters make one syllable."""
    if "\u1160" <= after <= "\u11ff":
        return "\u1100" <= before <= "\u11ff" or "\uac00" <= before <= "\ud7a3"
    return "\u1100" <= before <= "\u115f" and ("\u1100" <= after <= "\u115f" or "\uac00" <= after <= "\ud7a3")


def _is_within_flag(text: str, place: int) -> bool:
    """Whether a place is within the two letters that make a flag."""
    first, last = _FLAGS
    if not first <= text[place] <= last:
        return False
    before = text[max(0, place - place % 2 - _MOST_FLAG_LETTERS) : place]
    return (len(before) - len(before.rstrip(_FLAG_LETTERS))) % 2 == 1
