from __future__ import annotations

import pytest

from editor.content.fields import STUDY_FIELDS, field_named
from editor.references.comparing import Weight, weigh

TITLE = "Acupuncture for lumbar disc herniation: a systematic review and meta-analysis"
ECAM = "Evidence-Based Complementary and Alternative Medicine"


def weight(name: str, here: str, there: str) -> Weight:
    return weigh(field_named(STUDY_FIELDS, name), here, there)


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("2018, Apr 1", "2018-04-01", Weight.NONE),
        ("2018, Apr 1", "2018-04", Weight.NONE),
        ("2018-04-01", "2018", Weight.NONE),
        ("2018, Apr 1", "2018-04-03", Weight.OTHER),
        ("2018, Apr 1", "2018-05", Weight.OTHER),
        ("2015, Dec 6", "2015-09-06", Weight.OTHER),
        ("2017, Dec", "2018", Weight.OTHER),
        ("2017, Dec", "2017-12-05", Weight.MISSING),
        ("2017", "2017-12", Weight.MISSING),
        ("", "2017-12", Weight.MISSING),
        ("2018, Apr 1", "", Weight.NONE),
        ("2018 Jan-Feb", "2018-01", Weight.OTHER),
    ],
)
def test_a_date_contradicts_only_what_it_cannot_be_part_of(here: str, there: str, expected: Weight) -> None:
    assert weight("date", here, there) is expected


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        (TITLE, TITLE, Weight.NONE),
        (TITLE, f" {TITLE.replace(' ', '  ')}", Weight.NONE),
        (TITLE, f"{TITLE.title()}.", Weight.SPELLING),
        (TITLE, TITLE.replace("-", "\u2013").replace(":", " -"), Weight.SPELLING),
        (TITLE, f"<i>{TITLE}</i>", Weight.SPELLING),
        ("Needles & knees", "Needles &amp; knees", Weight.SPELLING),
        ("H2O and naïve cells", "H₂O and Naive cells", Weight.SPELLING),
        (TITLE, TITLE.replace("lumbar", "cervical"), Weight.OTHER),
        (TITLE, TITLE.partition(":")[0], Weight.OTHER),
        ("针灸治疗", "针灸治疗膝痛", Weight.OTHER),
        ("Effect < 3 mm and > 1 mm", "Effect mm", Weight.OTHER),
        ("1.5 needles in 3,503 knees", "1\u00b75 needles in 3503 knees", Weight.SPELLING),
        ("1.5 needles", "15 needles", Weight.OTHER),
    ],
)
def test_a_title_in_other_capitals_dashes_and_marks_is_the_same(here: str, there: str, expected: Weight) -> None:
    assert weight("title", here, there) is expected
    assert weight("title", there, here) is expected


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("Acupuncture in Medicine", "Acupuncture in medicine", Weight.SPELLING),
        ("Acupunct Med", "Acupuncture in Medicine", Weight.SPELLING),
        ("J. Pain", "The Journal of Pain", Weight.SPELLING),
        (
            "Evid Based Complement Alternat Med",
            "Evidence-Based Complementary and Alternative Medicine",
            Weight.SPELLING,
        ),
        ("BMJ", "BMJ (Clinical research ed.)", Weight.SPELLING),
        (
            "Evidence-Based Complementary & Alternative Medicine",
            "Evid Based Complement Alternat Med : eCAM",
            Weight.SPELLING,
        ),
        ("JAMA", "Journal of the American Medical Association", Weight.SPELLING),
        ("Natl Med J India", "The National Medical Journal of India", Weight.SPELLING),
        ("Pain", "Pain Medicine", Weight.OTHER),
        ("Journal of Pain", "European Journal of Pain", Weight.OTHER),
        ("Acupuncture in Medicine", "Complementary Medicine Research", Weight.OTHER),
        ("", "Pain", Weight.MISSING),
    ],
)
def test_a_journals_abbreviation_is_the_journal(here: str, there: str, expected: Weight) -> None:
    assert weight("journal", here, there) is expected
    if expected is not Weight.MISSING:
        assert weight("journal", there, here) is expected


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("Tang S, Mo Z, Zhang R", "Tang S, Mo Z, Zhang R", Weight.NONE),
        ("Tang, S., Mo, Z., and Zhang, R.", "Tang S, Mo Z, Zhang R", Weight.SPELLING),
        ("Shun Tang, Zhen Mo, Rui Zhang", "Tang S, Mo Z, Zhang R", Weight.SPELLING),
        ("Lv Z-T, Li Z-Q", "Lv ZT, Li ZQ", Weight.SPELLING),
        ("Müller R, Mo Z", "Muller RA, Mo Z", Weight.SPELLING),
        ("Tang S, et al.", "Tang S, Mo Z, Zhang R", Weight.NONE),
        ("Tang S, Mo Z, et al.", "Tang S, Mo Z, Zhang R", Weight.NONE),
        ("Mo Z, et al.", "Tang S, Mo Z, Zhang R", Weight.OTHER),
        ("Tang S, Mo Z", "Tang S, Mo Z, Zhang R", Weight.OTHER),
        ("Mo Z, Tang S, Zhang R", "Tang S, Mo Z, Zhang R", Weight.OTHER),
        ("Tang T, Mo Z, Zhang R", "Tang S, Mo Z, Zhang R", Weight.OTHER),
        ("Tang S, Mo Z, Zhang R", "Tang S, Mo Z, Zhao R", Weight.OTHER),
        ("", "Tang S", Weight.MISSING),
    ],
)
def test_authors_are_compared_by_family_name_and_initial(here: str, there: str, expected: Weight) -> None:
    assert weight("authors", here, there) is expected


def test_numbers_are_compared_without_what_stands_around_them() -> None:
    assert weight("doi", "https://doi.org/10.5555/KNEES", "10.5555/knees") is Weight.NONE
    assert weight("doi", "10.5555/knees", "10.5555/elbows") is Weight.OTHER
    assert weight("pmid", "PMID: 29496679", "29496679") is Weight.NONE
    assert weight("pmid", "see there", "29496679") is Weight.OTHER
