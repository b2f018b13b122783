"""Whether two names are of one journal."""

from __future__ import annotations

import pytest

from editor.content.journal_names import is_same_journal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acupuncture in Medicine", "ACUPUNCT MED"),
        ("The Lancet", "Lancet (London, England)"),
        ("Journal of the American Medical Association", "JAMA"),
        ("Evidence-Based Complementary and Alternative Medicine", "Evid Based Complement Alternat Med"),
    ],
)
def test_short_names_are_of_the_same_journal(one: str, other: str) -> None:
    assert is_same_journal(one, other)
    assert is_same_journal(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Pain", "Pain Medicine"), ("Spine", "Pain"), ("BMJ Open", "BMJ"), ("Pain", "")],
)
def test_other_names_are_of_another(one: str, other: str) -> None:
    assert not is_same_journal(one, other)
    assert not is_same_journal(other, one)
