"""The journals and publishers that a site uses already: what a box for one of them offers while one types."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from editor.content.search_text import single_spaced, words_of
from editor.content.study import Study

MOST_OFFERED = 8


class KnownValue(NamedTuple):
    """A text that studies of the site have, as written, and how many have it."""

    text: str
    uses: int


class KnownTexts:
    """The texts of one field with how often they are used; those spelled differently count apart."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._words: dict[str, str] = {}

    def add(self, text: str, count: int) -> None:
        """Take in that so many studies more, or with a negative `count` fewer, have this text."""
        if not text:
            return
        self._counts[text] += count
        if not self._counts[text]:
            del self._counts[text], self._words[text]
        elif text not in self._words:
            self._words[text] = f" {words_of(text)}"

    def matching(self, typed: str) -> tuple[KnownValue, ...]:
        """The texts in which every word that was typed begins a word, capitals and accents aside.

        First those that begin with what was typed, then those that have it side by side; of these the most used first.
        What was typed in full already is none of them.
        """
        wanted = f" {words_of(typed)}"
        parts = [f" {part}" for part in wanted.split()]
        if not parts:
            return ()
        typed = single_spaced(typed)
        found = [
            (not words.startswith(wanted), wanted not in words, -self._counts[text], words, text)
            for text, words in self._words.items()
            if all(part in words for part in parts) and text != typed
        ]
        return tuple(KnownValue(text, -count) for _, _, count, _, text in sorted(found)[:MOST_OFFERED])


class KnownValues:
    """The journals and publishers of all studies; told of each study that comes, goes or changes."""

    def __init__(self) -> None:
        self.texts = {"journal": KnownTexts(), "publisher": KnownTexts()}
        """By the names of the fields."""
        self._publishers: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def change(self, before: Study | None, after: Study | None) -> None:
        """Take in that a study is no more as it was `before`, but as it is `after`; None: it is not there."""
        if before is not None:
            self._add(before, -1)
        if after is not None:
            self._add(after, 1)

    def publishers_of(self, study: Study) -> tuple[KnownValue, ...]:
        """The publisher lines that other studies of the same journal have, the most used first."""
        journal, own = _journal(study), single_spaced(study.publisher or "")
        counts = Counter(self._publishers.get(journal, ()))
        if journal and own:
            counts[own] -= 1
        known = (KnownValue(text, count) for text, count in counts.items() if count > 0)
        return tuple(sorted(known, key=_most_used_first))

    def _add(self, study: Study, count: int) -> None:
        publisher, journal = single_spaced(study.publisher or ""), _journal(study)
        self.texts["journal"].add(single_spaced(study.journal or ""), count)
        self.texts["publisher"].add(publisher, count)
        if journal and publisher:
            publishers = self._publishers[journal]
            publishers[publisher] += count
            if not publishers[publisher]:
                del publishers[publisher]
                if not publishers:
                    del self._publishers[journal]


def _most_used_first(known: KnownValue) -> tuple[int, str]:
    return -known.uses, known.text


def _journal(study: Study) -> str:
    """The journal without regard to capitals and accents: a publisher goes with all of its spellings of that kind."""
    return words_of(study.journal or "")
