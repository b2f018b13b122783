"""What a text becomes when it is entered into a field: typed and left, pasted or filled in."""

from __future__ import annotations

from editor.content.dates import AmbiguousDate, in_form_of, parse_date, read_date, understood_date
from editor.content.fields import Field, Kind


def as_entered(field: Field, text: str, before: str) -> str:
    """The text as the record keeps it, in the place of what the field said before; what was not changed stays.

    A date takes the form that a file has it in: EDTF, or as printed where such a one stood there. What is not
    understood, and what can be two days, stays as it is, as do the texts of all other fields.
    """
    if field.kind is not Kind.DATE or text == before:
        return text
    found = understood_date(text)
    return text if found is None else in_form_of(found.edtf, before)


def only_respells(field: Field, before: str, now: str) -> bool:
    """Whether a date only took the form of a file, or of two days that it could be became one."""
    date, found = parse_date(now), read_date(before)
    if field.kind is not Kind.DATE or date is None or before == now:
        return False
    return date in ((found.day_first, found.month_first) if isinstance(found, AmbiguousDate) else (found,))
