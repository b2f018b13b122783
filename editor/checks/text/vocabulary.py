"""The words that are spelled as they should be in a country's English, and what a wrong one may have been meant to be.

A dictionary takes a tenth of a second and 15 MB, so it is read when the first word is looked up.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from editor.checks.text.hunspell import Affixes, read_affixes, words_of
from editor.paths import resources

_BRITISH, _AMERICAN = "en_AU", "en_US"
_FIELD = "field"
"""Words that a clinic for Chinese medicine needs and general dictionaries do not have."""
_DICTIONARIES = {"": _BRITISH, "AU": _BRITISH, "GB": _BRITISH, "NZ": _BRITISH, "IE": _BRITISH, "US": _AMERICAN}
"""By country. Between Australia and Britain no spelling differs that matters here; Canada has one of its own."""
_PAIRS = (
    *(("iz", "is"), ("yz", "ys"), ("or", "our"), ("er", "re"), ("e", "ae"), ("e", "oe"), ("og", "ogue"), ("og", "ogu")),
    *(("ens", "enc"), ("l", "ll"), ("ll", "l"), ("gray", "grey"), ("am", "amme"), ("num", "nium"), ("mold", "mould")),
    *(("mom", "mum"), ("plow", "plough"), ("tire", "tyre"), ("sk", "sc"), ("eck", "eque"), ("dg", "dge"), ("c", "s")),
    *(("ulf", "ulph"), ("able", "eable"), ("ized", "ised"), ("p", "pp"), ("r", "rr"), ("z", "s"), ("ct", "x")),
)
"""Letters in which American words differ from others: "color" has "or" where "colour" has "our"."""
_COMPOUND = re.compile(
    r"(?:anti|auto|bio|cardio|chemo|co|counter|cyto|dys|electro|endo|extra|gastro|haemato|haemo|hyper|hypo|immuno|infra|inter"
    r"|intra|macro|meta|micro|mono|multi|musculo|myo|neo|neuro|non|osteo|over|pan|para|peri|pharmaco|physio|poly|post|pre"
    r"|pseudo|psycho|radio|re|retro|self|semi|socio|sub|supra|super|therm|trans|ultra|un|under|vaso)-?"
)
_SHORTEST_REST = 5
_NAME_OF_MEDICINE = re.compile(
    r"[a-z]{2,}(?:afil|amine|azepam|azole|azoline|caine|cillin|coxib|cycline|dipine|floxacin|gliptin|mab|micin|mycin|nib|olol"
    r"|opram|oxetine|pam|platin|prazole|pril|profen|quine|sartan|statin|terol|tidine|triptan|triptyline|vir|xaban|zepine)s?"
)
"""The endings by which the World Health Organization tells the kind of a medicine."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_SUGGESTIONS = 3
_SHORTEST_PART = 3
"""Letters: what a word is split into is no shorter."""


class Vocabulary:
    """The words of one country. Those of the other side of the ocean are read when one of them may be met."""

    def __init__(self, name: str) -> None:
        self._is_american = name == _AMERICAN
        self._affixes = _affixes(name)
        self._field = _words(_FIELD)
        self._words = _words(name)
        self.suggestions = functools.lru_cache(maxsize=4096)(self._suggestions)
        """Words that one slip of the keys may have turned into this one of small letters, the likeliest first."""

    def knows(self, word: str) -> bool:
        """Whether a word is right; a name of the dictionary is only with its capital."""
        small = word.removesuffix("'s").lower()
        return self._has(word) or self._has(word.lower()) or self._has(small) or self._is_made_up(small)

    def _is_made_up(self, word: str) -> bool:
        """Whether a word is one of the dictionary with such as "non" before it, or by its ending a medicine."""
        if _NAME_OF_MEDICINE.fullmatch(word):
            return True
        before = _COMPOUND.match(word)
        rest = word[before.end() :] if before else ""
        return len(rest) >= _SHORTEST_REST and self._has(rest)

    def _has(self, word: str) -> bool:
        return word in self._words or word in self._field

    def as_spelled_here(self, word: str) -> str:
        """How a word in small letters that is spelled as across the ocean is spelled here; "" for all others."""
        for better in self._exchanged(word):
            if better in self._field or (better in self._words and word in self._across):
                return better
        return ""

    def _exchanged(self, word: str) -> Iterator[str]:
        for american, british in _PAIRS:
            there, here = (british, american) if self._is_american else (american, british)
            for place in re.finditer(there, word):
                yield word[: place.start()] + here + word[place.end() :]

    @functools.cached_property
    def _across(self) -> frozenset[str]:
        return _words(_BRITISH if self._is_american else _AMERICAN)

    def _suggestions(self, word: str) -> tuple[str, ...]:
        near = (
            words for words in _one_slip_away(word, self._affixes.replacements) if all(map(self._has, words.split()))
        )
        return tuple(dict.fromkeys(near))[:_MOST_SUGGESTIONS]


def vocabulary_for(language: str) -> Vocabulary | None:
    """The words for a BCP 47 language; of none Australia's, and None where no dictionary fits."""
    parts = re.split("[-_]", language.strip() or "en")
    country = next((part.upper() for part in parts[1:] if len(part) == 2), "")
    name = _DICTIONARIES.get(country) if parts[0].lower() == "en" else None
    return _vocabulary(name) if name else None


@functools.cache
def _vocabulary(name: str) -> Vocabulary:
    return Vocabulary(name)


@functools.cache
def _words(name: str) -> frozenset[str]:
    return words_of(resources() / "dictionaries" / f"{name}.dic", _affixes(name if name != _FIELD else _BRITISH))


@functools.cache
def _affixes(name: str) -> Affixes:
    return read_affixes(resources() / "dictionaries" / f"{name}.aff")


def _one_slip_away(word: str, replacements: Sequence[tuple[str, str]]) -> Iterator[str]:
    """A letter doubled or not, two in each other's place, those that sound alike, one too many, too few or wrong."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (before + after[0] + after for before, after in cuts if after)
    yield from (before + after[1:] for before, after in cuts if after[:1] == after[1:2] != "")
    yield from (before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1)
    for wrong, right in replacements:
        yield from (before + right + after[len(wrong) :] for before, after in cuts if after.startswith(wrong))
    yield from (before + after[1:] for before, after in cuts if after)
    yield from (before + letter + after for before, after in cuts for letter in _LETTERS)
    yield from (before + letter + after[1:] for before, after in cuts if after for letter in _LETTERS)
    yield from (f"{before} {after}" for before, after in cuts if min(len(before), len(after)) >= _SHORTEST_PART)
