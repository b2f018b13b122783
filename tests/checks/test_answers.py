"""Answers to findings: they hold as long as the text stays, and their files are read whatever is in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from editor.checks.answers import Answer, answer_bytes, answer_in, marks_of_finding
from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import rules_of
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study

STUDY = Study(title="Needles and knees", summary="Acupuncture cures pain. Sitting helps.", doi="10.5555/1")
PAGE = ConditionPage("knee", name="Knee pain", intro="Acupuncture cures knees. Walking helps.", studies=(STUDY,))
ANSWER = Answer(
    "a1", "A01", "Knee pain", "cures", "“cures” promises a cure.", "A quotation “苦”", "Mei", date(2026, 11, 23)
)


def cures(page: ConditionPage) -> tuple[Finding, Finding]:
    """What is found in the introduction and in the summary of the study."""
    found = PageCheck(rules_of(("advertising-au",))).of_page(CheckedPage(page, Site(), date(2026, 11, 22)))
    first, second = (one for one in found if one.rule.id == "A01")
    return first, second


def marks(page: ConditionPage) -> list[tuple[str, ...]]:
    return [marks_of_finding(one, page) for one in cures(page)]


def test_each_finding_has_a_mark_of_its_own_that_is_the_same_at_the_next_start() -> None:
    (first,), (second,) = marks(PAGE)
    assert first != second
    again = replace(PAGE, studies=(replace(STUDY, key="another"),))
    assert marks(again) == [(first,), (second,)]


@pytest.mark.parametrize(
    "other",
    [
        replace(PAGE, intro="Acupuncture cures knees. Walking does not help."),
        replace(PAGE, name="Knee"),
        replace(PAGE, studies=(Study(title="A new one"), STUDY)),
        replace(PAGE, studies=(replace(STUDY, doi="", pmid="7", summary="Acupuncture cures pain. Lying helps."),)),
    ],
)
def test_it_stays_where_other_words_change(other: ConditionPage) -> None:
    assert marks(other) == marks(PAGE)


def test_a_finding_comes_back_when_its_sentence_changes() -> None:
    first, second = marks(replace(PAGE, intro="Acupuncture cures all knees. Walking helps."))
    assert first != marks(PAGE)[0]
    assert second == marks(PAGE)[1]


def test_a_page_with_another_address_keeps_its_answers() -> None:
    moved = replace(PAGE, slug="knees", old_slugs=("knee",))
    first, second = marks(moved)
    assert (first[1], second[1]) == (marks(PAGE)[0][0], marks(PAGE)[1][0])


def test_an_answer_is_read_as_it_was_written() -> None:
    assert answer_in(answer_bytes(ANSWER)) == ANSWER
    assert answer_in(answer_bytes(replace(ANSWER, words="\ud800"))) is not None


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"\xff", b"[" * 100_000, answer_bytes(ANSWER).replace(b'"Mei"', b"7"), b'{"mark": "a"}']
)
def test_what_is_no_answer_is_none(data: bytes) -> None:
    assert answer_in(data) is None
