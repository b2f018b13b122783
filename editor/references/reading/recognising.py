"""Which format a text is in, told from what it says; its file's name does not matter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from editor.references.reading import (
    bibtex,
    endnote_xml,
    json_works,
    medline,
    pubmed_xml,
    refer,
    ris,
    table,
    web_of_science,
)
from editor.references.reading.declining import why_no_references
from editor.references.reading.found import Findings, UnsupportedFormat


class Format(NamedTuple):
    """What staff may have heard a format called, and what reads it."""

    name: str
    read: Callable[[str], Findings]


_FORMATS = (ris, medline, pubmed_xml, endnote_xml, bibtex, web_of_science, refer)


def format_of(text: str) -> Format:
    """The format of a text: of those whose sign it has, the one whose sign comes first. Raises UnsupportedFormat."""
    if json_works.BEGINS.match(text):
        return Format(json_works.NAME, json_works.read)
    first, place = None, len(text)
    for form in _FORMATS:
        if (begins := form.BEGINS.search(text, 0, place)) is not None:
            first, place = Format(form.NAME, form.read), begins.start()
    headed = table.table_of(text) if place else None
    if headed is not None:
        return Format(table.NAME, partial(table.read, table=headed))
    if first is not None:
        return first
    if ris.MAY_BEGIN.search(text):
        return Format(ris.NAME, ris.read)
    raise UnsupportedFormat(why_no_references(text))
