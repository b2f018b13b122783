"""Marking a page as reviewed."""

from __future__ import annotations

from datetime import date

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.reviews import reviewed_on

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("due", [None, "", "2026-11-22", "2026-11-23", "2026-11", "2026", "2025, Dec 1", "1 Nov 2026"])
def test_a_review_that_was_due_or_never_planned_comes_again_in_a_year(due: str | None) -> None:
    page = reviewed_on(ConditionPage("pain", last_reviewed="2025-11-01", review_due=due, reviewed_by="Alex"), TODAY)
    assert page == ConditionPage("pain", last_reviewed="2026-11-23", review_due="2027-11", reviewed_by="Alex")


@pytest.mark.parametrize("due", ["2026-11-24", "2026-12", "2027", "2027, Nov 2", "Dec 2026", "when Alex is back"])
def test_a_review_that_lies_ahead_stays_where_it_is(due: str) -> None:
    page = reviewed_on(ConditionPage("pain", review_due=due), TODAY)
    assert page == ConditionPage("pain", last_reviewed="2026-11-23", review_due=due)


def test_on_a_leap_day_there_is_a_next_year_too() -> None:
    assert reviewed_on(ConditionPage("pain"), date(2028, 2, 29)).review_due == "2029-02"


def test_a_second_time_on_one_day_changes_nothing() -> None:
    once = reviewed_on(ConditionPage("pain"), TODAY)
    assert reviewed_on(once, TODAY) == once
