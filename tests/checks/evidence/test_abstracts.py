"""Summaries against the abstracts of their papers; those here are invented."""

from __future__ import annotations

import pytest

from editor.checks.checked_page import PaperRecord
from editor.checks.finding import Finding
from editor.content.study import Study
from tests.checks.evidence.pages import found, page_with

ABSTRACT = (
    "Background: Knees ache. Methods: We searched four databases for trials that compared needles with rest, and two"
    " of us read all of them. Results: Thirty trials (n=2662) were included; pain fell by 1.76 points (95% CI 0.4 to"
    " 3.1) after 12 weeks, and by half a point after three months. Conclusion: Needles may ease knee pain."
)


def against_abstract(summary: str, rule: str, abstract: str = ABSTRACT) -> list[Finding]:
    study = Study(title="Needles", summary=summary)
    return found(page_with(study), rule, records={study.key: PaperRecord(abstract=abstract)})


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        ("Pain fell in 36 trials.", ["36"]),
        ("Thirteen trials with 2,626 people.", ["2,626", "Thirteen"]),
        ("Pain fell by 1.67 points in thirty trials.", ["1.67"]),
        ("About 3,500 people had needles.", ["3,500"]),
        ("After **16** weeks pain had eased.", ["16"]),
    ],
)
def test_a_number_that_the_abstract_does_not_have_is_found(summary: str, words: list[str]) -> None:
    findings = against_abstract(summary, "number_not_in_abstract")
    assert [finding.words for finding in findings] == words
    assert all(summary[finding.spot.start : finding.spot.end] == finding.words for finding in findings)


@pytest.mark.parametrize(
    "summary",
    [
        "30 trials with 2,662 people; pain fell by 1.76 points after twelve weeks.",
        "Nearly 2,700 people took part, and one of them was lost after 3 months.",
        "Thirty trials, as [the paper](https://example.org/?id=77) says; needles at PC6 and COVID-19 aside.",
        "Needles may help.",
    ],
)
def test_one_that_it_has_in_whatever_form_is_not(summary: str) -> None:
    assert against_abstract(summary, "number_not_in_abstract") == []


COPIED = "trials that compared needles with rest, and two of us read all of them"


@pytest.mark.parametrize(
    "summary",
    [
        f"They looked at {COPIED}.",
        f"They looked at {COPIED.upper()}.",
        f"First: {COPIED.replace(',', ' ')} (they say).",
    ],
)
def test_the_abstracts_own_words_are_found(summary: str) -> None:
    (finding,) = against_abstract(summary, "E12")
    assert finding.words.lower().replace(" ", "").replace(",", "") == COPIED.replace(" ", "").replace(",", "")


@pytest.mark.parametrize(
    "summary",
    [
        f"They write that these were “{COPIED}”.",
        "They looked at trials that compared needles with rest, and found that pain fell.",
        "Needles may ease knee pain.",
        "",
    ],
)
def test_quoted_words_or_a_few_are_not(summary: str) -> None:
    assert against_abstract(summary, "E12") == []


@pytest.mark.parametrize("rule", ["E12", "number_not_in_abstract"])
def test_without_an_abstract_nothing_is_compared(rule: str) -> None:
    assert against_abstract(f"99 trials. {ABSTRACT}", rule, abstract="") == []
    assert found(page_with(Study(title="Needles", summary=ABSTRACT)), rule) == []
