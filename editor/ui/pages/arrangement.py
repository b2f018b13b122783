"""Which pages the list shows, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from math import inf

from editor.content.condition_page import Status
from editor.content.page_search import Rank
from editor.session import Place, is_site
from editor.ui.pages.entries import Entry, Sign


class Order(Enum):
    """What the pages are sorted by; within it they stay in the order of their names."""

    NAME = auto()
    STATUS = auto()
    STUDIES = auto()
    REVIEW = auto()
    CHANGED = auto()


class Only(Enum):
    """Which pages are shown."""

    ALL = auto()
    DRAFTS = auto()
    PUBLISHED = auto()
    ARCHIVED = auto()
    UNSAVED = auto()
    REVIEW_DUE = auto()
    BROKEN = auto()


@dataclass(frozen=True, slots=True)
class Arrangement:
    """An order and a choice of pages."""

    order: Order = Order.NAME
    only: Only = Only.ALL

    @property
    def is_about_reviews(self) -> bool:
        """Whether one wants to see the dates of reviews."""
        return self.order is Order.REVIEW or self.only is Only.REVIEW_DUE

    def shows(self, entry: Entry, today: date) -> bool:
        """Whether a page is among those chosen; the shared texts always are."""
        return is_site(entry.place) or _CHOICES[self.only](entry, today)


def arranged(
    entries: tuple[Entry, ...], arrangement: Arrangement, today: date, found: Mapping[Place, Rank] | None = None
) -> tuple[Entry, ...]:
    """The entries to show, of all of them by name; where words are looked for, those found, the best first."""
    if found is None and arrangement == Arrangement():
        return entries
    shown = [entry for entry in entries if arrangement.shows(entry, today)]
    if arrangement.order is not Order.NAME:
        shown.sort(key=_ORDERS[arrangement.order])
    if found is not None:
        shown = sorted((entry for entry in shown if entry.place in found), key=lambda entry: found[entry.place])
    return tuple(sorted(shown, key=_is_page))


def _is_page(entry: Entry) -> bool:
    return not is_site(entry.place)


def _by_status(entry: Entry) -> int:
    """What wants work first: broken, draft, published, archived."""
    order = (Status.DRAFT, Status.PUBLISHED, Status.ARCHIVED, None)
    return -1 if entry.sign is Sign.BROKEN else order.index(entry.status)


def _by_studies(entry: Entry) -> int:
    return -entry.studies


def _by_review(entry: Entry) -> int:
    """The most urgent first, those without a date last."""
    return date.max.toordinal() if entry.due is None else entry.due.toordinal()


def _by_change(entry: Entry) -> float:
    """What is not saved first, by name so that it stays in its place, then what was saved last."""
    return -inf if entry.unsaved else -entry.changed


_ORDERS = {Order.STATUS: _by_status, Order.STUDIES: _by_studies, Order.REVIEW: _by_review, Order.CHANGED: _by_change}


def _is(status: Status) -> Callable[[Entry, date], bool]:
    def matches(entry: Entry, _today: date) -> bool:
        return entry.status is status

    return matches


def _any(_entry: Entry, _today: date) -> bool:
    return True


def _unsaved(entry: Entry, _today: date) -> bool:
    return entry.unsaved


def _review_due(entry: Entry, today: date) -> bool:
    """Whether the page should have been read again by now; nobody needs to read what is no longer on the website."""
    return entry.due is not None and entry.due <= today and entry.sign is not Sign.ARCHIVED


def _broken(entry: Entry, _today: date) -> bool:
    return entry.sign is Sign.BROKEN


_CHOICES: dict[Only, Callable[[Entry, date], bool]] = {
    Only.ALL: _any,
    Only.DRAFTS: _is(Status.DRAFT),
    Only.PUBLISHED: _is(Status.PUBLISHED),
    Only.ARCHIVED: _is(Status.ARCHIVED),
    Only.UNSAVED: _unsaved,
    Only.REVIEW_DUE: _review_due,
    Only.BROKEN: _broken,
}
