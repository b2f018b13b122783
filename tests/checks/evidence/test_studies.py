"""The studies of a page: retracted, listed twice, of no stated kind, weak, out of order; and whose words are used."""

from __future__ import annotations

import pytest

from editor.content.study import Study
from tests.checks.evidence.pages import dated, found, page_with

KNEES, ELBOWS = Study(title="Needles for knees"), Study(title="Needles for elbows")


@pytest.mark.parametrize(
    "said",
    [
        "This study was retracted on 3 May 2021.",
        "This study was retracted.",
        "The journal published an expression of concern about this study.",
    ],
)
def test_a_grave_notice_is_found_and_the_study_can_be_taken_off(said: str) -> None:
    (finding,) = found(page_with(ELBOWS, KNEES), "E03", grave_words={KNEES.key: said})
    assert (finding.severity, finding.message) == ("stop", f"Study 2, “Needles for knees”: {said}")
    assert finding.fixes[0].removed == (KNEES.key,)


@pytest.mark.parametrize("grave", [{}, {"a study of another page": "This study was retracted."}, {KNEES.key: ""}])
def test_without_one_no_study_is(grave: dict[str, str]) -> None:
    assert found(page_with(ELBOWS, KNEES), "E03", grave_words=grave) == []


@pytest.mark.parametrize("keys", [("1", "2"), ("1", "3"), ("1", "2", "3")])
def test_one_paper_that_stands_twice_is_found(keys: tuple[str, ...]) -> None:
    page = page_with(*(Study(key=key, title="Needles") for key in "123"))
    findings = found(page, "E07", duplicates=(keys,))
    assert [finding.spot.study for finding in findings] == list(keys[1:])
    assert findings[0].severity == "warn"
    assert findings[0].message.startswith(f"Study {keys[1]} is the same paper as study 1.")


@pytest.mark.parametrize("pair", [("1", "2"), ("2", "1"), ("3", "1")])
def test_two_that_only_look_alike_are_a_hint(pair: tuple[str, str]) -> None:
    page = page_with(*(Study(key=key, title="Needles") for key in "123"))
    (finding,) = found(page, "E07", lookalikes=(pair,))
    first, second = sorted(pair)
    assert (finding.severity, finding.spot.study) == ("hint", second)
    assert finding.message.startswith(f"Study {second} looks like the same paper as study {first}.")


@pytest.mark.parametrize(
    "known", [{}, {"duplicates": (("8", "9"),)}, {"duplicates": (("1", "9"),)}, {"lookalikes": (("1", "9"),)}]
)
def test_studies_of_another_page_are_neither(known: dict[str, tuple[tuple[str, str], ...]]) -> None:
    assert found(page_with(Study(key="1", title="Needles")), "E07", **known) == []


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Needles for knees: a systematic review", "systematic-review"),
        ("Needles for knees: a randomised controlled trial", "randomised-trial"),
        ("Needles for knees", ""),
    ],
)
def test_a_study_of_no_stated_kind_is_found_and_what_its_title_says_is_offered(title: str, kind: str) -> None:
    (finding,) = found(page_with(Study(title=title, study_type=" ")), "E10")
    assert [change.after for fix in finding.fixes for change in fix.changes] == [kind] * bool(kind)


@pytest.mark.parametrize("kind", ["systematic-review", "cohort", "case-report"])
def test_one_that_states_any_kind_is_not(kind: str) -> None:
    assert found(page_with(Study(title="Needles", study_type=kind)), "E10") == []


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Needles ease joint pain in rats", "rats"),
        ("A pilot trial of needles", "pilot"),
        ("Needles for the knee: a case report", "case report"),
        ("Needles for knees: study protocol", "study protocol"),
        ("Effects of needles on cartilage in vitro", "in vitro"),
    ],
)
def test_a_title_that_tells_of_weak_support_is_found(title: str, words: str) -> None:
    (finding,) = found(page_with(Study(title=title), ELBOWS), "E11")
    assert finding.words == words
    assert title[finding.spot.start : finding.spot.end] == words


@pytest.mark.parametrize(
    "title",
    [
        "Needles and live births among women undergoing in vitro fertilisation",
        "The rating of pain by airline pilots: a systematic review",
        "Needles for knees: a randomised trial",
    ],
)
def test_other_words_are_not(title: str) -> None:
    assert found(page_with(Study(title=title), ELBOWS), "E11") == []


def test_a_single_trial_is_weak_where_the_page_has_nothing_else() -> None:
    trial = Study(title="Needles for knees: a randomised trial")
    (finding,) = found(page_with(trial), "E11")
    assert "it is a single trial, and the page lists no other study" in finding.message
    assert found(page_with(Study(title="Needles: a systematic review")), "E11") == []


@pytest.mark.parametrize(
    ("dates", "place"),
    [
        (["2017", "2018"], 2),
        (["2018-04-01", "2018-03", "2018-05"], 3),
        (["2012, Dec 12", "2015, Oct 21", "2014"], 2),
    ],
)
def test_a_newer_study_below_an_older_one_is_found_and_sorted(dates: list[str], place: int) -> None:
    studies = dated(*dates)
    (finding,) = found(page_with(*studies), "E16")
    assert finding.spot.study == studies[place - 1].key
    by_key = {study.key: study for study in studies}
    in_order = [by_key[key] for key in finding.fixes[0].order]
    assert sorted(in_order, key=lambda study: study.key) == sorted(studies, key=lambda study: study.key)
    assert found(page_with(*in_order), "E16") == []


@pytest.mark.parametrize(
    "dates",
    [["2018", "2017-12", "2016"], ["2018", "2018-05-01"], ["2018-05", "2018"], ["soon", "2018"], ["2018-04-01"] * 2],
)
def test_an_order_that_may_be_newest_first_is_not(dates: list[str]) -> None:
    assert found(page_with(*dated(*dates)), "E16") == []


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        ("From this review, we conclude that needles may help.", "we conclude"),
        ("In addition, we found that pain fell.", "we found"),
        ("Pain fell, based on our protocol.", "our protocol"),
        ("We have also found less pain.", "We have also found"),
        ("Our pooled data show less pain.", "Our pooled data"),
        ("We systematically reviewed the trials.", "We systematically reviewed"),
    ],
)
def test_the_authors_we_is_found(summary: str, words: str) -> None:
    assert [finding.words for finding in found(page_with(Study(summary=summary)), "E13")] == [words]


@pytest.mark.parametrize(
    "summary",
    [
        "The authors write: “we conclude that needles may help”.",
        "We list this study because it is the largest.",
        "Ask our practitioners what this means for you.",
        "The authors conclude that needles may help.",
    ],
)
def test_a_quoted_we_and_the_clinics_own_are_not(summary: str) -> None:
    assert found(page_with(Study(summary=summary)), "E13") == []
