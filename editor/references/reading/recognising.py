"""Which format a text is in, told from what it says; its file's name does not matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from editor.references.reading import medline, ris
from editor.references.reading.found import Findings, UnsupportedFormat
from editor.words import tr


class Format(NamedTuple):
    """What staff may have heard a format called, and what reads it."""

    name: str
    read: Callable[[str], Findings]


_OF_LINES = (ris, medline)


def format_of(text: str) -> Format:
    """The format of a text. Raises UnsupportedFormat."""
    found = [(begins.start(), form) for form in _OF_LINES if (begins := form.BEGINS.search(text)) is not None]
    if found:
        form = min(found, key=lambda place: place[0])[1]
        return Format(form.NAME, form.read)
    if ris.MAY_BEGIN.search(text):
        return Format(ris.NAME, ris.read)
    raise UnsupportedFormat(tr("No study was found in this."))
