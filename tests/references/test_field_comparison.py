"""What two entries of one study say, field by field."""

from __future__ import annotations

import pytest

from editor.content.study import Study
from editor.references.field_comparison import differences, field_pairs, with_taken


@pytest.mark.parametrize(
    ("field", "now", "comes"),
    [
        ("date", "2018, Apr 1", "2018-04-01"),
        ("date", "2018-04-01", "2018"),  # what says less is not to be taken
        ("doi", "https://doi.org/10.5555/ABC", "10.5555/abc"),
        ("pmid", "PMID: 123", "123"),
        ("url", "http://www.example.org/paper/", "https://example.org/paper"),
        ("url", "https://doi.org/10.5555/ABC", "http://dx.doi.org/10.5555/abc"),
        ("title", "Needles \u2013 for \u201cknees\u201d.", 'Needles - for "Knees"'),
        ("authors", "Tang S., Mo Z.", "Tang S, Mo Z"),
        ("journal", "Anything", ""),
    ],
)
def test_what_means_the_same_is_no_difference(field: str, now: str, comes: str) -> None:
    assert differences(Study(**{field: now}), Study(**{field: comes})) == ()


@pytest.mark.parametrize(
    ("field", "now", "comes"),
    [
        ("date", "2018", "2018-04-01"),
        ("date", "2018-1", "2018-12"),
        ("date", "2018 Jan-Feb", "2018-01"),
        ("title", "Needles for knees", "Needles for necks"),
        ("study_type", "cohort", "meta-analysis"),
        ("note", "A", "a"),
        ("pmid", "", "123"),
    ],
)
def test_what_says_something_else_is_a_difference(field: str, now: str, comes: str) -> None:
    (pair,) = differences(Study(**{field: now}), Study(**{field: comes}))
    assert (pair.field.name, pair.now, pair.comes, pair.fills) == (field, now, comes, not now)


def test_a_date_takes_the_form_in_which_the_other_stands() -> None:
    (pair,) = differences(Study(date="2018, Apr 1"), Study(date="2018-04-02"))
    assert pair.comes == "2018, Apr 2"


def test_everything_is_told_of_a_new_study_and_can_be_taken() -> None:
    coming = Study(title="Needles", doi="10.5555/a")
    pairs = field_pairs(None, coming)
    assert [(pair.field.name, pair.agrees) for pair in pairs] == [("title", False), ("doi", False)]
    new = with_taken(Study(title=""), pairs)
    assert (new.title, new.doi, new.journal) == ("Needles", "10.5555/a", None)


def test_what_was_changed_after_the_comparison_is_left_alone() -> None:
    pairs = differences(Study(title="A"), Study(title="B"))
    assert with_taken(Study(key="k", title="C"), pairs) == Study(key="k", title="C")
