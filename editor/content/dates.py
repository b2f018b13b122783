"""Dates of studies and reviews: whole days, months or years, in the two forms a content file may use.

EDTF ("2018-04-01", "2017-12", "2016") is how the file states a date; "2018, Apr 1", "2017, Dec", "2016" is how the
website prints it. Both are understood in a file, anything else there is left as it is. What is typed or pasted may be
spelled in many more ways (`read_date`), and takes one of these two forms. A date is never guessed.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH_NUMBERS = {
    name.lower(): number for number, month in enumerate(_MONTHS, start=1) for name in (month, month[:3])
} | {"sept": 9}

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PRINTED = re.compile(r"([0-9]{4}),\s*([A-Za-z]+)\.?(?:\s+([0-9]{1,2}))?")

_YEAR, _MONTH = r"(?P<year>[1-9][0-9]{3})", r"(?P<month>[0-9]{1,2})"
_DAY, _NAME = r"(?P<day>[0-9]{1,2})", r"(?P<name>[a-z]+)\.?"
_NTH, _GAP = rf"{_DAY}(?:st|nd|rd|th)?\.?", r"[ ,./-]+"
_SPELLINGS = (
    _YEAR,
    rf"{_YEAR}{_GAP}{_NAME}(?:{_GAP}{_NTH})?",  # 2018, Apr 1; 2017 Dec
    rf"(?:{_NTH}{_GAP}(?:of )?)?{_NAME}{_GAP}{_YEAR}",  # 1st of April 2018; 05-Dec-2017; Dec 2017
    rf"{_NAME}(?:{_GAP})?{_NTH}{_GAP}{_YEAR}",  # April 1, 2018; Dec-05-2017
    rf"{_YEAR} ?(?P<sign>[-/.]) ?{_MONTH}(?: ?(?P=sign) ?{_DAY})?",  # 2017/12; 2018-4-1
    rf"{_MONTH} ?[-/.] ?{_YEAR}",  # 12/2017
    rf"{_YEAR} ?年(?: ?{_MONTH} ?月(?: ?{_DAY} ?[日号號])?)?",
)
"""Ways to write a date that can mean one date only, in small letters; compiled when first something is typed."""
_TWO_NUMBERS = rf"([0-9]{{1,2}}) ?(?P<sign>[-/.]) ?([0-9]{{1,2}}) ?(?P=sign) ?{_YEAR}"
_WEEKDAY = r"([a-z]{3,9})\.?,? (.+)"
_WIDE_TO_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x2010: "-", 0x2011: "-"}
"""Letters, digits and signs as wide as a Chinese character, and hyphens that look like the usual one."""
_UNSEEN = dict.fromkeys((0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF))
"""What spreadsheets and websites leave between the letters they copy."""


@dataclass(frozen=True, slots=True)
class StudyDate:
    """A day, a month (`day` is None) or a year (`month` is None too) of the calendar.

    Raises ValueError for a day or month that does not exist.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        _ = self.first_day  # ValueError where the calendar has none

    @property
    def first_day(self) -> date:
        """The day itself, or the first of the month or of the year."""
        return date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def edtf(self) -> str:
        """As the file states it: "2018-04-01", "2017-12", "2016"."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def printed(self) -> str:
        """As the website prints it: "2018, Apr 1", "2017, Dec", "2016"."""
        if self.month is None:
            return f"{self.year:04}"
        month = _MONTHS[self.month - 1][:3]
        return f"{self.year:04}, {month}" if self.day is None else f"{self.year:04}, {month} {self.day}"

    @property
    def in_words(self) -> str:
        """As one writes it: "1 April 2018", "December 2017", "2016"."""
        month = None if self.month is None else _MONTHS[self.month - 1]
        return " ".join(str(part) for part in (self.day, month, self.year) if part is not None)


@dataclass(frozen=True, slots=True)
class AmbiguousDate:
    """A text such as "1/4/2018" that means one day where the day is written first, and another where the month is."""

    day_first: StudyDate
    month_first: StudyDate


@functools.lru_cache(maxsize=4096)  # studies share dates, and each is asked for several times
def parse_date(text: str) -> StudyDate | None:
    """The date that a text states in either form, or None: what is not understood is not a date."""
    return _edtf(text.strip()) or _printed(text.strip())


@functools.lru_cache(maxsize=4096)  # the table sorts by it, and marks cells
def read_date(text: str) -> StudyDate | AmbiguousDate | None:
    """The date that a typed or pasted text states, however it is spelled; None where it states none, or only perhaps.

    Nothing is added to it: "Dec 2017" is a month, "1/4/18" has no century, and there is no 31 April.
    """
    known = parse_date(text)
    plain = " ".join(text.translate(_UNSEEN).translate(_WIDE_TO_PLAIN).lower().split()).rstrip(" .,")
    if known is not None or not any(digit in plain for digit in "0123456789"):
        return known
    return _spelled(plain) or _of_two_numbers(plain) or _after_weekday(plain)


def understood_date(text: str) -> StudyDate | None:
    """The one date that a text states, however it is spelled."""
    found = read_date(text)
    return found if isinstance(found, StudyDate) else None


def date_order(text: str, *, newest_first: bool = False) -> tuple[int, int, int, int]:
    """A key that sorts texts by date, for `sorted` without `reverse`.

    A year stands as a day before its first one would, a month likewise: 2018, 2018-04, 2018-04-01; newest first it is
    the other way round. What states no date but one year ("2018 Jan-Feb", "1/4/2018") stands with its year. What is
    left, as an empty text, comes last either way.
    """
    found = understood_date(text) or _year_in(text)
    if found is None:
        return 1, 0, 0, 0
    way = -1 if newest_first else 1
    return 0, way * found.year, way * (found.month or 0), way * (found.day or 0)


def printed_date(text: str) -> str:
    """What the website prints for a date field; a text that is not understood stays as typed."""
    found = parse_date(text)
    return text if found is None else found.printed


def edtf_date(text: str) -> str | None:
    """The date for machines, as `<time datetime>` wants it; None if the text is not understood."""
    found = parse_date(text)
    return None if found is None else found.edtf


def in_form_of(text: str, replaced: str) -> str:
    """The text as it takes the place of another: a date of the other form changes into the form that stood there.

    A text in that form already stays as typed, as does what is not understood. A year alone has no form.
    """
    new, old = text.strip(), replaced.strip()
    date_now, date_before = parse_date(new), parse_date(old)
    if date_now is None or date_before is None or date_before.month is None or bool(_edtf(new)) == bool(_edtf(old)):
        return text
    if date_now == date_before:
        return replaced
    return date_now.edtf if _edtf(old) else date_now.printed


def _edtf(text: str) -> StudyDate | None:
    match = _EDTF.fullmatch(text)
    return None if match is None else _real(match[1], match[2], match[3])


def _printed(text: str) -> StudyDate | None:
    match = _PRINTED.fullmatch(text)
    if match is None:
        return None
    month = _MONTH_NUMBERS.get(match[2].lower())
    return None if month is None else _real(match[1], str(month), match[3])


def _real(year: str, month: str | None, day: str | None) -> StudyDate | None:
    """The date if the calendar has it."""
    try:
        return StudyDate(int(year), None if month is None else int(month), None if day is None else int(day))
    except ValueError:
        return None


def _spelled(text: str) -> StudyDate | None:
    for spelling in _SPELLINGS:
        match = re.fullmatch(spelling, text)
        if match is not None:
            parts = match.groupdict()
            month = str(_MONTH_NUMBERS.get(parts["name"], 0)) if "name" in parts else parts.get("month")
            return _real(parts["year"], month, parts.get("day"))
    return None


def _of_two_numbers(text: str) -> StudyDate | AmbiguousDate | None:
    """Of "13/4/2018" the one day that it can be, of "1/4/2018" both."""
    match = re.fullmatch(_TWO_NUMBERS, text)
    if match is None:
        return None
    one, other, year = match[1], match[3], match["year"]
    day_first, month_first = _real(year, other, one), _real(year, one, other)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    return AmbiguousDate(day_first, month_first)


def _after_weekday(text: str) -> StudyDate | None:
    """Of "Sunday, 1 April 2018" the day; None where it was another day of the week."""
    match = re.fullmatch(_WEEKDAY, text)
    found = None if match is None else _spelled(match[2])
    if match is None or found is None or found.day is None:
        return None
    weekday = _WEEKDAYS[found.first_day.weekday()]
    return found if match[1] in (weekday, weekday[:3]) else None


def _year_in(text: str) -> StudyDate | None:
    """The first year that stands in a text."""
    match = re.search(r"(?<![0-9])[12][0-9]{3}(?![0-9])", text.translate(_WIDE_TO_PLAIN))
    return None if match is None else StudyDate(int(match[0]))
