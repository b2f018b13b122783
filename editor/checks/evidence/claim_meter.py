"""How many of a page's studies are of the age that the page promises, and which of them will be too old when."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from editor.checks.evidence.age_promise import AgePromise, age_promises, months_later
from editor.checks.evidence.in_sentences import short
from editor.content.condition_page import ConditionPage
from editor.content.dates import StudyDate, date_order, understood_date
from editor.content.site import Site
from editor.content.study import Study, StudyKey
from editor.words import tr, tr_count

SOON = 3
"""Months before a study is too old in which staff hear of it."""


@dataclass(frozen=True, slots=True)
class StudyAge:
    """One study against the promise.

    `printed` is its date as the file has it, `day` the last that this can mean, of "2016" the end of that year; None
    where no year is known. `until` is the last day on which the study is of the promised age, None where
    it is not now or stays so for good.
    """

    study: StudyKey
    title: str
    printed: str
    day: date | None
    is_within: bool
    until: date | None = None


@dataclass(frozen=True)
class ClaimMeter:
    """The studies of a page, in its order, against what it promises about their age."""

    promise: AgePromise
    today: date
    ages: tuple[StudyAge, ...]

    @property
    def within(self) -> tuple[StudyAge, ...]:
        """Those of the promised age."""
        return tuple(age for age in self.ages if age.is_within)

    @property
    def older(self) -> tuple[StudyAge, ...]:
        """Those of which it is sure that they are not of the promised age."""
        return tuple(age for age in self.ages if not age.is_within and age.day is not None)

    @property
    def undated(self) -> tuple[StudyAge, ...]:
        """Those of which no date is known."""
        return tuple(age for age in self.ages if age.day is None)

    @property
    def ageing(self) -> tuple[StudyAge, ...]:
        """Those that will be too old one day, the next first; each with `until`."""
        return tuple(sorted((age for age in self.ages if age.until is not None), key=_until))

    @property
    def ageing_soon(self) -> tuple[StudyAge, ...]:
        """Those of them that will be within three months."""
        limit = months_later(self.today, SOON)
        return tuple(age for age in self.ageing if _until(age) < limit)

    @property
    def sentence(self) -> str:
        """How many are as promised: "2 of 7 studies fit “last 10 years”."."""
        return tr_count(
            "{within} of 1 study fits “{words}”.",
            "{within} of {count} studies fit “{words}”.",
            len(self.ages),
            within=len(self.within),
            words=self.promise.words,
        )

    @property
    def next_change(self) -> str:
        """When the next study will be too old, in words; "" where none will."""
        if not self.ageing:
            return ""
        first = self.ageing[0]
        day = _until(first) + timedelta(days=1)
        in_words = StudyDate(day.year, day.month, day.day).in_words
        return tr("From {day}, “{title}” will be too old.", day=in_words, title=short(first.title))


def claim_meter(page: ConditionPage, site: Site, today: date) -> ClaimMeter | None:
    """The page's studies against the strictest of its promises; None where it promises nothing or lists nothing."""
    promises = list(age_promises(page, site, today)) if page.study_list else []
    return meter_of(page, max(promises, key=_strictness), today) if promises else None


def meter_of(page: ConditionPage, promise: AgePromise, today: date) -> ClaimMeter:
    """The page's studies against one promise."""
    return ClaimMeter(promise, today, tuple(_age(study, promise) for study in page.study_list))


def _strictness(promise: AgePromise) -> date:
    return promise.since


def _until(age: StudyAge) -> date:
    return age.until or date.max


def _age(study: Study, promise: AgePromise) -> StudyAge:
    title, text = study.title or "", study.date or ""
    first, last = days_of(text)
    if first is None or last is None:
        return StudyAge(study.key, title, text, None, is_within=False)
    is_within = last >= promise.since and (promise.until is None or first <= promise.until)
    until = promise.holds_until(last) if is_within else None
    return StudyAge(study.key, title, text, last, is_within, until)


def days_of(text: str) -> tuple[date | None, date | None]:
    """The first and the last day that a study's date can mean; None where it says no year."""
    found = understood_date(text)
    if found is None:
        _, year, *_ = date_order(text)
        found = StudyDate(year) if year else None
    if found is None:
        return None, None
    month = found.month or 12
    day = found.day or calendar.monthrange(found.year, month)[1]
    return found.first_day, date(found.year, month, day)
