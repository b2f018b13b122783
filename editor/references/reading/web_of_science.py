"""The plain text of Web of Science."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from editor.references.reading.found import Findings, Found, Unread
from editor.references.reading.names import authors_of
from editor.references.reading.plain_texts import doi_in, full_pages, issn_in, plain, plain_title
from editor.references.reading.source_dates import finest, source_date
from editor.references.reading.tagged_lines import Record
from editor.references.reference import Reference
from editor.words import tr

NAME = "Web of Science"
BEGINS = re.compile(r"^(?:FN (?:ISI|Clarivate|Thomson)|PT [A-Z]$)", re.MULTILINE)

_LINE = re.compile(r"([A-Z][A-Z0-9])(?: (.*))?\Z")
_SEVERAL = frozenset(("AU", "AF", "BA"))
"""Fields of which each line is one."""
_NOT_OF_RECORDS = frozenset(("FN", "VR", "EF"))
_PUBMED = re.compile(r"MEDLINE:([0-9]{1,8})")


def read(text: str) -> Findings:
    """The references of Web of Science's text; each begins with PT and ends with ER."""
    lines = text.split("\n")
    for record in _records(lines):
        yield Found(_reference(record), record.line / len(lines))
        if not record.has_end:
            words = tr("The study from line {line} has no end; the file may be cut off there.", line=record.line)
            yield Found(Unread(words), record.line / len(lines))


def _records(lines: Iterable[str]) -> Iterator[Record]:
    record: Record | None = None
    for number, line in enumerate(lines, start=1):
        found = _LINE.match(line)
        tag = "" if found is None else found[1]
        if tag in ("PT", "ER") and record is not None:
            record.has_end = tag == "ER"
            yield record
            record = None
        if found is None:
            _go_on(record, line)
        elif tag == "PT" or (record is not None and tag not in _NOT_OF_RECORDS):
            record = record or Record(number)
            record.add(tag, found[2] or "")
    if record is not None:
        yield record


def _go_on(record: Record | None, line: str) -> None:
    if record is None or not line.strip():
        return
    tag = record.last_tag
    if tag in _SEVERAL:
        record.add(tag, line)
    else:
        record.go_on(line)


def _reference(record: Record) -> Reference:
    first = record.first
    found = _PUBMED.search(first("UT"))
    start, end = first("BP"), first("EP")
    year, day = source_date(first("PY")), first("PD")
    return Reference(
        title=plain_title(first("TI")),
        authors=authors_of(record.all("AF") or record.all("AU", "BA")),
        journal=plain(first("SO", "JI")),
        publisher=plain(first("PU")),
        date=finest((year, *(source_date(f"{year} {day}") for _ in range(bool(day))))),
        volume=plain(first("VL")),
        issue=plain(first("IS")),
        pages=full_pages(f"{start}-{end}" if start and end else first("PS", "BP", "AR")),
        doi=doi_in(first("DI")),
        pmid=plain(first("PM")) or ("" if found is None else found[1]),
        issn=issn_in(first("SN"), first("EI")),
        abstract=plain(first("AB")),
        kinds=tuple(filter(None, (plain(first("DT")),))),
    )
