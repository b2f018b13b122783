"""What the list of pages shows of each page, made anew only for a page that is another than before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum, auto
from operator import attrgetter
from typing import NamedTuple

from editor.content.condition_page import ConditionPage, Status
from editor.content.dates import StudyDate, understood_date
from editor.content.page_search import Searched
from editor.content.search_text import folded, single_spaced
from editor.session import OpenFile, OpenRecords, Place, slug_of
from editor.ui.local_times import moment_words
from editor.words import tr, tr_count

STATUS_WORDS = {
    Status.DRAFT: tr("Draft"),
    Status.PUBLISHED: tr("Published"),
    Status.ARCHIVED: tr("Archived"),
    None: tr("Status not clear"),
}


class Sign(Enum):
    """How an entry differs from the others to the eye."""

    NONE = auto()
    ARCHIVED = auto()
    BROKEN = auto()


@dataclass(frozen=True, slots=True)
class Badge:
    """What the checks have found on a page: the drawing of the worst, how many problems there are, 0 where there are
    hints alone, and all of it in words.
    """

    sign: str
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: a page's name, and what to know about it.

    `review` is when the page should be read again, None where no date is given;
    `retracted` is how many of its studies were retracted;
    `problems` tells what the checks have found, the worst's sign and how many, None where that is nothing;
    `changed` when its file was written last, in seconds since 1970, 0 where that is not known.
    """

    place: Place
    name: str
    detail: str
    unsaved: bool = False
    sign: Sign = Sign.NONE
    status: Status | None = None
    studies: int = 0
    review: StudyDate | None = None
    changed: float = 0
    retracted: int = 0
    problems: Badge | None = None

    @property
    def review_detail(self) -> str:
        """The second line where reviews matter."""
        if self.sign is Sign.BROKEN:
            return self.detail
        if self.review is None:
            return tr("No date for a review")
        return tr("Next review {date}", date=self.review.printed)

    @property
    def change_detail(self) -> str:
        """The second line where it matters when pages were changed; the mark alone tells of changes not saved yet."""
        if self.sign is Sign.BROKEN or self.unsaved or not self.changed:
            return self.detail
        try:
            moment = datetime.fromtimestamp(self.changed).astimezone()
        except (OverflowError, OSError, ValueError):  # a drive can tell any time
            return self.detail
        return tr("Changed {when}", when=moment_words(moment, datetime.now().astimezone()))

    @property
    def due(self) -> date | None:
        """From which day on the page should be read again: a month's or a year's first."""
        return None if self.review is None else self.review.first_day


class Entries:
    """The entries for all that is open: the shared texts, then the pages by name."""

    def __init__(self, session: OpenRecords) -> None:
        self._session = session
        self._known: dict[Place, _Known] = {}
        self._now: tuple[Entry, ...] = ()
        self._retracted: Callable[[ConditionPage], int] = _none_retracted
        self._badges: Mapping[Place, Badge] = {}
        self.searched: dict[Place, Searched] = {}
        """What a search looks through, by place; a page that cannot be read has nothing but its address."""

    def count_retracted(self, count: Callable[[ConditionPage], int]) -> None:
        """Have each page's retracted studies counted so from now on; `now` makes all entries anew."""
        self._retracted = count
        self._known.clear()

    def show_problems(self, badges: Mapping[Place, Badge]) -> None:
        """Have these badges at the pages, and no others; `now` makes the entries anew in which something changes."""
        for place in {*self._badges, *badges}:
            if self._badges.get(place) != badges.get(place):
                self._known.pop(place, None)
        self._badges = badges

    def now(self) -> tuple[Entry, ...]:
        """The entries as they are now; the very same tuple as before where nothing that they show has changed."""
        session, known = self._session, self._known
        files, unsaved, site_place = session.files, frozenset(session.unsaved_places), session.site_place
        places = (site_place, *session.page_places)
        is_other = len(places) != len(known)
        for place in places:
            record = session.site if place == site_place else session.page(place)
            before = known.get(place)
            if before is None or before.record is not record or before.entry.unsaved != (place in unsaved):
                is_other |= self._take_in(place, files.get(place), record, unsaved=place in unsaved)
        if len(places) != len(known):
            self._forget_all_but(places)
        if is_other:
            pages = sorted((known[place] for place in places[1:]), key=attrgetter("order"))
            self._now = (known[site_place].entry, *(page.entry for page in pages))
        return self._now

    def _take_in(self, place: Place, file: OpenFile | None, record: Searched | None, *, unsaved: bool) -> bool:
        """Whether the entry differs from what it was."""
        if isinstance(record, ConditionPage) or record is None:
            retracted = 0 if record is None else self._retracted(record)
            entry = replace(_page_entry(place, record, file, unsaved=unsaved), retracted=retracted)
        else:
            entry = _site_entry(place, file, unsaved=unsaved)
        entry = replace(entry, problems=self._badges.get(place))
        before = self._known.get(place)
        is_other = before is None or before.entry != entry
        self._known[place] = _Known(record, entry, (folded(entry.name), place))
        self.searched[place] = ConditionPage(slug_of(place)) if record is None else record
        return is_other

    def _forget_all_but(self, places: tuple[Place, ...]) -> None:
        for gone in self._known.keys() - set(places):
            del self._known[gone], self.searched[gone]


def _none_retracted(_page: ConditionPage) -> int:
    return 0


class _Known(NamedTuple):
    """What an entry was made from, the entry, and where it stands in the order of names."""

    record: Searched | None
    entry: Entry
    order: tuple[str, Place]


def _site_entry(place: Place, file: OpenFile | None, *, unsaved: bool) -> Entry:
    is_broken = file is not None and bool(file.problems)
    detail = tr("Can't be changed") if is_broken else tr("The same on every page")
    return Entry(place, tr("Shared texts"), detail, unsaved, Sign.BROKEN if is_broken else Sign.NONE)


def _page_entry(place: Place, page: ConditionPage | None, file: OpenFile | None, *, unsaved: bool) -> Entry:
    if page is None:
        return Entry(place, slug_of(place), tr("Can't be read"), sign=Sign.BROKEN)
    status, count = page.effective_status, len(page.study_list)
    studies = tr_count("1 study", "{count} studies", count) if count else tr("no studies")
    detail = tr("{status} · {studies}", status=STATUS_WORDS[status], studies=studies)
    sign = Sign.ARCHIVED if status is Status.ARCHIVED else Sign.NONE
    if file is not None and file.problems:
        detail = tr("Can't be changed · not saved") if unsaved else tr("Can't be changed")
        sign = Sign.BROKEN
    return Entry(
        place,
        single_spaced(page.name or "") or slug_of(place),
        detail,
        unsaved,
        sign,
        status,
        count,
        understood_date(page.review_due or ""),
        0 if file is None else file.changed,
    )
