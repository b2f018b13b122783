"""Journals under a name they did not have then, and those on the clinic's own list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.checks.checked_page import CheckedPage, PaperRecord
from editor.checks.finding import Finding
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import shipped_pack
from editor.content.site import Site
from editor.content.study import Study
from tests.checks.evidence.pages import TODAY, found, page_with

NOW, OLD = "BMC Complementary Medicine and Therapies", "BMC Complementary and Alternative Medicine"


@pytest.mark.parametrize(
    ("journal", "date", "right"),
    [
        (NOW, "2014, Aug 23", OLD),
        ("Complementary Medicine Research", "2016-01", "Forschende Komplementärmedizin"),
        ("JAMA Internal Medicine", "2012-06-11", "Archives of Internal Medicine"),
        ("bmc complementary medicine and therapies", "2019", OLD),
        (OLD, "2022", NOW),
    ],
)
def test_a_name_of_another_time_is_found(journal: str, date: str, right: str) -> None:
    (finding,) = found(page_with(Study(title="Needles", journal=journal, date=date)), "E06")
    assert (finding.words, finding.values["right"]) == (journal, right)
    assert finding.fixes[0].changes[0].after == right
    assert found(page_with(Study(title="Needles", journal=right, date=date)), "E06") == []


@pytest.mark.parametrize(
    ("journal", "date"),
    [
        (NOW, "2020-03-01"),
        (OLD, "2014"),
        (OLD, "2020"),
        (NOW, ""),
        ("Acupuncture in Medicine", "1990"),
        ("", "2014"),
    ],
)
def test_the_name_of_that_time_is_not(journal: str, date: str) -> None:
    assert found(page_with(Study(title="Needles", journal=journal, date=date)), "E06") == []


@pytest.mark.parametrize("theirs", ["Journal of Knees", "Knee Letters", "Acta Genus"])
def test_another_journal_in_the_publishers_record_is_found(theirs: str) -> None:
    study = Study(title="Needles", journal="Journal of Needles", date="2018")
    record = PaperRecord(journal=theirs, source="Crossref", differing=frozenset({"journal"}))
    (finding,) = found(page_with(study), "E06", records={study.key: record})
    assert finding.message.startswith(f"Crossref calls the journal “{theirs}”.")
    assert finding.fixes[0].changes[0].after == theirs


@pytest.mark.parametrize(
    ("ours", "theirs", "differing"),
    [
        (OLD, NOW, {"journal"}),  # records of old papers are often given the new name
        ("J Needles", "Journal of Needles", set()),
        ("Journal of Needles", "Knee Letters", {"title"}),
    ],
)
def test_a_record_with_the_new_name_or_none_that_differs_is_not(ours: str, theirs: str, differing: set[str]) -> None:
    study = Study(title="Needles", journal=ours, date="2014")
    record = PaperRecord(journal=theirs, differing=frozenset(differing))
    assert found(page_with(study), "E06", records={study.key: record}) == []


@pytest.mark.parametrize("journal", ["Journal of Examples", "journal of examples ", "Journal of  Examples"])
def test_a_journal_of_the_clinics_own_list_is_found(journal: str) -> None:
    (finding,) = of_own_list(journal)
    assert (finding.severity, finding.values["date"]) == ("hint", "March 2023")


@pytest.mark.parametrize("journal", ["Journal of Other Examples", "", "Journal of Examples and Others"])
def test_another_is_not(journal: str) -> None:
    assert of_own_list(journal) == ()


def test_without_a_list_of_the_clinic_no_journal_is() -> None:
    assert found(page_with(Study(title="Needles", journal="Journal of Examples")), "E18") == []


def of_own_list(journal: str) -> tuple[Finding, ...]:
    pack = shipped_pack("evidence")
    assert pack is not None
    (rule,) = (rule for rule in pack.rules if rule.id == "E18")
    rule = replace(rule, words=frozenset({"Journal of Examples = 2023-03"}))
    page = page_with(Study(title="Needles", journal=journal))
    return PageCheck([rule]).of_page(CheckedPage(page, Site(), TODAY))
