"""What was found on one page, and what of it is to be replaced."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from editor.content.literal_search import Finder, Replacement
from editor.content.replacing import Occurrence, Searched, leaves_nothing, occurrences, replaced
from editor.session import Place


class FoundPage:
    """The places on a page, or in the shared texts, that have the words; each is ticked until it is unticked.

    `left_out` counts those in links and numbers, where these are not asked for.
    """

    def __init__(self, place: Place, record: Searched, found: tuple[Occurrence, ...], left_out: int) -> None:
        self.place = place
        self.record = record
        self.found = found
        self.left_out = left_out
        self._unticked: set[int] = set()

    @classmethod
    def of(
        cls, place: Place, record: Searched, finder: Finder, *, links: bool = False, only_studies: bool = False
    ) -> FoundPage:
        """What is found in a record."""
        found = tuple(occurrences(finder, record, only_studies=only_studies))
        wanted = found if links else tuple(one for one in found if not one.is_link)
        return cls(place, record, wanted, len(found) - len(wanted))

    @property
    def ticked(self) -> int:
        """How many places are ticked."""
        return len(self.found) - len(self._unticked)

    def is_ticked(self, number: int) -> bool:
        """Whether a place is ticked; they are counted from 0."""
        return number not in self._unticked

    def tick(self, number: int, *, is_on: bool) -> None:
        """Tick or untick a place."""
        if is_on:
            self._unticked.discard(number)
        else:
            self._unticked.add(number)

    def tick_all(self, *, is_on: bool) -> None:
        """Tick or untick every place."""
        self._unticked = set() if is_on else set(range(len(self.found)))

    def carry_ticks(self, before: FoundPage) -> None:
        """Untick what was unticked before the page changed.

        Where a text has changed of which any place was unticked, all of it is: nobody has looked at these words yet.
        """
        unticked: dict[tuple[object, ...], set[int]] = {}
        for number in before._unticked:
            one = before.found[number]
            unticked.setdefault((one.study, one.field, one.item, one.text), set()).add(one.start)
        in_texts = {text[:3] for text in unticked}
        unchanged = {(one.study, one.field, one.item, one.text) for one in before.found}
        for number, one in enumerate(self.found):
            text = (one.study, one.field, one.item, one.text)
            if one.start in unticked.get(text, ()) or (text not in unchanged and text[:3] in in_texts):
                self._unticked.add(number)

    def number_now(self, number: int, before: FoundPage) -> tuple[int, bool]:
        """Which place of before is which now, and whether it still is one; else that is the one above it, -1 for none.

        The same are those before the first and behind the last word that was changed.
        """
        then, now = ([_standing(one) for one in page.found] for page in (before, self))
        least = min(len(then), len(now))
        first = next((at for at in range(least) if then[at][:-1] != now[at][:-1]), least)
        last = next((at for at in range(least - first) if then[-1 - at][1:] != now[-1 - at][1:]), least - first)
        if number < first:
            return number, True
        if number >= len(then) - last:
            return number - len(then) + len(now), True
        return first - 1, False

    def to_replace(self, replacement: Replacement) -> Iterator[Occurrence]:
        """The places that are ticked and would not stay as they are."""
        ticked = (one for number, one in enumerate(self.found) if self.is_ticked(number))
        for _, of_text in groupby(ticked, key=_text_of):
            found = list(of_text)
            if not leaves_nothing(found, replacement):
                yield from (one for one in found if replacement.of(one.words) != one.words)

    def is_kept(self, number: int, replacement: Replacement) -> bool:
        """Whether a place stays although it is ticked, as nothing would be left of a text that must not be empty."""
        if replacement.words.strip() or not self.is_ticked(number):
            return False
        text = _text_of(self.found[number])
        found = [one for at, one in enumerate(self.found) if _text_of(one) == text and self.is_ticked(at)]
        return leaves_nothing(found, replacement)

    def count_to_replace(self, replacement: Replacement) -> int:
        """How many these are."""
        return sum(1 for _ in self.to_replace(replacement))

    def with_words(self, replacement: Replacement) -> Searched:
        """The record with other words in the places that are ticked."""
        return replaced(self.record, self.to_replace(replacement), replacement)


def _text_of(one: Occurrence) -> tuple[object, ...]:
    """In which text of the record a place is."""
    return one.study, one.field, one.item


def _standing(one: Occurrence) -> tuple[object, ...]:
    """What tells a place from others; first how far it is from its text's beginning, and last from the end."""
    return one.start, one.study, one.field, one.item, one.words, len(one.text) - one.end
