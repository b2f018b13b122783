"""What the boxes for journal and publisher offer."""

from __future__ import annotations

import pytest

from editor.content.known_values import MOST_OFFERED, KnownTexts, KnownValue, KnownValues
from editor.content.study import Study


def texts(*known: str) -> KnownTexts:
    found = KnownTexts()
    for text in known:
        found.add(text, 1)
    return found


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("acup", ["Acupuncture in Medicine", "The Acupuncture Review"]),
        ("MED", ["Médecine", "Acupuncture in Medicine"]),
        ("medicine acu", ["Acupuncture in Medicine"]),
        ("in med", ["Acupuncture in Medicine"]),
        ("cupuncture", []),
        ("acupuncture in medicines", []),
        ("针", ["针灸", "中国针灸"]),
        ("国针", ["中国针灸"]),
        ("中灸", ["中国针灸"]),
        ("", []),
        (" - ", []),
    ],
)
def test_what_is_typed_may_begin_any_word(typed: str, offered: list[str]) -> None:
    known = texts("Acupuncture in Medicine", "The Acupuncture Review", "Médecine", "中国针灸", "针灸")
    assert [value.text for value in known.matching(typed)] == offered


def test_the_most_used_come_first_and_spellings_count_apart() -> None:
    known = texts("JAMA", "Jama", "JAMA", "JAMA Psychiatry", "The JAMA", "The JAMA", "The JAMA")
    assert known.matching("j") == (("JAMA", 2), ("Jama", 1), ("JAMA Psychiatry", 1), ("The JAMA", 3))
    assert [value.text for value in known.matching(" JAMA ")] == ["Jama", "JAMA Psychiatry", "The JAMA"]


def test_no_more_are_offered_than_one_reads_at_a_glance() -> None:
    known = texts(*(f"Journal {number}" for number in range(20)))
    assert len(known.matching("journal")) == MOST_OFFERED


def test_a_text_that_no_study_has_any_more_is_not_offered() -> None:
    known = texts("JAMA", "JAMA")
    known.add("JAMA", -1)
    assert known.matching("ja") == (("JAMA", 1),)
    known.add("JAMA", -1)
    assert known.matching("ja") == ()


def test_a_journal_goes_with_the_publishers_of_its_other_studies() -> None:
    known = KnownValues()
    society, hindawi = "British Medical Acupuncture Society", "Hindawi"
    mine = Study(journal="Acupuncture in Medicine", publisher="BMAS")
    for study in (
        mine,
        Study(journal="Acupuncture in medicine ", publisher=hindawi),
        Study(journal="Acupuncture in Medicine", publisher=f"{society} "),
        Study(journal="Acupuncture in Medicine", publisher=society),
        Study(journal="Acupuncture in Medicine"),
        Study(publisher="None"),
    ):
        known.change(None, study)
    assert known.publishers_of(mine) == (KnownValue(society, 2), KnownValue(hindawi, 1))
    known.change(mine, None)
    assert known.publishers_of(Study(journal="ACUPUNCTURE IN MEDICINE")) == ((society, 2), (hindawi, 1))
    assert known.publishers_of(Study(publisher="None")) == ()
