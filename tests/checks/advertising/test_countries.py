"""What the packs of three countries have in common, and where they differ; and texts of a length that nobody writes."""

from __future__ import annotations

import time

import pytest

from editor.checks.rules.rule_packs import rules_of
from editor.checks.severity import Severity
from tests.checks.advertising.pages import found_in

EVERYWHERE = {"A01", "A02", "A03", "A04", "A07", "A08", "A09", "A10", "A11", "A12", "A13"}
PACKS = {"advertising-au": "AU", "advertising-uk": "GB", "advertising-us": "US"}


@pytest.mark.parametrize(
    ("pack", "also"),
    [("advertising-au", {"A05", "A06", "A14", "A15"}), ("advertising-uk", {"A06"}), ("advertising-us", set())],
)
def test_rules_of_a_country(pack: str, also: set[str]) -> None:
    assert {rule.id for rule in rules_of([pack])} == EVERYWHERE | also


@pytest.mark.parametrize(("pack", "country"), PACKS.items())
def test_a_country_cites_its_own_guidance(pack: str, country: str) -> None:
    cited = {rule.id: {source.country for source in rule.sources} for rule in rules_of([pack])}
    assert {rule: countries for rule, countries in cited.items() if countries != {country}} == {}


@pytest.mark.parametrize(
    ("pack", "severity"),
    [("advertising-au", Severity.STOP), ("advertising-uk", Severity.WARN), ("advertising-us", Severity.WARN)],
)
def test_words_of_patients_are_forbidden_in_australia_alone(pack: str, severity: Severity) -> None:
    (finding,) = found_in("Read our testimonials.", pack=pack)
    assert finding.severity is severity
    assert ("forbids" in finding.message) == (severity is Severity.STOP)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("intro", "acupuncture relieves pain "),
        ("intro", "specialist our "),
        ("summary", "cure cure cure, but it "),
        ("summary", "it improves "),
        ("intro", "most of our patients "),
    ],
)
def test_a_long_text_without_a_stop_takes_no_more_than_its_length(field: str, words: str) -> None:
    def taken(times: int) -> float:
        begin = time.process_time()
        found_in(words * times, field)
        return time.process_time() - begin

    found_in(words, field)
    assert taken(2000) < 40 * max(taken(200), 0.02), "ten times as long, and not a hundred times"
