"""Text as a search compares it: without regard to capitals, accents and the printer's kinds of marks.

"Zhang R", "ZHANG r" and "Zhāng R" are the same; so are straight and curved quotation marks. Every character is treated
by itself, so that what was found can be shown in the text as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_MARKS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200d\u2060\ufeff]"
)
"""Accents, once they stand apart from their letters, and what cannot be seen."""
_ALIKE = {
    **dict.fromkeys("\u2018\u2019\u201a\u02bc\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
    **dict.fromkeys("\u2010\u2012\u2013\u2014\u2212", "-"),
    **dict(zip("æœøđðł\u0131þ", ("ae", "oe", "o", "d", "d", "l", "i", "th"), strict=True)),
}
_SPECIAL = re.compile(f"[{''.join(_ALIKE)}]")

_SIGNS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_SIGNS}]|[^\W_{_SIGNS}]+")
"""Chinese and Japanese have no blanks between words: each sign may begin one."""

_NOT_WORTH_CUTTING = 6
"""Characters at the beginning of a text."""

Span = tuple[int, int]
"""A piece of a text: where it begins, and where what follows begins."""


def single_spaced(text: str) -> str:
    """The text with every run of spaces and line ends as one space."""
    return " ".join(text.split())


def folded(text: str) -> str:
    """The text as a search compares it."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text).casefold()
    return _SPECIAL.sub(_alike, _MARKS.sub("", text))


def words_of(text: str) -> str:
    """The letters and numbers alone, with one blank between words: signs differ from source to source."""
    return " ".join(_WORD.findall(folded(text)))


def spans_of(words: Iterable[str], text: str) -> tuple[Span, ...]:
    """Where these words, folded already, stand in a text as written; pieces that touch are one."""
    found, origins = folded(text), _origins(text)
    marked = [False] * len(text)
    for word in filter(None, words):
        at = found.find(word)
        while at >= 0:
            first, last = origins[at], origins[at + len(word) - 1]
            marked[first : last + 1] = [True] * (last + 1 - first)
            at = found.find(word, at + len(word))
    return tuple(runs(marked))


def excerpt(text: str, spans: tuple[Span, ...], before: int, length: int) -> tuple[str, tuple[Span, ...]]:
    """At most `length` characters of a text, from about `before` of them before the first of the spans, at a word.

    The spans are those in the answer. Where words before it are left out, it begins with "…".
    """
    begin = max(spans[0][0] - before, 0) if spans else 0
    if begin:
        begin = max(text.find(" ", begin - 1, spans[0][0]) + 1, begin)
    if begin <= _NOT_WORTH_CUTTING and (not spans or spans[0][0] < length):
        begin = 0
    sign = "… " if begin else ""
    shown = text[begin : begin + length]
    shift = len(sign) - begin
    moved = ((start + shift, min(end + shift, len(sign) + len(shown))) for start, end in spans)
    return sign + shown, tuple(span for span in moved if span[0] < span[1])


def runs(marked: Sequence[bool]) -> Iterator[Span]:
    """The pieces in which all places are marked."""
    begin = None
    for place, is_marked in enumerate([*marked, False]):
        if is_marked and begin is None:
            begin = place
        elif not is_marked and begin is not None:
            yield begin, place
            begin = None


def _alike(found: re.Match[str]) -> str:
    return _ALIKE[found[0]]


def _origins(text: str) -> list[int]:
    """For each character of the folded text the place of the one that it comes from."""
    if text.isascii():
        return list(range(len(text)))
    return [place for place, character in enumerate(text) for _ in folded(character)]
