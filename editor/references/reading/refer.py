"""The refer format, as EndNote (.enw), Google Scholar and library catalogues write it: "%T A title"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from editor.references.reading.found import Findings, Found
from editor.references.reading.names import authors_of
from editor.references.reading.plain_texts import doi_in, full_pages, issn_in, plain, plain_title, pmid_in
from editor.references.reading.source_dates import finest, source_date
from editor.references.reading.tagged_lines import Record
from editor.references.reference import Reference

NAME = "EndNote"
BEGINS = re.compile(r"^%[0ATDEJ] \S", re.MULTILINE)

_LINE = re.compile(r"%([0-9A-Za-z@!*?\[=$^&+><()#~])(?: (.*))?\Z")


def read(text: str) -> Findings:
    """The references of refer text; each begins with its kind, or after a blank line."""
    lines = text.split("\n")
    for record in _records(lines):
        yield Found(_reference(record), record.line / len(lines))


def _records(lines: Iterable[str]) -> Iterator[Record]:
    record: Record | None = None
    is_after_blank = False
    for number, line in enumerate(lines, start=1):
        found = _LINE.match(line)
        if found is None:
            if line.strip() and record is not None:
                record.go_on(line)
            is_after_blank = not line.strip()
            continue
        tag = found[1]
        if record is not None and (tag == "0" or (is_after_blank and tag in "TA" and tag in record.tags)):
            yield record
            record = None
        record = record or Record(number)
        record.add(tag, found[2] or "")
        is_after_blank = False
    if record is not None:
        yield record


def _reference(record: Record) -> Reference:
    first = record.first
    return Reference(
        title=plain_title(first("T", "!")),
        authors=authors_of(record.all("A")),
        journal=plain(first("J", "B")),
        publisher=plain(first("I")),
        date=finest((source_date(first("D")), source_date(first("8")))),
        volume=plain(first("V")),
        issue=plain(first("N")),
        pages=full_pages(first("P")),
        doi=doi_in(first("R")) or doi_in(first("U")),
        pmid=pmid_in(*record.all("M", "U")),
        issn=issn_in(first("@")),
        abstract=plain(first("X")),
        url=plain(first("U")),
        kinds=tuple(filter(None, (plain(first("0")), plain(first("9"))))),
    )
