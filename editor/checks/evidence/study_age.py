"""Studies that are older than the page's own words promise, or will be soon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from editor.checks.checked_page import CheckedPage
from editor.checks.evidence.age_promise import AgePromise, age_promises, months_later
from editor.checks.evidence.claim_meter import ClaimMeter, StudyAge, claim_meter, meter_of
from editor.checks.evidence.in_sentences import date_in_words, short
from editor.checks.evidence.number_words import written_like
from editor.checks.evidence.shown_text import box_text, window_years
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.rules.rule import Rule
from editor.content.dates import StudyDate
from editor.words import tr, tr_count

_WINDOW_YEARS = "references.window_years"
_HOLDS_FOR = 12
"""Months for which a number of years that is offered holds at least."""


def promise_of_age_not_kept(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E02: for each promise that not all studies keep."""
    for promise in age_promises(checked.page, checked.site, checked.today):
        meter = meter_of(checked.page, promise, checked.today)
        if old := meter.older:
            values = {"unfit": _unfit(meter), "promise": promise.words}
            written = promise.shown.text[promise.start : promise.end]
            basis = "\n".join((promise.sentence, promise.words, *(age.printed for age in old)))
            yield Finding(rule, promise.spot, written, basis, values, tuple(_fixes(checked, meter)))


def study_older_than_promised(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E01: for each study that is older than the strictest promise."""
    meter = claim_meter(checked.page, checked.site, checked.today)
    for age in meter.older if meter else ():
        values = {
            "title": short(age.title),
            "date": date_in_words(age.printed),
            "promise": meter.promise.words if meter else "",
        }
        yield Finding(rule, Spot("date", age.study), age.printed, _basis(age, meter), values, (_removal((age,)),))


def study_ages_out(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """A hint for each study that will be too old within three months."""
    meter = claim_meter(checked.page, checked.site, checked.today)
    for age in meter.ageing_soon if meter else ():
        day = age.until or checked.today
        values = {"title": short(age.title), "day": StudyDate(day.year, day.month, day.day).in_words}
        values["promise"] = meter.promise.words if meter else ""
        yield Finding(rule, Spot("date", age.study), age.printed, _basis(age, meter), values)


def _unfit(meter: ClaimMeter) -> str:
    """How many studies do not fit, as the end of a sentence."""
    count, studies = len(meter.older), len(meter.ages)
    if meter.promise.until is not None:
        return tr_count(
            "1 of its {all} studies is from another year",
            "{count} of its {all} studies are from other years",
            count,
            all=studies,
        )
    return tr_count("1 of its {all} studies is older", "{count} of its {all} studies are older", count, all=studies)


def _basis(age: StudyAge, meter: ClaimMeter | None) -> str:
    return "\n".join((age.title, age.printed, meter.promise.words if meter else ""))


def _fixes(checked: CheckedPage, meter: ClaimMeter) -> Iterator[Fix]:
    """Another number of years, here or on all pages; the first year in its place; or the old studies gone."""
    promise, old = meter.promise, meter.older
    days = [age.day for age in old if age.day is not None]
    if days and (promise.until is None or min(days) < promise.since):
        yield from _other_words(checked, promise, min(days))
    if len(old) < len(meter.ages):
        yield _removal(old)


def _other_words(checked: CheckedPage, promise: AgePromise, oldest: date) -> Iterator[Fix]:
    if promise.first_year is not None:
        after = promise.shown.text[promise.start : promise.first_year[0]].lower().rstrip().endswith(("after", "than"))
        label = tr("Change the year to {year}", year=oldest.year - after)
        yield Fix(label, (promise.shown.with_words(*promise.first_year, str(oldest.year - after)),))
        return
    years = _years_needed(oldest, checked.today)
    if promise.is_by_placeholder:
        yield from _other_number(checked, years)
    elif (changed := _with_years(promise, years)) is not None:
        start, end, words = changed
        shown = promise.shown
        yield Fix(_on_this_page(years, shared=shown.shared), (shown.with_words(start, end, words),))
        if shown.shared:
            yield Fix(_on_all_pages(years), (shown.with_words(start, end, words, everywhere=True),))
    if promise.before < promise.start:
        words = tr("since {year}", year=oldest.year)
        yield Fix(tr("Say “{words}”", words=words), (promise.shown.with_words(promise.before, promise.end, words),))


def _other_number(checked: CheckedPage, years: int) -> Iterator[Fix]:
    """Another number in the field that {window_years} stands for."""
    page, site = checked.page, checked.site
    _, shared = window_years(page, site)
    change = TextChange(_WINDOW_YEARS, box_text(page, _WINDOW_YEARS), str(years))
    yield Fix(_on_this_page(years, shared=shared), (change,))
    if shared:
        yield Fix(
            _on_all_pages(years), (TextChange(_WINDOW_YEARS, box_text(site, _WINDOW_YEARS), str(years), shared=True),)
        )


def _with_years(promise: AgePromise, years: int) -> tuple[int, int, str] | None:
    """Where another number goes, and as what; None where months are promised."""
    text = promise.shown.text
    unit = text[promise.start : promise.end].split()[-1].lower() if promise.number is None else ""
    if promise.number is None:
        start = promise.end - len(unit)
        return (start, promise.end, tr("{years} years", years=years)) if unit.startswith("decade") else None
    start, end = promise.number
    if "year" not in text[end : promise.end].lower():
        return None
    return start, end, written_like(years, text[start:end])


def _on_this_page(years: int, *, shared: bool) -> str:
    return tr("Say {years} years on this page", years=years) if shared else tr("Say {years} years", years=years)


def _on_all_pages(years: int) -> str:
    return tr("Say {years} years on all pages", years=years)


def _years_needed(oldest: date, today: date) -> int:
    """For how many years back a study of that day is one of the last ones, and still will be in a year."""
    ahead = months_later(today, _HOLDS_FOR)
    years = ahead.year - oldest.year
    return years if months_later(oldest, years * 12) >= ahead else years + 1


def _removal(old: Sequence[StudyAge]) -> Fix:
    label = tr_count("Take this study off the page", "Take the {count} old studies off the page", len(old))
    return Fix(label, removed=tuple(age.study for age in old))
