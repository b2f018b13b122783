"""Which marks of a text were typed by hand: those made by a button, pasted or read from a file are meant."""

from __future__ import annotations

import functools
from bisect import bisect_left
from dataclasses import replace

from editor.markup.accidents import Kind, Mark, is_likely_meant, marks_in
from editor.markup.reading import has_marks, read_markup
from editor.markup.regions import region_around, regions


class TypedMarks:
    """Follows one text through its changes."""

    def __init__(self) -> None:
        self._starts: set[int] = set()
        self._line_ends_are_meant = False

    def forget(self) -> None:
        """Another text is there, with whatever marks."""
        self._starts.clear()

    def follow(self, before: str, after: str, changed: tuple[int, int, int], *, by_hand: bool) -> None:
        """The text has changed from `start` to `old_end`, which is now `new_end`."""
        start, old_end, new_end = changed
        by = new_end - old_end
        first, last = region_around(after, start, new_end)
        now = {mark.start + first for mark in _marks(after[first:last])}
        kept = {_moved(place, start, old_end, by) for place in self._starts}
        self._starts = {place for place in kept if place is not None and (place in now or not first <= place < last)}
        if by_hand:
            old_first, old_last = region_around(before, first, last - by)
            had = {_moved(mark.start + old_first, start, old_end, by) for mark in _marks(before[old_first:old_last])}
            self._starts |= now - had

    def accident(self, text: str) -> Mark | None:
        """The first mark that was hardly meant as one."""
        starts = sorted(self._starts)
        for first, last in regions(text):
            here = bisect_left(starts, first)
            if here == len(starts) or starts[here] > last:
                continue
            for found in _marks(text[first:last]):
                mark = replace(found, start=found.start + first, end=found.end + first)
                if mark.start in self._starts and not self._is_meant(mark, text):
                    return mark
        return None

    def _is_meant(self, mark: Mark, text: str) -> bool:
        return is_likely_meant(mark, text) or (mark.kind is Kind.LINE_END and self._line_ends_are_meant)

    def is_meant(self, mark: Mark) -> None:
        """Somebody says that a mark shall be one; who wants lines to run on wants it of all."""
        self._starts.discard(mark.start)
        self._line_ends_are_meant = self._line_ends_are_meant or mark.kind is Kind.LINE_END


@functools.lru_cache(maxsize=512)
def _marks(text: str) -> tuple[Mark, ...]:
    return tuple(marks_in(read_markup(text))) if has_marks(text) or "\n" in text else ()


def _moved(place: int, start: int, old_end: int, by: int) -> int | None:
    """Where a place is after a change; None if it is gone."""
    if place < start:
        return place
    return None if place < old_end else place + by
