"""Tables with a row of headings, as CSV or with tabs: of PubMed, Scopus, Zotero, Covidence, or somebody's own."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from editor.content.cell_block import CellBlock
from editor.content.column_matching import guessed
from editor.references.authors import AuthorList, authors_in
from editor.references.reading.found import Findings, Found, Unread, words_of
from editor.references.reading.plain_texts import doi_in, full_pages, issn_in, plain, plain_title, pmid_in
from editor.references.reading.source_dates import finest, source_date
from editor.references.reading.table_rows import rows_of
from editor.references.reference import Reference
from editor.words import tr

NAME = "CSV"

_ALSO = {
    "authors": "first authors, author full names, authors full names, author s, book authors",
    "journal": "journal book, container title, full journal title, source title, publication name",
    "abstract": "abstract note, summary, abstract text",
    "date": "pubyear, py, date of publication, cover date",
    "title": "primary title, document title, title of the article",
    "volume": "vol, volume number",
    "issue": "number, issue number, no, num",
    "pages": "page, pagination, page numbers, page range, article number, art no",
    "first page": "start page, page start, beginning page, startpage",
    "last page": "end page, page end, ending page, endpage",
    "issn": "issn isbn, print issn, eissn",
    "kind": "item type, type of reference, reference type, publication type, document type, type",
}
"""Headings beside those of pasted rows, and what only a reference has."""
_OF_STUDIES = {"summary": "abstract", "study_type": "kind", "note": ""}
"""What is called otherwise in a reference; notes it has none."""
_TELLING = frozenset(("title", "doi", "pmid"))
_NO_LETTERS = re.compile(r"[\W_]+")
_LONGEST_HEADING = 60
_LOOKED_AT = 20_000
"""Characters, in which the headings stand."""
_MOST_NAMED = 8
"""Columns."""
_LIST_OF_PYTHON = re.compile(r"\[\s*(['\"]).*\1\s*\]", re.DOTALL)


class Table(NamedTuple):
    """What separates the cells of a text, what each column holds, by its place, and the headings of the others."""

    separator: str
    columns: Mapping[int, str]
    left_out: Mapping[int, str]


def table_of(text: str) -> Table | None:
    """How a text is a table of references; None where it has no headings that say so."""
    tables = [table for separator in "\t;," if (table := _table(text, separator)) is not None]
    return max(tables, key=lambda table: len(table.columns), default=None)


def read(text: str, table: Table) -> Findings:
    """A reference of each row below the headings that says anything; columns that none is made of are told."""
    lines = text.count("\n") + 1
    left_out: set[str] = set()
    was_heading = False
    for row in rows_of(text, table.separator):
        share = row.end / lines
        if row.cells is None:
            yield Found(Unread(row.why_unread), share)
        elif was_heading:
            yield Found(_reference(row.cells, table.columns), share)
            left_out.update(
                name for place, name in table.left_out.items() if "".join(row.cells[place : place + 1]).strip()
            )
        was_heading = True
    if left_out:
        names = [name for name in table.left_out.values() if name in left_out]
        shown = ", ".join(names[:_MOST_NAMED]) + ("…" if len(names) > _MOST_NAMED else "")
        yield Found(Unread(tr("Columns that a study has no place for were left out: {names}", names=shown)), 1)


def _table(text: str, separator: str) -> Table | None:
    reader = csv.reader(_lines(text[:_LOOKED_AT]), delimiter=separator)
    try:
        rows = (row for row in reader if any(map(str.strip, row)))
        headings, first = next(rows, []), next(rows, None)
    except csv.Error:
        return None
    if first is None or len(headings) < 2 or max(map(len, headings)) > _LONGEST_HEADING:
        return None
    columns: dict[int, str] = {}
    for place, heading in enumerate(headings):
        name = _meaning(heading)
        if name and (name == "date" or name not in columns.values()):
            columns[place] = name
    if not _TELLING & set(columns.values()):
        return None
    left_out = {place: words_of(name) for place, name in enumerate(headings) if place not in columns and name.strip()}
    return Table(separator, columns, left_out)


def _lines(text: str) -> Iterator[str]:
    return (f"{line}\n" for line in text.split("\n"))


def _meaning(heading: str) -> str:
    """The field that a heading names; "" for one that names none."""
    known = _NAMED.get(_words(heading), "")
    if known:
        return known
    (field,) = guessed(CellBlock(((heading,),)), headings=True)
    return "" if field is None else _OF_STUDIES.get(field.name, field.name)


def _words(heading: str) -> str:
    return _NO_LETTERS.sub(" ", heading.lower()).strip()


_NAMED = {words.strip(): name for name, also in _ALSO.items() for words in (name, *also.split(","))}


def _reference(row: Sequence[str], columns: Mapping[int, str]) -> Reference:
    cells: dict[str, list[str]] = {}
    for place, name in columns.items():
        if place < len(row) and row[place].strip():
            cells.setdefault(name, []).append(row[place])
    said = {name: texts[0] for name, texts in cells.items()}
    first, last = said.get("first page", ""), said.get("last page", "")
    authors = _authors(said.get("authors", ""))
    return Reference(
        title=plain_title(said.get("title", "")),
        authors=authors.authors,
        journal=plain(said.get("journal", "")),
        publisher=plain(said.get("publisher", "")),
        date=finest(map(source_date, cells.get("date", ()))),
        volume=plain(said.get("volume", "")),
        issue=plain(said.get("issue", "")),
        pages=full_pages(f"{first}-{last}" if first and last else said.get("pages", first)),
        doi=doi_in(said.get("doi", "")),
        pmid=_pmid(said.get("pmid", "")),
        issn=issn_in(said.get("issn", "")),
        abstract=plain(said.get("abstract", "")),
        url=plain(said.get("url", "")),
        kinds=(plain(said["kind"]),) if "kind" in said else (),
        and_others=authors.and_others,
    )


def _pmid(text: str) -> str:
    return plain(text) if text.strip().isdecimal() else pmid_in(text)


def _authors(text: str) -> AuthorList:
    """The authors of a cell; some programs write them as a list of their own: "['Tang, S.', 'Mo, Z.']"."""
    if _LIST_OF_PYTHON.fullmatch(text.strip()):
        text = re.sub(r"['\"]\s*,\s*['\"]", "; ", text.strip()[1:-1]).strip(" '\"")
    return authors_in(plain(text))
