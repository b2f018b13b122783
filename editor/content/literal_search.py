"""Looking for words in a text just as they were typed, to put others in their place.

Unlike the search for a page, accents and punctuation count: who replaces "resume" does not mean "résumé". A letter and
its accent are the same whether a file holds them as one character or as two, and found is only what is whole: never a
part of a character, and not the "s" in "ß", which is "ss" where capitals do not count.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from editor.content.search_text import Span
from editor.content.whole_characters import character_ends, is_mark, is_within_character

_SPACES = ("\u00a0", "\u202f")
"""Spaces at which no line breaks. Nobody sees that they are not like others."""
_WITHOUT_SPACES = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts that put no spaces between words, such as Chinese; compiled when something is first looked for."""

_LONGEST_ABBREVIATION = 4
"""Letters: what is longer and all capitals stands where everything does."""


@dataclass(frozen=True, slots=True)
class Search:
    """The words looked for, and how."""

    words: str
    match_case: bool = False
    """Whether capitals count."""
    whole_words: bool = False
    """Whether what is found is no part of a longer word."""


class Finder:
    """Finds the words of one search in any number of texts."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._alike_spaces = " " in search.words and not any(space in search.words for space in _SPACES)
        self._words = self._compared(search.words)

    def spans(self, text: str) -> list[Span]:
        """Where the words stand in a text, from left to right; none begins within another."""
        words, compared = self._words, self._compared(text)
        at = compared.find(words) if words else -1
        if at < 0:
            return []
        places = None if len(compared) == len(text) else self._places(text)
        found = []
        while at >= 0:
            span = _span(at, at + len(words), places)
            is_taken = span is not None and self._is_whole(text, *span)
            if span is not None and is_taken:
                found.append(span)
            at = compared.find(words, at + (len(words) if is_taken else 1))
        return found

    def _compared(self, text: str) -> str:
        """The text as it is compared; never shorter, and as long only where each character has its own place."""
        if text.isascii():
            return text if self._search.match_case else text.lower()
        if self._alike_spaces:
            for space in _SPACES:
                text = text.replace(space, " ")
        text = unicodedata.normalize("NFD", text)
        return text if self._search.match_case else unicodedata.normalize("NFD", text.casefold())

    def _places(self, text: str) -> Mapping[int, int]:
        """For each place of the compared text at which a character ends, the place in the text itself."""
        places = {0: 0}
        begin = length = 0
        for end in character_ends(text):
            length += len(self._compared(text[begin:end]))
            places[length] = begin = end
        return places

    def _is_whole(self, text: str, begin: int, end: int) -> bool:
        if is_within_character(text, begin) or is_within_character(text, end):
            return False
        return not self._search.whole_words or not (_is_within_word(text, begin) or _is_within_word(text, end))


class Replacement:
    """What comes in the place of what a search finds.

    Where capitals do not count, those of what is found are kept: "acupuncture" begins a sentence with a capital.
    """

    def __init__(self, search: Search, words: str) -> None:
        self._search = search
        self.words = words
        self.of = functools.cache(self._of)

    def _of(self, found: str) -> str:
        """What comes in the place of these words; the very same where nobody would see a difference."""
        words = self.words if self._search.match_case else _with_capitals(self.words, self._search.words, found)
        return found if _seen(words) == _seen(found) else words


def _span(begin: int, end: int, places: Mapping[int, int] | None) -> Span | None:
    """A piece of the compared text in the text itself; None where that is no whole number of characters."""
    if places is None:
        return begin, end
    return (places[begin], places[end]) if begin in places and end in places else None


def _is_within_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and _is_letter(text[place - 1]) and _is_letter(text[place])


def _is_letter(character: str) -> bool:
    """Whether it belongs to a word that goes on until a space."""
    if character.isascii():
        return character.isalnum()
    return (character.isalnum() or is_mark(character)) and _without_spaces().match(character) is None


def _seen(text: str) -> str:
    for space in _SPACES:
        text = text.replace(space, " ")
    return unicodedata.normalize("NFC", text)


def _with_capitals(words: str, looked_for: str, found: str) -> str:
    """The words with capitals as what was found has them, where both were typed without, or both begin with one."""
    if _begins_with_capital(words) != _begins_with_capital(looked_for):
        return words
    if words[1:] != words[1:].lower() or looked_for[1:] != looked_for[1:].lower():
        return words
    if found.isupper() and sum(map(str.isalpha, found)) > _LONGEST_ABBREVIATION:
        return words.upper()
    first = words[:1]
    return (first.title() if _begins_with_capital(found) else first.lower()) + words[1:]


def _begins_with_capital(text: str) -> bool:
    return text[:1] != text[:1].lower()


@functools.cache
def _without_spaces() -> re.Pattern[str]:
    return re.compile(_WITHOUT_SPACES)
