"""What is typed or pasted as a date is understood in many spellings, and never taken for another date."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.dates import AmbiguousDate, StudyDate, date_order, read_date

MONTHS = [date(2018, month, 1).strftime("%B") for month in range(1, 13)]
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
DAY, MONTH, YEAR = StudyDate(2018, 4, 1), StudyDate(2017, 12), StudyDate(2016)

UNDERSTOOD = {
    DAY: [
        "2018-04-01",
        "2018, Apr 1",
        "2018 Apr 1",
        "2018 Apr 1st.",
        "1 April 2018",
        "1st April 2018",
        "1st of April, 2018",
        "01-Apr-2018",
        "April 1, 2018",
        "Apr. 1 2018",
        "APRIL 1ST, 2018",
        "april\u00a01,\u00a0\u00a02018",
        " 1\t April\u3000 2018\n",
        "2018/4/1",
        "2018.04.01",
        "2018-4-1",
        "2018\u20114\u20111",
        "\u200e1 April 2018\u200b",
        "2018年4月1日",
        "2018 年 4 月 1 日",
        "２０１８年４月１日",
        "2018/4/1".translate(WIDE),
        "Sunday, 1 April 2018",
        "Sun. 1 April 2018",
        "Sunday, April 1, 2018",
    ],
    MONTH: ["2017-12", "2017, Dec", "2017 December", "Dec 2017", "Dec, 2017", "dec. 2017", "Dec-2017", "2017/12"],
    StudyDate(2017, 11): ["11/2017", "11.2017", "2017年11月"],
    YEAR: ["2016", " 2016 ", "2016.", "2016,", "2016年", "2016".translate(WIDE)],
    StudyDate(2015, 9): ["Sept 2015", "Sept. 2015", "2015, Sept"],
    StudyDate(2018, 4, 13): ["13/4/2018", "4/13/2018", "13.04.2018", "04-13-2018"],
    StudyDate(2018, 4, 4): ["4/4/2018", "04.04.2018"],
}  # fmt: skip

NOT_UNDERSTOOD = [
    "",
    "in press",
    "2018 Jan-Feb",
    "2018 Jan/Feb",
    "Spring 2018",
    "1-2 April 2018",
    "2018 Apr 1-5",
    "2016-2018",
    "2011-2012",
    "2018\u201304",
    "31 Apr 2018",
    "29 February 2019",
    "2018-13",
    "31/4/2018",
    "13/13/2018",
    "0/4/2018",
    "1/4/18",
    "1-Apr-18",
    "Apr-18",
    "'18",
    "18",
    "1 April",
    "April",
    "43191",
    "43191.5",
    "20180401",
    "1/4.2018",
    "1 4 2018",
    "1 Avril 2018",
    "1 of 2018",
    "Monday, 1 April 2018",
    "Monday, April 2018",
    "about 2018",
    "2018?",
    "2018-04-01T10:00",
    "٢٠١٨",
]


@pytest.mark.parametrize(("meant", "text"), [(meant, text) for meant, texts in UNDERSTOOD.items() for text in texts])
def test_a_date_is_understood_however_it_is_spelled(meant: StudyDate, text: str) -> None:
    assert read_date(text) == meant


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_what_may_mean_something_else_is_not_understood(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text", ["1/4/2018", "01/04/2018", "1.4.2018", "1-4-2018", " 1 / 4 / 2018", "1/4/2018".translate(WIDE)]
)
def test_a_text_that_can_be_two_days_is_neither(text: str) -> None:
    assert read_date(text) == AmbiguousDate(StudyDate(2018, 4, 1), StudyDate(2018, 1, 4))


def _spellings(meant: StudyDate) -> list[str]:
    """Ways in which somebody may write a date."""
    year, spellings = meant.year, [meant.edtf, meant.printed]
    if meant.month is None:
        return [*spellings, f"{year}年"]
    for month in (MONTHS[meant.month - 1], MONTHS[meant.month - 1][:3]):
        for name in (month, month.upper(), month.lower(), f"{month}."):
            if meant.day is None:
                spellings += [f"{name} {year}", f"{name}, {year}", f"{year} {name}", f"{name}-{year}"]
            else:
                day = meant.day
                spellings += [f"{day} {name} {year}", f"{name} {day}, {year}", f"{year} {name} {day}"]
                spellings += [f"{day:02}-{name}-{year}", f"{day}th of {name} {year}", f"{name} {day} {year}"]
    for sign in "/-.":
        if meant.day is None:
            spellings += [f"{meant.month}{sign}{year}", f"{year}{sign}{meant.month:02}"]
        else:
            spellings += [sign.join(map(str, (year, meant.month, meant.day)))]
            spellings += [
                f"{meant.day}{sign}{meant.month:02}{sign}{year}",
                f"{meant.month}{sign}{meant.day}{sign}{year}",
            ]
    return spellings


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["day", "month", "year"]))
def test_no_spelling_of_a_date_is_taken_for_another(day: date, precision: str) -> None:
    month = None if precision == "year" else day.month
    meant = StudyDate(day.year, month, day.day if precision == "day" else None)
    for spelling in _spellings(meant):
        found = read_date(spelling)
        assert found == meant or (isinstance(found, AmbiguousDate) and meant in (found.day_first, found.month_first))
        assert read_date(spelling.replace(" ", "\u00a0 ")) == found


@given(st.lists(st.sampled_from([*"0123456789", "20", "18", " ", "/", "-", ".", ",", "Apr", "May", "th", "of", "年"])))
def test_no_text_is_given_a_year_or_a_day_that_does_not_stand_in_it(parts: list[str]) -> None:
    text = "".join(parts)
    found = read_date(text)
    if isinstance(found, StudyDate):
        assert f"{found.year:04}" in text
        assert found.day is None or str(found.day) in text


def test_texts_sort_by_date_with_what_states_none_at_the_end_of_either_direction() -> None:
    in_order = ["2016", "Dec 2017", "2018", "2018-04", "1 April 2018", "2018, Apr 2", "2019"]
    timeless = ["", "in press", "43191"]
    texts = [*timeless, *in_order]
    random.Random(7).shuffle(texts)
    oldest = sorted(texts, key=date_order)
    newest = sorted(texts, key=lambda text: date_order(text, newest_first=True))
    assert oldest[:-3] == in_order
    assert newest[:-3] == in_order[::-1]
    assert oldest[-3:] == newest[-3:] == [text for text in texts if text in timeless]


@pytest.mark.parametrize("newest_first", [False, True])
def test_texts_of_the_same_date_stay_in_their_order(newest_first: bool) -> None:
    texts = ["2018 Jan-Feb", "2018", "1/4/2018", "Spring 2018", "2018, "]
    assert sorted(texts, key=lambda text: date_order(text, newest_first=newest_first)) == texts
