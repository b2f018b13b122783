"""What is due when on all pages: reviews, and studies that will be older than their page promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from editor.checks.evidence.age_promise import months_later
from editor.checks.evidence.claim_meter import claim_meter, days_of
from editor.checks.evidence.review import GOOD_FOR
from editor.content.condition_page import ConditionPage, Status
from editor.content.site import Site
from editor.content.study import StudyKey

AHEAD = 24
"""Months from today in which studies age that are told of: of later ones nobody needs to know."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due on a page; `place` is the page's name in the folder.

    `day` is the last day in time for a review, and for a study the last on which it is as the page promises; None
    where no date is set for a review. `stated` is the date as the page has it, "" where it follows from the last
    review.
    """

    place: str
    day: date | None
    stated: str = ""
    study: StudyKey | None = None
    title: str = ""
    promise: str = ""

    @property
    def is_review(self) -> bool:
        """Whether a review is due, and not a study too old."""
        return self.study is None

    def is_late(self, today: date) -> bool:
        """Whether the day has passed."""
        return self.day is not None and self.day < today


def due_dates(
    pages: Mapping[str, ConditionPage], site: Site, today: date, is_stopped: Callable[[], bool]
) -> tuple[Due, ...]:
    """All of it, by date; reviews without a date come last. Archived pages need nothing. Stopped, it is in part."""
    found: list[Due] = []
    for place, page in pages.items():
        if is_stopped():
            break
        if page.effective_status is not Status.ARCHIVED:
            found.append(_review(place, page))
            found += _studies(place, page, site, today)
    return tuple(sorted(found, key=_when))


def _review(place: str, page: ConditionPage) -> Due:
    due, last = page.review_due or "", page.last_reviewed or ""
    _, day = days_of(due)
    if day is not None:
        return Due(place, day, due.strip())
    _, read_on = days_of(last)
    return Due(place, None if read_on is None else months_later(read_on, GOOD_FOR))


def _studies(place: str, page: ConditionPage, site: Site, today: date) -> Iterator[Due]:
    meter = claim_meter(page, site, today)
    limit = months_later(today, AHEAD)
    for age in meter.ageing if meter else ():
        if age.until is not None and age.until < limit:
            yield Due(place, age.until, age.printed, age.study, age.title, meter.promise.words if meter else "")


def _when(due: Due) -> tuple[date, bool, str]:
    return due.day or date.max, due.day is None, due.place
