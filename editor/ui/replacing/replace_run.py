"""Looking for words to be replaced, a little at a time, so that typing never waits for it."""

from __future__ import annotations

import time
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from editor.content.literal_search import Finder, Search
from editor.session import Place, is_site
from editor.ui.editing import Editing
from editor.ui.replacing.found_page import FoundPage

SLICE = 0.008
"""Seconds for which one looks at a time: half a frame."""
MOST_PLACES = 50_000
"""Places that are looked at one by one by nobody: whoever means them types more letters."""


class Where(Enum):
    """Where words are looked for."""

    STUDIES = auto()
    """In the studies of the chosen page."""
    PAGE = auto()
    """On the chosen page, or in the shared texts where these are chosen."""
    SITE = auto()
    """On all pages and in the shared texts."""


class ReplaceRun(QObject):
    """Finds words, and goes on to say what is found where pages change, come and go."""

    began = Signal()
    """One looks for something else: what was found before is forgotten."""
    found = Signal(object)
    """A page was looked through: the FoundPage, which replaces an earlier one of the same place."""
    gone = Signal(str)
    """A place is not looked at any more."""
    looked = Signal()
    """More is looked through, or all."""

    def __init__(self, editing: Editing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._session = editing.session
        self._finder = Finder(Search(""))
        self._links = False
        self._pages: dict[Place, FoundPage] = {}
        self._unread: list[Place] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._look)
        self.search = Search("")
        self.where = Where.PAGE
        self.count = 0
        """Places that were found."""

    @property
    def is_looking(self) -> bool:
        """Whether pages are still to be looked through."""
        return self._timer.isActive()

    @property
    def has_too_many(self) -> bool:
        """Whether so many places were found that one looks no further, and replaces none."""
        return self.count > MOST_PLACES

    @property
    def pages(self) -> list[FoundPage]:
        """The pages looked through that have the words, the shared texts first."""
        return [self._pages[place] for place in self._places() if place in self._pages and self._pages[place].found]

    @property
    def left_out(self) -> int:
        """Places in links and numbers that are not asked for."""
        return sum(page.left_out for page in self._pages.values())

    @property
    def not_searched(self) -> list[Place]:
        """The places whose files have problems."""
        files = self._session.files
        return [place for place in self._places() if place in files and not self._session.is_editable(place)]

    def look_for(self, search: Search, where: Where, *, links: bool) -> None:
        """Look for something from now on; a little of it at once, lest the list stands empty for a moment."""
        self.search, self._finder, self._links, self.where = search, Finder(search), links, where
        self._pages, self.count = {}, 0
        self.began.emit()
        self.follow()
        if self.is_looking:
            self._look()

    def follow(self) -> None:
        """Look again at what has changed, as soon as there is time."""
        places = self._places() if self.search.words else []
        for place in [place for place in self._pages if place not in places]:
            self._forget(place)
        self._unread = [place for place in places if not self._is_known(place)]
        if self._unread and not self.has_too_many:
            self._timer.start()

    def finish(self) -> None:
        """Look at all that is left, at once."""
        while self.is_looking:
            self._look()

    def _is_known(self, place: Place) -> bool:
        known = self._pages.get(place)
        if not self._session.is_editable(place):
            return known is None
        return known is not None and known.record is self._session.record(place)

    def _look(self) -> None:
        began = time.perf_counter()
        while self._unread and not self.has_too_many and time.perf_counter() - began < SLICE:
            self._look_at(self._unread.pop(0))
        if not self._unread or self.has_too_many:
            self._timer.stop()
        self.looked.emit()

    def _look_at(self, place: Place) -> None:
        record = self._session.record(place)
        if record is None or not self._session.is_editable(place):
            self._forget(place)
            return
        page = FoundPage.of(place, record, self._finder, links=self._links, only_studies=self.where is Where.STUDIES)
        before = self._pages.get(place)
        if before is not None:
            page.carry_ticks(before)
            self.count -= len(before.found)
        self._pages[place] = page
        self.count += len(page.found)
        self.found.emit(page)

    def _forget(self, place: Place) -> None:
        page = self._pages.pop(place, None)
        if page is not None:
            self.count -= len(page.found)
            self.gone.emit(place)

    def _places(self) -> list[Place]:
        """Where one looks, in the order of the list of pages."""
        if self.where is Where.SITE:
            return list(dict.fromkeys((self._session.site_place, *self._session.page_places)))
        here = self._editing.place
        return [] if self.where is Where.STUDIES and is_site(here) else [here]
