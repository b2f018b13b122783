"""EndNote's XML, which Bookends and others write too."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from editor.references.reading.found import Findings, Found, Unread
from editor.references.reading.names import authors_of
from editor.references.reading.plain_texts import doi_in, full_pages, issn_in, plain_title, pmid_in
from editor.references.reading.pubmed_texts import printed_journal
from editor.references.reading.source_dates import source_date
from editor.references.reading.xml_records import records, words, words_at
from editor.references.reference import Reference

NAME = "EndNote"
BEGINS = re.compile(r"<records\b[^<>]*>\s*<record\b|<record>\s*<(?:database|source-app|rec-number|ref-type)\b")

_NUMBER_OF_PUBMED = re.compile(r"[0-9]{5,8}")
_PUBMED = re.compile(r"pubmed|medline|\bnlm\b", re.IGNORECASE)


def read(text: str) -> Findings:
    """The references of EndNote's XML."""
    for record, share in records(text, "record"):
        yield Found(record if isinstance(record, Unread) else _reference(record), share)


def _reference(record: Element) -> Reference:
    kind = record.find("ref-type")
    kinds = ("" if kind is None else kind.get("name", ""), words_at(record, "work-type"))
    return Reference(
        title=plain_title(words_at(record, "titles/title")),
        authors=authors_of(map(words, record.iterfind("contributors/authors/author"))),
        journal=printed_journal(
            words_at(record, "periodical/full-title", "titles/secondary-title", "titles/alt-title", "periodical/abbr-1")
        ),
        publisher=words_at(record, "publisher"),
        date=_date(record),
        volume=words_at(record, "volume"),
        issue=words_at(record, "number", "issue"),
        pages=full_pages(words_at(record, "pages")),
        doi=doi_in(words_at(record, "electronic-resource-num")),
        pmid=_pmid(record),
        issn=issn_in(words_at(record, "isbn", "issn")),
        abstract=words_at(record, "abstract"),
        url=words_at(record, "urls/related-urls/url", "urls/web-urls/url", "urls//url"),
        kinds=tuple(filter(None, kinds)),
    )


def _date(record: Element) -> str:
    """The year, and the day where EndNote has it: "Mar 3" in a field of its own."""
    year = source_date(words_at(record, "dates/year"))
    day = words_at(record, "dates/pub-dates/date")
    for date in (source_date(day), source_date(f"{year[:4]} {day}")):
        if date and (not year or date.startswith(year)):
            return date
    return year


def _pmid(record: Element) -> str:
    """EndNote keeps it as the number of whatever database the record is from."""
    number = words_at(record, "accession-num")
    sources = (*map(words, record.iterfind("urls//url")), words_at(record, "remote-database-name"))
    if _NUMBER_OF_PUBMED.fullmatch(number) and any(map(_PUBMED.search, (*sources, words_at(record, "notes")))):
        return number
    return pmid_in(number, *sources)
