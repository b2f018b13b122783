"""RIS, the format that most journals' websites, Zotero, EndNote and Mendeley write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from editor.references.reading.found import Findings, Found, Unread
from editor.references.reading.names import authors_of
from editor.references.reading.plain_texts import (
    doi_alone,
    doi_in,
    full_pages,
    issn_in,
    plain,
    plain_title,
    pmid_in,
)
from editor.references.reading.pubmed_texts import printed_journal
from editor.references.reading.source_dates import finest, source_date
from editor.references.reading.tagged_lines import Record, belongs_to_none
from editor.references.reference import Reference
from editor.words import tr

NAME = "RIS"
BEGINS = re.compile(r"^[^\S\n]{0,3}TY(?:  |[ \t]{0,2}\t[ \t]{0,2}| )-", re.MULTILINE)
MAY_BEGIN = re.compile(r"^(?:T1|TI|AU|A1)  -", re.MULTILINE)
"""Where the first line is lost, or was not copied."""

_LINE = re.compile(r"\s{0,3}([A-Z][A-Z0-9])(?:  |[ \t]{0,2}\t[ \t]{0,2})-[ \t]?(.*)\Z")
_NARROW = re.compile(r"^TY -", re.MULTILINE)
_NARROW_LINE = re.compile(
    r"(A[BDNU1-4]|BT|C[AY1-8]|D[AO]|E[DPRT]|I[DS]|J[AFO12]|KW|L[AK1-4]|M[123]|N[12]|P[BY]|S[NPT]|T[IY123]|U[R1-5]|V[LO]|Y[12])"
    r" {1,2}-(?:[ \t](.*))?\Z"
)
"""Of a file with one blank for two, where words of a text look like a tag more easily."""
_TELLING = frozenset(("TI", "T1", "BT", "DO", "AU", "A1"))
"""Of these one at least makes a reference of lines that lack the first one, TY."""
_SEASON = re.compile(r"spring|summer|autumn|fall|winter", re.IGNORECASE)
_DATE = re.compile(r"([0-9]{4})?/([^/]*)(?:/([^/]*)(?:/(.*))?)?")
_NUMBER_OF_PUBMED = re.compile(r"(?:pmid:?\s*)?([1-9][0-9]{0,7})", re.IGNORECASE)
_OVID = re.compile(r"//ovidsp\.ovid\.com/.*[?&]D=(?:med|pmnm|prem)\w*&.*\bAN=([0-9]{5,8})\b", re.IGNORECASE)
"""Ovid gives the number in PubMed as that of its own record in the MEDLINE database."""
_PUBMED = re.compile(r"pubmed|medline|\bnlm\b", re.IGNORECASE)


def read(text: str) -> Findings:
    """The references of RIS text; a record without its end or its beginning is read as far as it goes."""
    lines = text.split("\n")
    pattern = _NARROW_LINE if _NARROW.search(text) else _LINE
    for record in _records(lines, pattern):
        share = record.line / len(lines)
        if _is_telling(record) or record.tags[0] == "TY":
            yield Found(_reference(record), share)
        else:
            yield Found(belongs_to_none(record), share)
        if not record.has_end:
            words = tr("The last study, from line {line}, has no end; the file may be cut off there.", line=record.line)
            yield Found(Unread(words), 1)


def _records(lines: Iterable[str], pattern: re.Pattern[str]) -> Iterator[Record]:
    """The records; where one lacks its end, the next begins with its own first line and says something of its own."""
    before: Record | None = None
    for record in _stretches(lines, pattern):
        if before is None:
            before = record
        elif _is_telling(record) and set(before.tags) != {"TY"}:
            before.has_end = True
            yield before
            before = record
        else:
            before.take_in(record)
        if before.has_end:
            yield before
            before = None
    if before is not None:
        yield before


def _stretches(lines: Iterable[str], pattern: re.Pattern[str]) -> Iterator[Record]:
    """From each first or end line to the next, without what some databases write between two records."""
    record: Record | None = None
    for number, line in enumerate(lines, start=1):
        found = pattern.match(line)
        if found is None:
            if record is not None and line.strip():
                record.go_on(line)
            continue
        tag, value = found[1], found[2] or ""
        if tag in ("TY", "ER") and record is not None:
            record.has_end = tag == "ER"
            yield record
            record = None
        if tag != "ER":
            record = record or Record(number)
            record.add(tag, value)
    if record is not None:
        yield record


def _is_telling(record: Record) -> bool:
    return not _TELLING.isdisjoint(record.tags)


def _reference(record: Record) -> Reference:
    first = record.first
    return Reference(
        title=plain_title(first("TI", "T1", "CT", "BT", "ST", "TT")),
        authors=authors_of(record.all("AU", "A1")),
        journal=printed_journal(first("JF")) or plain(first("T2", "JO", "JA", "J2", "J1")),
        publisher=plain(first("PB")),
        date=_date(record),
        volume=plain(first("VL", "VO")),
        issue=plain(first("IS", "CP")),
        pages=_pages(record),
        doi=_doi(record),
        pmid=_pmid(record),
        issn=issn_in(*record.all("SN")),
        abstract=plain(first("AB", "N2")),
        url=_address(record),
        kinds=tuple(dict.fromkeys(plain(kind) for kind in record.all("TY", "M3") if not doi_in(kind))),
    )


def _date(record: Record) -> str:
    """The day of publication; DA, which may be another one's, only makes a year finer. Better its year than none."""
    texts = record.all("PY", "Y1")
    published = finest(map(_date_of, texts))
    if len(published) > len("2018"):
        return published
    return finest([published, *map(_date_of, record.all("DA")), *(source_date(text)[:4] for text in texts)])


def _date_of(text: str) -> str:
    """Of "2016/12//" the month, of "2012///Jan" too; none of a date that says what else happened then."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return source_date(text)
    year, month, day, words = (part or "" for part in found.groups())
    if not words.strip() or month.strip():
        is_another = words.strip().isalpha() and not source_date(f"{year} {words}")[4:] and not _SEASON.search(words)
        return "" if is_another else source_date("/".join(filter(None, (year, month.strip(), day.strip()))))
    return source_date(f"{year} {words}")


def _pages(record: Record) -> str:
    start, end = record.first("SP"), record.first("EP")
    if not end or end == start or "-" in start:
        return full_pages(start or end or record.first("C7"))
    return full_pages(f"{start}-{end}" if start else end)


def _doi(record: Record) -> str:
    """Other fields hold DOIs of other papers too, so there it must stand alone."""
    return doi_in(*record.all("DO")) or next(filter(None, map(doi_alone, record.all("M3", "L3", "UR", "N1"))), "")


def _pmid(record: Record) -> str:
    if _PUBMED.search(" ".join(record.all("DB", "DP"))):
        found = _NUMBER_OF_PUBMED.fullmatch(record.first("AN"))
        if found is not None:
            return found[1]
    if (found := _OVID.search(record.first("L2"))) is not None:
        return found[1]
    return pmid_in(*record.all("AN", "U1", "C2", "UR", "N1", "M1"))


def _address(record: Record) -> str:
    addresses = record.first("UR", "LK") or ("" if record.first("DO") else record.first("L2"))
    return plain(addresses).split(";")[0].split()[0] if addresses.strip("; ") else ""
