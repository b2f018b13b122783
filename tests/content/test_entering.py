"""A date that is entered takes the form of the file; everything else stays as it was typed."""

from __future__ import annotations

import pytest

from editor.content.entering import as_entered, only_respells
from editor.content.fields import PAGE_FIELDS, STUDY_FIELDS, Field, Kind, field_named

DATE = field_named(STUDY_FIELDS, "date")


@pytest.mark.parametrize(
    ("before", "typed", "entered"),
    [
        ("", "1 April 2018", "2018-04-01"),
        ("", "2018, Apr 1", "2018-04-01"),
        ("", " Dec 2017", "2017-12"),
        ("", "2016.", "2016"),
        ("2016", "Dec 2017", "2017-12"),
        ("2018 Jan-Feb", "1 Feb 2018", "2018-02-01"),
        ("2018-04-01", "2018, Apr 2", "2018-04-02"),
        ("2018, Apr 1", "2 April 2018", "2018, Apr 2"),
        ("2018, Apr 1", "2018-05", "2018, May"),
        ("2018, April 01", "1/April/2018", "2018, April 01"),
        ("2018, Apr 1", "in press", "in press"),
        ("2018, Apr 1", "1/4/2018", "1/4/2018"),
        ("2018, Apr 1", "2/4/18", "2/4/18"),
        ("2018, Apr 1", "", ""),
    ],
)
def test_a_date_takes_the_form_that_stood_there_or_else_that_of_new_files(
    before: str, typed: str, entered: str
) -> None:
    assert as_entered(DATE, typed, before) == entered


@pytest.mark.parametrize("text", ["April 1, 2018", "2018, Apr 1", " 2018-04-01 ", "1/4/2018", "2018."])
def test_a_date_that_nobody_changed_stays_as_it_is(text: str) -> None:
    assert as_entered(DATE, text, text) == text


@pytest.mark.parametrize("field", [*PAGE_FIELDS, *STUDY_FIELDS], ids=lambda field: field.name)
def test_only_dates_are_read(field: Field) -> None:
    assert (as_entered(field, "1 April 2018", "") == "1 April 2018") == (field.kind is not Kind.DATE)


@pytest.mark.parametrize(
    ("before", "now", "is_same"),
    [
        ("1 April 2018", "2018-04-01", True),
        ("2018-04-01", "2018, Apr 1", True),
        ("1/4/2018", "2018-01-04", True),
        ("1/4/2018", "2018-01-05", False),
        ("2018-04", "2018-04-01", False),
        ("2018-04-01", "2018-04-01", False),
        ("in press", "2018", False),
        ("2018-04-01", "1 April 2018", False),
    ],
)
def test_a_date_that_only_took_another_form_is_told_from_an_edit(before: str, now: str, is_same: bool) -> None:
    assert only_respells(DATE, before, now) == is_same
