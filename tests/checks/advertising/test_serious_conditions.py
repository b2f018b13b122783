"""Serious conditions on pages that send nobody to a doctor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from editor.checks.checked_page import CheckedPage
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import rules_of
from editor.content.shared_texts import SiteResearch
from editor.content.site import Site
from editor.content.study import Study
from tests.checks.advertising.pages import PAGE, found_in


def words(text: str, field: str) -> list[str]:
    return [finding.words for finding in found_in(text, field) if finding.rule.id == "A11"]


@pytest.mark.parametrize(
    ("field", "text", "found"),
    [
        ("name", "Cancer", ["Cancer"]),
        ("title", "Acupuncture for stroke recovery", ["stroke"]),
        ("intro", "We help people with diabetes. Diabetes is common.", ["diabetes"]),
        ("insights", "Many couples with infertility come to us, others with epilepsy.", ["infertility", "epilepsy"]),
        ("description", "What studies say of Parkinson's disease.", ["Parkinson"]),
    ],
)
def test_each_condition_is_found_once(field: str, text: str, found: list[str]) -> None:
    assert words(text, field) == found


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("intro", "Causes of back pain include kidney stones and infections."),
        ("intro", "We help people with diabetes. A doctor should assess it first."),
        ("intro", "If you have had a stroke, see your doctor."),
        ("insights", "After cancer, work alongside your medical team."),
        ("intro", "Most back pain is not due to cancer."),
        ("description", "Back strokes in swimming"),
        ("summary", "The trial was with people after a stroke."),
        ("quotation.text", "“Cancer is the crab.”"),
    ],
)
def test_what_is_only_mentioned_or_sent_to_a_doctor_is_none(field: str, text: str) -> None:
    assert words(text, field) == []


def test_the_doctor_may_stand_in_what_all_pages_share_and_papers_may_be_about_anything() -> None:
    check = PageCheck(rules_of(["advertising-au"]))
    page = replace(PAGE, intro="Some of us work with people after a stroke.", studies=(Study(title="Cancer and moxa"),))

    def found(*disclaimers: str) -> list[str]:
        site = Site(research=SiteResearch(disclaimers=disclaimers))
        ids = [finding.rule.id for finding in check.of_page(CheckedPage(page, site, date(2026, 11, 22)))]
        return [rule for rule in ids if rule == "A11"]

    assert found("We do not promise any result.") == ["A11"]
    assert found("We do not promise any result. Please see a doctor about new symptoms.") == []
