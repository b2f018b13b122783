"""Whether somebody has read the page lately; today is 22 November 2026."""

from __future__ import annotations

import pytest

from tests.checks.evidence.pages import found, page_with


@pytest.mark.parametrize(
    ("last", "due", "said"),
    [
        (None, "2026-11-21", "The next review was due: 21 November 2026."),
        ("2026-10", "2026-10", "The next review was due: October 2026."),
        ("2025-05-01", None, "Nobody has reviewed this page for 18 months."),
        ("2025-11-21", " ", "Nobody has reviewed this page for 12 months."),
        ("2024", "soon", "Nobody has reviewed this page for 22 months."),
    ],
)
def test_a_review_that_is_overdue_is_found(last: str | None, due: str | None, said: str) -> None:
    (finding,) = found(page_with(last_reviewed=last, review_due=due), "E17")
    assert finding.message.startswith(said)
    assert finding.severity == "hint"


@pytest.mark.parametrize(
    ("last", "due"),
    [
        ("2020", "2026-11"),
        ("2020", "2026-11-22"),
        ("2025-11-22", None),
        ("2025", None),
        (None, None),
        ("never", "someday"),
    ],
)
def test_one_that_is_still_to_come_or_unknown_is_not(last: str | None, due: str | None) -> None:
    assert found(page_with(last_reviewed=last, review_due=due), "E17") == []
