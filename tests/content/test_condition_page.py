"""What a page says of itself."""

from __future__ import annotations

import pytest

from editor.content.condition_page import ConditionPage, Status


@pytest.mark.parametrize(
    ("written", "status"),
    [
        (None, Status.PUBLISHED),
        ("", Status.PUBLISHED),
        (" \n", Status.PUBLISHED),
        ("published", Status.PUBLISHED),
        (" draft ", Status.DRAFT),
        ("archived", Status.ARCHIVED),
        ("Draft", None),
        ("publishd", None),
    ],
)
def test_the_status_of_a_page(written: str | None, status: Status | None) -> None:
    assert ConditionPage("knee", status=written).effective_status is status
