"""What is said of a date: how it shows on the page, and where it is not understood."""

from __future__ import annotations

from editor.content.dates import AmbiguousDate, printed_date, read_date
from editor.content.fields import Field
from editor.words import tr

_STAFF_ONLY = ("review_due",)
_LONGEST = 40
"""Characters that are cited."""


def echo(field: Field, text: str) -> str:
    """What the page shows for a date, or what a date for staff alone is understood as; "" for an empty text."""
    if not text.strip():
        return ""
    words = tr("Understood as {date}") if field.name in _STAFF_ONLY else tr("On the page: {date}")
    return words.replace("{date}", _cited(printed_date(text)))


def doubt(field: Field, text: str) -> str:
    """What is to be said of a text that is not understood as one date; "" where there is nothing to say."""
    found = read_date(text)
    if isinstance(found, AmbiguousDate):
        return tr("{text} can be two days. Which one?").replace("{text}", _cited(text))
    if found is not None or not text.strip():
        return ""
    if field.name in _STAFF_ONLY:
        words = tr("Not understood as a date: it is kept as typed, “{text}”.")
    else:
        words = tr("Not understood as a date: the page shows it as typed, “{text}”.")
    return words.replace("{text}", _cited(text))


def _cited(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
