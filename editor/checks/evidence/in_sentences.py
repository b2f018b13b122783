"""A study's title and date as they stand within a sentence."""

from __future__ import annotations

from editor.content.dates import understood_date
from editor.words import tr

_SHORT = 60
"""Characters of a title."""


def short(title: str | None) -> str:
    """As much of a title as a sentence about it can hold."""
    words = " ".join((title or "").split()) or tr("a study without a title")
    if len(words) <= _SHORT:
        return words
    return f"{words[:_SHORT].rsplit(' ', 1)[0].rstrip(' ,;:.-')}…"


def date_in_words(date: str) -> str:
    """A study's date as one writes it, or as it stands where it is not understood."""
    found = understood_date(date)
    return found.in_words if found else date.strip()
