"""Reading all pages for the search a little at a time, so that typing never waits for it."""

from __future__ import annotations

import time
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from editor.content.page_search import Hit, PageSearch, Query, Rank, Searched
from editor.session import Place

SLICE = 0.008
"""Seconds for which pages are read at a time: half a frame."""
BETWEEN_ANSWERS = 0.15
"""Seconds from one answer to the next while pages are still being read."""


class SearchRun(QObject):
    """Looks for words in records that may change; nothing is read before the first search."""

    found_more = Signal()
    """More pages have been looked through."""

    def __init__(
        self,
        records: Mapping[Place, Searched],
        parent: QObject | None = None,
        *,
        between_answers: float = BETWEEN_ANSWERS,
    ) -> None:
        super().__init__(parent)
        self._between_answers = between_answers
        self._search = PageSearch(records)
        self._query = Query()
        self._answered = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_some)

    @property
    def is_on(self) -> bool:
        """Whether words are looked for."""
        return bool(self._query.words)

    @property
    def is_reading(self) -> bool:
        """Whether pages are still to be looked through."""
        return self._timer.isActive()

    def look_for(self, text: str) -> None:
        """Look for the words of a text from now on; for none where it has none."""
        self._query = Query.of(text)

    def found(self) -> Mapping[Place, Rank]:
        """The places where the words were found so far, and how well they fit; what is not read yet is read next."""
        self.prepare()
        return self._search.find(self._query)

    def hit(self, place: Place) -> Hit | None:
        """Where the page at a place has the words."""
        return self._search.hit(place)

    def prepare(self) -> None:
        """Read what is new, or has changed, as soon as there is time."""
        if not self._timer.isActive() and next(self._search.unread(), None) is not None:
            self._answered = time.perf_counter()
            self._timer.start()

    def _read_some(self) -> None:
        began = time.perf_counter()
        for place in list(self._search.unread()):
            self._search.take_in(place)
            if time.perf_counter() - began > SLICE:
                break
        else:
            self._timer.stop()
        is_time = time.perf_counter() - self._answered > self._between_answers
        if self.is_on and (is_time or not self._timer.isActive()):
            self._answered = time.perf_counter()
            self.found_more.emit()
