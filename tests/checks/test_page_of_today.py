"""What the rules find on a clinic's page as it is today: all that was found by hand, and nothing that is harmless.

`python -m tests.checks.page_of_today_table` prints what else they find, each with a judgement.
"""

from __future__ import annotations

import pytest

from tests.checks.page_of_today import RULES, CheckedToday, wanted_findings
from tests.checks.page_of_today_table import judgement
from tests.test_page_of_today import PAGE_OF_TODAY

TIDIED_BY_IMPORT = {"T03", "T04", "T05"}
"""What is wrong with names is put right where the page comes in as the text of a web page."""


@pytest.fixture(params=["entered", "imported"])
def today(request: pytest.FixtureRequest) -> CheckedToday:
    for needed in (PAGE_OF_TODAY, RULES):
        if not needed.is_file():
            pytest.skip(f"The page of today is not beside the project: {needed.name} is missing.")
    return CheckedToday(imported=request.param == "imported")


def test_all_that_was_found_by_hand_is_found(today: CheckedToday, request: pytest.FixtureRequest) -> None:
    left_out = TIDIED_BY_IMPORT if "imported" in request.node.name else set()
    wanted = [one for one in wanted_findings("must_find") if one["rule"] not in left_out]
    missing = [one for one in wanted if not any(today.is_meant(finding, one) for finding in today.findings)]
    assert len(wanted) >= 20
    assert missing == []


def test_nothing_that_is_harmless_is_found(today: CheckedToday) -> None:
    harmless = wanted_findings("must_not_trip")
    tripped = [(one, finding) for one in harmless for finding in today.findings if today.is_meant(finding, one)]
    assert len(harmless) >= 8
    assert tripped == []


def test_all_else_that_is_found_is_judged(today: CheckedToday) -> None:
    found = {(finding.rule.id, today.study_of(finding)): judgement(today, finding) for finding in today.findings}
    assert [place for place, verdict in found.items() if verdict is None] == []
