"""Whether somebody who knows has read the page lately."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.checked_page import CheckedPage
from editor.checks.evidence.age_promise import months_later
from editor.checks.evidence.claim_meter import days_of
from editor.checks.finding import Finding, Spot
from editor.checks.rules.rule import Rule
from editor.content.dates import understood_date
from editor.words import tr, tr_count

GOOD_FOR = 12
"""Months for which a review holds where no next one is set."""


def review_overdue(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E17: the next review is past; or without one, the last was more than a year ago."""
    page, today = checked.page, checked.today
    due, last = page.review_due or "", page.last_reviewed or ""
    _, due_by = days_of(due)
    _, read_on = days_of(last)
    if due_by is not None:
        if due_by < today:
            day = understood_date(due)
            said = tr("The next review was due: {day}.", day=day.in_words if day else due)
            yield Finding(rule, Spot("review_due"), due.strip(), f"{due}\n{last}", {"said": said})
    elif read_on is not None and months_later(read_on, GOOD_FOR) < today:
        months = (today.year - read_on.year) * 12 + today.month - read_on.month - (today.day < read_on.day)
        said = tr_count(
            "Nobody has reviewed this page for a month.", "Nobody has reviewed this page for {count} months.", months
        )
        yield Finding(rule, Spot("last_reviewed"), last.strip(), last, {"said": said})
