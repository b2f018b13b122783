"""Which format a text is in, told from what it says; its file's name does not matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from editor.references.reading import bibtex, endnote_xml, json_works, medline, pubmed_xml, ris
from editor.references.reading.found import Findings, UnsupportedFormat
from editor.words import tr


class Format(NamedTuple):
    """What staff may have heard a format called, and what reads it."""

    name: str
    read: Callable[[str], Findings]


_FORMATS = (ris, medline, pubmed_xml, endnote_xml, bibtex)


def format_of(text: str) -> Format:
    """The format of a text: of those whose sign it has, the one whose sign comes first. Raises UnsupportedFormat."""
    if json_works.BEGINS.match(text):
        return Format(json_works.NAME, json_works.read)
    found = [(begins.start(), form) for form in _FORMATS if (begins := form.BEGINS.search(text)) is not None]
    if found:
        form = min(found, key=lambda place: place[0])[1]
        return Format(form.NAME, form.read)
    if ris.MAY_BEGIN.search(text):
        return Format(ris.NAME, ris.read)
    raise UnsupportedFormat(tr("No study was found in this."))
