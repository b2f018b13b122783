"""PubMed's own format (.nbib), which its website saves as "PubMed" and sends to citation programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from editor.references.reading.found import Findings, Found
from editor.references.reading.names import author_of
from editor.references.reading.plain_texts import doi_in, full_pages, issn_in, plain, plain_title
from editor.references.reading.pubmed_texts import notice_in, printed_journal
from editor.references.reading.source_dates import source_date
from editor.references.reading.tagged_lines import Record, belongs_to_none
from editor.references.reference import Author, NoticeKind, Reference

NAME = "PubMed"
BEGINS = re.compile(r"^[^\S\n]{0,3}PMID ?- ?[0-9]", re.MULTILINE)

_LINE = re.compile(r"\s{0,3}([A-Z]{2,4}) {0,2}- ?(.*)\Z")
_NOTICES = {
    "RIN": NoticeKind.RETRACTION,
    "ECI": NoticeKind.EXPRESSION_OF_CONCERN,
    "EIN": NoticeKind.CORRECTION,
    "CRI": NoticeKind.CORRECTION,
    "PRIN": NoticeKind.CORRECTION,
}
"""What is said of the paper itself; ROF, ECF, EFR, CRF and PROF stand on the notices."""
_DOI = re.compile(r"(\S+)\s*\[doi\]", re.IGNORECASE)


def read(text: str) -> Findings:
    """The references of PubMed's text; each begins with its number."""
    lines = text.split("\n")
    for record in _records(lines):
        share = record.line / len(lines)
        if record.tags[0] == "PMID":
            yield Found(_reference(record), share)
        else:
            yield Found(belongs_to_none(record), share)


def _records(lines: Iterable[str]) -> Iterator[Record]:
    record: Record | None = None
    for number, line in enumerate(lines, start=1):
        found = _LINE.match(line)
        if found is None:
            if record is not None and line.strip():
                record.go_on(line)
            continue
        if record is not None and found[1] == "PMID":
            yield record
            record = None
        record = record or Record(number)
        record.add(found[1], found[2])
    if record is not None:
        yield record


def _reference(record: Record) -> Reference:
    first, all_ = record.first, record.all
    notices = [notice_in(_NOTICES[tag], text) for tag, text in record.fields if tag in _NOTICES]
    return Reference(
        title=plain_title(first("TI", "BTI", "TT")),
        authors=tuple(_authors(record)),
        journal=printed_journal(first("JT", "TA", "CTI")),
        publisher=plain(first("PB")),
        date=source_date(first("DP")) or source_date(first("DEP")),
        volume=plain(first("VI")),
        issue=plain(first("IP")),
        pages=full_pages(first("PG").split(",")[0]),
        doi=next((doi_in(found[1]) for text in all_("LID", "AID") for found in _DOI.finditer(text)), ""),
        pmid=plain(first("PMID")),
        issn=issn_in(*all_("IS")),
        abstract=plain(first("AB")),
        kinds=tuple(map(plain, all_("PT"))),
        notices=tuple(dict.fromkeys(notices)),
    )


def _authors(record: Record) -> Iterator[Author]:
    """Each person's full name where there is one (FAU), with the short one after it (AU); and organisations (CN)."""
    before = ""
    for tag, text in record.fields:
        if tag == "FAU" or (tag == "AU" and before != "FAU"):
            author = author_of(text)
        elif tag == "CN" and text:
            author = Author(organisation=plain(text).rstrip("."))
        else:
            author = None
        if author is not None:
            yield author
        if tag in ("FAU", "AU", "CN"):
            before = tag
