"""Hunspell dictionaries, whose words are written out once: a page of 100,000 words is then looked up in a moment.

Of the format this knows what English dictionaries of SCOWL need: prefixes, suffixes and replacements. What they have of
compounds are ordinal numbers alone, which no text is checked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NO_ENTRY = frozenset("!c")
"""Flags of words that nobody wants proposed, and of those that stand in compounds alone."""


@dataclass(frozen=True, slots=True)
class _Affix:
    """What stands before or behind a word in place of `strip`, where the word looks as `condition` says."""

    is_prefix: bool
    crosses: bool
    strip: str
    add: str
    condition: re.Pattern[str]

    def on(self, word: str) -> str | None:
        """The word with this affix; None where the word takes no such affix."""
        if not self.condition.search(word):
            return None
        if self.is_prefix:
            return self.add + word.removeprefix(self.strip)
        return word.removesuffix(self.strip) + self.add


@dataclass(frozen=True, slots=True)
class Affixes:
    """The affixes of a language by flag, and which letters people put in place of which others."""

    by_flag: dict[str, list[_Affix]]
    replacements: tuple[tuple[str, str], ...]

    def forms(self, word: str, flags: str) -> Iterator[str]:
        """The word and all that its flags make of it."""
        yield word
        affixes = [affix for flag in flags for affix in self.by_flag.get(flag, ())]
        prefixed = [(affix.on(word), affix.crosses) for affix in affixes if affix.is_prefix]
        yield from (form for form, _ in prefixed if form)
        for affix in affixes:
            if not affix.is_prefix and (form := affix.on(word)):
                yield form
                if affix.crosses:
                    yield from (affix.on(stem) or "" for stem, crosses in prefixed if stem and crosses)


def read_affixes(file: Path) -> Affixes:
    """The affixes of an .aff file."""
    by_flag: dict[str, list[_Affix]] = {}
    crosses: dict[str, bool] = {}
    replacements: list[tuple[str, str]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        match line.split():
            case ["PFX" | "SFX" as kind, flag, cross, count] if count.isdecimal():
                crosses[kind + flag] = cross == "Y"
            case ["PFX" | "SFX" as kind, flag, strip, add, condition, *_]:
                pattern = re.compile(rf"^{condition}" if kind == "PFX" else rf"{condition}$")
                affix = _Affix(kind == "PFX", crosses[kind + flag], _letters(strip), _letters(add), pattern)
                by_flag.setdefault(flag, []).append(affix)
            case ["REP", wrong, right]:
                replacements.append((wrong, right.replace("_", " ")))
    return Affixes(by_flag, tuple(replacements))


def words_of(file: Path, affixes: Affixes) -> frozenset[str]:
    """All forms of the words of a .dic file, whose first line counts them."""
    words: set[str] = set()
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        if _NO_ENTRY.isdisjoint(flags):
            words.update(affixes.forms(word, flags))
    return frozenset(words - {""})


def _letters(text: str) -> str:
    """An affix as a file has it: 0 for none."""
    return "" if text == "0" else text
