"""Dates as files state them, in EDTF and never finer: "2016/12//" is "2016-12", "2018 Jan-Feb" is "2018"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from editor.content.dates import StudyDate, understood_date

_NUMBERS = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?![0-9])")
_EIGHT_DIGITS = re.compile(r"([12][0-9]{3})([01][0-9])([0-3][0-9])")
_YEAR = re.compile(r"(?<![0-9])(1[4-9][0-9]{2}|20[0-9]{2}|21[0-9]{2})(?![0-9])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(
    r"([0-9]{4})[\s,/]+([a-z]{3,9})\.?(?:[\s,/]+([0-9]{1,2}))?(?:\s*-\s*([a-z0-9].*))?", re.IGNORECASE
)


def source_date(text: str) -> str:
    """The day, month or year that the text states, of a range what its ends share; "" if no year is there."""
    text = " ".join(text.split()).strip(" .,/-")
    if (found := _NUMBERS.match(text)) is not None:
        return edtf(found[1], found[2], found[3] or "")
    if (found := _EIGHT_DIGITS.fullmatch(text)) is not None:
        return edtf(*found.groups())
    if (found := _YEAR_FIRST.fullmatch(text)) is not None and month_number(found[2]):
        until = found[4]
        if until is None:
            return edtf(found[1], found[2], found[3] or "")
        return edtf(found[1], found[2] if until.isdigit() and found[3] else "")
    if (known := understood_date(text)) is not None:
        return known.edtf
    year = _YEAR.search(text)
    return "" if year is None else year[1]


def edtf(year: str, month: str = "", day: str = "") -> str:
    """The date of its parts, the month as a number or a name; parts that no calendar has are left out."""
    if not re.fullmatch(r"[0-9]{4}", year) or year == "0000":
        return ""
    number = month_number(month)
    if not number:
        return year
    if day.isdecimal() and len(day) <= 2 and int(day):
        try:
            return StudyDate(int(year), number, int(day)).edtf
        except ValueError:
            pass
    return StudyDate(int(year), number).edtf


def month_number(text: str) -> int:
    """The number of a month that is given as number or name; 0 for anything else."""
    text = text.strip(" .").lower()
    if text.isdecimal():
        return int(text) if len(text) <= 2 and 1 <= int(text) <= 12 else 0
    return _MONTHS.index(text[:3]) + 1 if text[:3] in _MONTHS and text.isalpha() else 0


def finest(dates: Iterable[str]) -> str:
    """Of several statements of one date the finest of the first one's year."""
    stated = [date for date in dates if date]
    return max((date for date in stated if date[:4] == stated[0][:4]), key=len, default="")


def shared_date(start: str, end: str) -> str:
    """Of a range the day, month or year in which all of it lies; of one that lies in no year, the year it begins in."""
    parts = []
    for one, other in zip(start.split("-"), end.split("-"), strict=False):
        if one != other:
            break
        parts.append(one)
    return "-".join(parts) or start[:4]
