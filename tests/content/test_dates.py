"""Dates are understood in two forms, printed as the website prints them, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.dates import StudyDate, edtf_date, in_form_of, parse_date, printed_date

UNDERSTOOD = [
    ("2018-04-01", StudyDate(2018, 4, 1), "2018, Apr 1"),
    ("2017-12", StudyDate(2017, 12), "2017, Dec"),
    ("2016", StudyDate(2016), "2016"),
    ("2020-02-29", StudyDate(2020, 2, 29), "2020, Feb 29"),
    ("2018, Apr 1", StudyDate(2018, 4, 1), "2018, Apr 1"),
    ("2017, Dec", StudyDate(2017, 12), "2017, Dec"),
    ("2015, September 6", StudyDate(2015, 9, 6), "2015, Sep 6"),
    ("2015, Sept. 6", StudyDate(2015, 9, 6), "2015, Sep 6"),
    ("2012, dec. 12", StudyDate(2012, 12, 12), "2012, Dec 12"),
    ("2014,Aug 23", StudyDate(2014, 8, 23), "2014, Aug 23"),
    ("2014,\u00a0Aug\u00a023", StudyDate(2014, 8, 23), "2014, Aug 23"),
    ("  2014, May 03\n", StudyDate(2014, 5, 3), "2014, May 3"),
]

LEFT_AS_TYPED = [
    "",
    "2018 Jan-Feb",
    "2018/04/01",
    "01/04/2018",
    "2018-4-1",
    "2018-04-31",
    "2019-02-29",
    "2018-13",
    "2018-00",
    "2018-04-00",
    "0000",
    "2018, Apr 31",
    "2018, Apr 0",
    "2018, A 1",
    "2018, Apri 1",
    "2018, avril",
    "2018, 4",
    "2018, Apr 1st",
    "Apr 2018",
    "April 1, 2018",
    "2018,",
    "2018?",
    "2018~",
    "201X",
    "2018/2019",
    "2018-04-01T10:00",
    "20180401",
    "18",
    "٢٠١٨",
    "in press",
    "2018-04-01 2019",
]


@pytest.mark.parametrize(("text", "meant", "printed"), UNDERSTOOD)
def test_both_forms_are_understood_and_printed(text: str, meant: StudyDate, printed: str) -> None:
    assert parse_date(text) == meant
    assert printed_date(text) == printed
    assert edtf_date(text) == meant.edtf


@pytest.mark.parametrize("text", LEFT_AS_TYPED)
def test_what_is_not_understood_shows_as_typed(text: str) -> None:
    assert parse_date(text) is None
    assert printed_date(text) == text
    assert edtf_date(text) is None


@pytest.mark.parametrize(
    ("replaced", "typed", "written"),
    [
        ("2018, Apr 1", "2019-05-06", "2019, May 6"),
        ("2017, Dec", "2019-05", "2019, May"),
        ("2017, Dec", " 2019 ", "2019"),
        ("2018-04-01", "2019, May 6", "2019-05-06"),
        ("2018, Apr 1", "2019, September 6", "2019, September 6"),
        ("2018-04-01", "2019-05-06", "2019-05-06"),
        ("2018, April 01", "2018-04-01", "2018, April 01"),
        ("2018, Apr 1", "in press", "in press"),
        ("2018, Apr 1", "2019-13-01", "2019-13-01"),
        ("2018, Apr 1", "", ""),
        ("2016", "2019, May 6", "2019, May 6"),
        ("2016", "2019-05-06", "2019-05-06"),
        ("", "2019, May 6", "2019, May 6"),
        ("2018 Jan-Feb", "2019, May 6", "2019, May 6"),
    ],
)
def test_an_edit_keeps_the_form_of_the_file(replaced: str, typed: str, written: str) -> None:
    assert in_form_of(typed, replaced) == written


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2019, 2, 29), (2019, 13, None), (2019, 0, None), (0, 1, 1), (2019, 1, 0), (2019, None, 5)],
)
def test_a_date_that_no_calendar_has_cannot_be_made(year: int, month: int | None, day: int | None) -> None:
    with pytest.raises(ValueError, match=r"day|month|year"):
        StudyDate(year, month, day)


@given(st.dates(), st.sampled_from(["day", "month", "year"]))
def test_both_forms_read_back_as_the_same_date(day: date, precision: str) -> None:
    month = None if precision == "year" else day.month
    made = StudyDate(day.year, month, day.day if precision == "day" else None)
    assert parse_date(made.edtf) == made
    assert parse_date(made.printed) == made
    assert in_form_of(made.edtf, made.printed) == made.printed
    assert in_form_of(made.printed, made.edtf) in (made.edtf, made.printed)
    assert printed_date(printed_date(made.edtf)) == made.printed


@given(st.text())
def test_any_text_either_is_a_date_or_stays_as_it_is(text: str) -> None:
    if parse_date(text) is None:
        assert printed_date(text) == text


def test_a_month_and_a_year_begin_with_their_first_day() -> None:
    found = [StudyDate(2027, 5, 3).first_day, StudyDate(2027, 5).first_day, StudyDate(2027).first_day]
    assert found == [date(2027, 5, 3), date(2027, 5, 1), date(2027, 1, 1)]
