"""Dates of studies and reviews: whole days, months or years, in the two forms a content file may use.

EDTF ("2018-04-01", "2017-12", "2016") is how the file states a date; "2018, Apr 1", "2017, Dec", "2016" is how the
website prints it. Both are understood, anything else is left as it was typed: a date is never guessed.
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

_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PRINTED = re.compile(r"([0-9]{4}),\s*([A-Za-z]+)\.?(?:\s+([0-9]{1,2}))?")


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


@functools.lru_cache(maxsize=4096)  # studies share dates, and each is asked for several times
def parse_date(text: str) -> StudyDate | None:
    """The date that a text states in either form, or None: what is not understood is not a date."""
    return _edtf(text.strip()) or _printed(text.strip())


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
