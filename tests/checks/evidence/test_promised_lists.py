"""What the words on a page say is to follow, and what does."""

from __future__ import annotations

import re
from typing import Any

import pytest

from editor.content.site import Site
from editor.content.study import Study
from tests.checks.evidence.pages import dated, found, page_with, site_saying

REVIEW = Study(title="Needles for knees: a systematic review")
TRIAL = Study(title="Needles for knees", study_type="randomised-trial")


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ({"intro": "Read the following tips."}, "the following tips"),
        ({"intro": "Read the following tips:"}, "the following tips"),
        ({"intro": "Knees hurt. The reasons are as follows."}, "The reasons are as follows."),
        ({"insights": "These are the key points below."}, "the key points below"),
        ({"insights": "What the studies say:"}, "What the studies say:"),
        ({"intro": "Knees hurt. It helps to know **three things**:\n"}, "It helps to know **three things**:"),
    ],
)
def test_a_list_that_is_promised_and_does_not_follow_is_found(texts: dict[str, Any], words: str) -> None:
    (finding,) = found(page_with(REVIEW, **texts), "E15")
    assert finding.words == words
    assert (finding.spot.field, finding.spot.shared) == (next(iter(texts)), False)


def test_the_insights_that_the_shared_text_leads_to_are_missed_only_where_there_are_none() -> None:
    site = site_saying(research="The following insights are obtained from reviews for {condition_in_text}.")
    (finding,) = found(page_with(REVIEW), "E15", site)
    assert (finding.words, finding.spot.field, finding.spot.shared) == ("The following insights", "research.lead", True)
    assert found(page_with(REVIEW, insights="Needles may help."), "E15", site) == []


def test_another_sentence_of_the_research_introduction_is_no_insight() -> None:
    lead = "The following insights come from reviews. They may help you to decide."
    assert [finding.words for finding in found(page_with(REVIEW), "E15", site_saying(research=lead))] == [lead[:22]]
    listed = site_saying(research="The following insights come from reviews.\n\n- Needles may help.")
    assert found(page_with(REVIEW), "E15", listed) == []


@pytest.mark.parametrize(
    ("lead", "studies"),
    [("These are the following papers.", 0), ("The following systematic reviews say more.", 0)],
)
def test_studies_that_are_promised_are_missed_where_none_is_listed(lead: str, studies: int) -> None:
    assert len(found(page_with(*[REVIEW] * studies), "E15", site_saying(lead))) == 1
    assert found(page_with(REVIEW), "E15", site_saying(lead)) == []


@pytest.mark.parametrize(
    ("texts", "site"),
    [
        ({"intro": "Read the following tips.\n\n- Walk.\n- Rest."}, Site()),
        ({"intro": "The following tips may help: walk, rest and walk again."}, Site()),
        ({"intro": "Read the following tips. Walk more. Rest less."}, Site()),
        ({"intro": "In the following year the pain may come back."}, Site()),
        ({"intro": "Pain following an injury needs a doctor."}, Site()),
        ({"insights": "He said “the following points” and stopped there, as if nothing were to follow."}, Site()),
        ({"insights": "What the studies say:\n\n- Some help."}, Site()),
        ({}, site_saying(research="The following results come from trials.")),
        ({"insights": "Some help."}, site_saying("The papers:", research="What the trials say:")),
    ],
)
def test_what_follows_or_was_never_promised_is_not(texts: dict[str, Any], site: Site) -> None:
    assert found(page_with(REVIEW, **texts), "E15", site) == []


@pytest.mark.parametrize(
    ("lead", "words", "after"),
    [
        ("Here are the twelve papers that we found.", "twelve papers", "Here are the two papers that we found."),
        ("Our list of studies has changed: 5 recent studies are listed.", "5 recent studies", None),
        ("The following seven systematic reviews are listed.", "seven systematic reviews", None),
        ("More than 10 papers are listed here.", "10 papers", "More than 2 papers are listed here."),
    ],
)
def test_a_number_of_studies_that_is_not_that_of_the_list_is_found(lead: str, words: str, after: str | None) -> None:
    (finding,) = found(page_with(*dated("2018", "2017")), "other_number_than_promised", site_saying(lead))
    assert finding.words == words
    assert "it lists 2 studies" in finding.message
    if after:
        assert finding.fixes[0].changes[0].after == after


@pytest.mark.parametrize(
    "lead",
    [
        "Here are two papers.",
        "At least two studies are listed here.",
        "The review below is of 30 trials with 3,503 people.",
        "Up to 20 papers are listed here.",
        "About ten papers are listed.",
        "We have read 30 papers.",
        "Two researchers read each paper on this list for 10 hours.",
    ],
)
def test_the_right_number_or_one_of_something_else_is_not(lead: str) -> None:
    assert found(page_with(*dated("2018", "2017")), "other_number_than_promised", site_saying(lead)) == []


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("These are systematic reviews of acupuncture.", "systematic reviews"),
        ("The list has only systematic reviews and meta-analyses.", "systematic reviews and meta-analyses"),
        ("Insights from systematic reviews and analysis of clinical trials are listed.", "systematic reviews"),
        ("All papers listed are guidelines.", "guidelines"),
    ],
)
def test_studies_of_another_kind_than_promised_are_found(lead: str, words: str) -> None:
    (finding,) = found(page_with(REVIEW, TRIAL), "other_kind_than_promised", site_saying(lead))
    assert finding.words == words
    assert re.search(r"\d of its 2 studies (?:is|are) something else \(", finding.message)
    assert "randomised trial" in finding.message
    assert found(page_with(TRIAL), "other_kind_than_promised", site_saying(lead))[0].fixes == ()


@pytest.mark.parametrize(
    "lead",
    [
        "These are systematic reviews and randomised trials.",
        "Most of these are systematic reviews.",
        "These papers include other studies than systematic reviews.",
        "Systematic reviews such as Cochrane's are not listed here yet, as for example these.",
        "The list has studies of all kinds.",
    ],
)
def test_the_promised_kinds_or_an_example_are_not(lead: str) -> None:
    assert found(page_with(REVIEW, TRIAL), "other_kind_than_promised", site_saying(lead)) == []


def test_a_study_of_which_no_kind_is_known_is_not_held_against_the_page() -> None:
    site = site_saying("These are systematic reviews of acupuncture.")
    assert found(page_with(REVIEW, Study(title="Needles for knees")), "other_kind_than_promised", site) == []
