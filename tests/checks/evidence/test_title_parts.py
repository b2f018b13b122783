"""What a page is named after, and whether a study is about it."""

from __future__ import annotations

import pytest

from editor.content.study import Study
from tests.checks.evidence.pages import found, page_with

LUMBAR, KNEE, SCIATICA = (
    Study(title="Acupuncture for lumbar disc herniation"),
    Study(title="Needles and chronic knee pain", summary="Pain fell."),
    Study(title="Treatment of sciatica"),
)


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("Back, Hip, Knee & Leg Pain", ["Hip"]),
        ("Knee and Shoulder Pain", ["Shoulder"]),
        ("Headaches", ["Headaches"]),
        ("Insomnia / anxiety / knee", ["Insomnia", "anxiety"]),
        ("Knee pain & whiffles", ["whiffles"]),
        ("Women's health", ["Women's"]),
    ],
)
def test_a_part_that_no_study_is_about_is_found(name: str, missing: list[str]) -> None:
    findings = found(page_with(LUMBAR, KNEE, SCIATICA, name=name), "E14")
    assert [finding.words for finding in findings] == missing
    assert all(name[finding.spot.start : finding.spot.end] == finding.words for finding in findings)


@pytest.mark.parametrize(
    ("name", "study"),
    [
        ("Lower Back Pain", LUMBAR),
        ("Leg problems", SCIATICA),
        ("Allergies & hay fever", Study(title="Needles in allergic rhinitis")),
        ("Post-stroke care", Study(title="Rehabilitation of hemiplegia")),
        ("Women's health", Study(title="Clomiphene and needles in polycystic ovaries")),
        ("Parkinson's disease", Study(title="Needles", summary="Fifty people with Parkinson's.")),
        ("Wellness", KNEE),
        ("Knee pain", KNEE),
    ],
)
def test_one_that_a_study_is_about_in_whatever_words_is_not(name: str, study: Study) -> None:
    assert found(page_with(study, name=name), "E14") == []


def test_a_word_within_another_is_none() -> None:
    study = Study(title="The hippocampus of people who walked back home")
    assert [finding.words for finding in found(page_with(study, name="Hip and back pain"), "E14")] == ["Hip", "back"]


def test_the_name_within_a_sentence_is_read_where_there_is_one() -> None:
    (finding,) = found(page_with(KNEE, name="Knee & Hip Pain", name_in_text="knee & hip pain"), "E14")
    assert (finding.words, finding.spot.field) == ("hip", "name_in_text")


def test_a_page_without_studies_misses_none() -> None:
    assert found(page_with(name="Hip pain"), "E14") == []
