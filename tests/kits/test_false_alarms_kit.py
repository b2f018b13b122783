"""The rules on advertising over texts that nobody wrote for a clinic, as if they were summaries of studies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.kits.false_alarms import JUDGED, false_alarms

MOST_BY_20_ABSTRACTS = 0.5
"""Half of what is asked for, so that a rule which grows too keen is noticed before."""


def test_rules_on_advertising_seldom_cry_wolf(kit: Callable[[str], Path]) -> None:
    alarms = false_alarms(kit("references"))
    assert alarms.abstracts >= 300
    assert alarms.titles >= 1000
    assert alarms.per_20_abstracts() <= MOST_BY_20_ABSTRACTS, alarms.by_rule()
    assert [finding for finding in alarms.grave if (finding.rule.id, finding.words) not in JUDGED] == []
