"""What is due when: reviews by the date that is set, or a year after the last, and studies that age."""

from __future__ import annotations

from datetime import date

import pytest

from editor.checks.evidence.due_dates import Due, due_dates
from editor.content.condition_page import ConditionPage, Status
from tests.checks.evidence.pages import TODAY, dated, page_with, site_saying

TEN_YEARS = site_saying("All studies are from the last 10 years.")


def due(**pages: ConditionPage) -> tuple[Due, ...]:
    return due_dates(pages, TEN_YEARS, TODAY, bool)


@pytest.mark.parametrize(
    ("texts", "day", "is_late"),
    [
        ({"review_due": "2026-11-21"}, date(2026, 11, 21), True),
        ({"review_due": "2026-11"}, date(2026, 11, 30), False),
        ({"review_due": "2027", "last_reviewed": "2020-01-01"}, date(2027, 12, 31), False),
        ({"last_reviewed": "2025-11-21"}, date(2026, 11, 21), True),
        ({"last_reviewed": "2025-11-22"}, date(2026, 11, 22), False),
        ({"review_due": "soon", "last_reviewed": "2026-05-01"}, date(2027, 5, 1), False),
        ({}, None, False),
    ],
)
def test_when_a_review_is_due(texts: dict[str, str], day: date | None, is_late: bool) -> None:
    (review,) = due(knee=page_with(**texts))
    assert (review.day, review.is_late(TODAY), review.is_review) == (day, is_late, True)


def test_studies_are_due_when_the_page_no_longer_says_the_truth_of_them() -> None:
    page = page_with(*dated("2016-12-05", "2018-11-21", "2018-11-22", "2016", "2015"), review_due="2027-01")
    found = due(knee=page)
    assert [(one.title, one.day) for one in found] == [
        ("Paper 1", date(2026, 12, 5)),
        ("Paper 4", date(2026, 12, 31)),
        ("", date(2027, 1, 31)),
        ("Paper 2", date(2028, 11, 21)),  # the third will be too old more than two years from now, the fifth is already
    ]
    assert found[0].promise == "last 10 years"


def test_pages_stand_by_date_those_without_one_last_and_archived_ones_not_at_all() -> None:
    found = due(
        none=page_with(),
        later=page_with(review_due="2027-05"),
        late=page_with(review_due="2026-01"),
        gone=page_with(*dated("2017"), review_due="2026-01", status=Status.ARCHIVED),
    )
    assert [one.place for one in found] == ["late", "later", "none"]


def test_it_can_be_stopped() -> None:
    assert due_dates({"knee": page_with()}, TEN_YEARS, TODAY, lambda: True) == ()
