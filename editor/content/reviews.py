"""When a page was read by somebody who knows, and when that is due again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from editor.content.condition_page import ConditionPage
from editor.content.dates import StudyDate, understood_date


def reviewed_on(page: ConditionPage, today: date) -> ConditionPage:
    """The page as reviewed today. A next review that has come, or was never set, moves to this month a year later.

    A next review that lies ahead stays, as does one that is no date.
    """
    due = page.review_due
    if _has_come(due or "", today):
        due = StudyDate(today.year + 1, today.month).edtf
    return replace(page, last_reviewed=today.isoformat(), review_due=due)


def _has_come(due: str, today: date) -> bool:
    if not due.strip():
        return True
    day = understood_date(due)
    return day is not None and day.first_day <= today
