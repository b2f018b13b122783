"""Which field each column of pasted rows is: by what its heading says, and by what its cells look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from editor.content.cell_block import CellBlock
from editor.content.cell_changes import entered
from editor.content.dates import read_date
from editor.content.fields import STUDY_FIELDS, Field, field_named, with_values
from editor.content.search_text import folded, words_of
from editor.content.study import Study, bare_doi, bare_pmid
from editor.content.study_types import STUDY_TYPES

Matching = tuple[Field | None, ...]
"""For each column its field; None for one that is left out."""

_SYNONYMS = {
    "journal": "journal title, journal name, publication, publication title, periodical, source, source title,"
    " published in, 期刊, 刊名, 期刊名称, 来源",
    "publisher": "published by, publisher line, society, association, 出版社, 出版者",
    "date": "year, date published, publication date, publication year, published, published on, pub date,"
    " date of publication, year of publication, when, 日期, 年份, 年, 出版日期, 发表时间",
    "title": "article title, title of article, title of paper, title of study, study title, paper title, paper,"
    " article, study, 标题, 题名, 篇名",
    "summary": "abstract, findings, key findings, results, conclusion, conclusions, what it found,"
    " what the study found, description, 摘要, 概要",
    "authors": "author, author names, author full names, by, written by, who, 作者",
    "url": "url, web address, web page, hyperlink, full article, full text, link to article, article link, 链接, 网址",
    "doi": "doi link, digital object identifier, article number",
    "pmid": "pmid, pubmed, pubmed id, pubmed link",
    "study_type": "study type, type of study, type, design, study design, publication type, article type,"
    " document type, 类型, 研究类型",
    "note": "notes, comment, comments, remark, remarks, internal note, staff note, 备注",
}

_LOOKED_AT = 100
"""Rows."""
_MOSTLY = 0.6
_LONG = 200
"""Characters of what is rather a summary than a title."""
_SHORT = 60
"""Characters of what is rather a journal's name than a title."""

_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PMID = re.compile(r"[0-9]{5,8}")
_NAME, _SURNAME = r"[^\W\d_][\w'.\u2019-]*", r"[^\W\d_a-z][\w'\u2019-]+"
_FULL_NAME = rf"{_SURNAME}(?: [^\W\d_a-z][\w'.\u2019-]*){{1,3}}"
_NAMES = re.compile(
    rf"(?:{_NAME},? )+(?:[A-Z]\.?[- ]?){{1,4}}(?:$|[,;&]| and )"  # Tang S, Mo Z; Tang, S.; Mo, Z.
    r"|.*\bet al\b|[^;]+;[^;]+"  # Shujie Tang; Zhuomao Mo
    rf"|{_FULL_NAME}(?:, {_FULL_NAME})+$"  # Shujie Tang, Zhuomao Mo
    r"|[\u4e00-\u9fff]{2,4}(?:[,\uff0c;\uff1b\u3001 ]+[\u4e00-\u9fff]{2,4})+$"
)
_TYPE_OF_WORDS = {folded(words): key for key, words in STUDY_TYPES} | {key: key for key, _ in STUDY_TYPES}


def has_headings(block: CellBlock) -> bool:
    """Whether the first row names fields, most of its words at least."""
    words = [text for text in block.rows[0] if text.strip()]
    return block.height > 1 and bool(words) and 2 * sum(_named(text) is not None for text in words) > len(words)


def guessed(block: CellBlock, *, headings: bool) -> Matching:
    """The field that each column seems to be, none twice; `headings` tells whether the first row has them."""
    columns = [_sample(block, place, headings=headings) for place in range(block.width)]
    names = block.rows[0] if headings else ("",) * block.width
    found: list[Field | None] = [None] * block.width
    for place, name in enumerate(names):
        field = _named(name)
        if field is not None and field not in found:
            found[place] = field
    for field_name, looks in _LOOKS:
        field = field_named(STUDY_FIELDS, field_name)
        places = [
            place
            for place, cells in enumerate(columns)
            if found[place] is None and cells and (not names[place].strip() or field_name in _TELLING)
        ]
        best = max(places, key=lambda place: looks(columns[place]), default=None)
        if field not in found and best is not None and looks(columns[best]) >= _MOSTLY:
            found[best] = field
    return tuple(found)


def lands_elsewhere(block: CellBlock, onto: Sequence[Field]) -> bool:
    """Whether a block has headings, more columns than the place has onto which it would be pasted, or other ones.

    `onto` are the fields of that place from the first column on.
    """
    if block.width == 1 and block.height == 1:
        return False
    if has_headings(block) or block.width > len(onto):
        return True
    looks = dict(_LOOKS)
    columns = [_sample(block, place, headings=False) for place in range(block.width)]
    return block.width > 1 and any(
        cells and field.name not in (name, "url", "note") and looks[name](cells) >= _MOSTLY
        for cells, field in zip(columns, onto, strict=False)
        for name in ("doi", "pmid", "url", "date")
    )


def studies_of(block: CellBlock, matching: Matching, *, headings: bool, most: int | None = None) -> tuple[Study, ...]:
    """A new study of each row that says anything in the columns that are not left out, or of the first `most`."""
    studies = (_study(row, matching) for row in (block.rows[1:] if headings else block.rows))
    return tuple(islice((study for study in studies if study is not None), most))


def count_of_studies(block: CellBlock, matching: Matching, *, headings: bool) -> int:
    """How many studies `studies_of` makes."""
    places = [place for place, field in enumerate(matching) if field is not None]
    rows = block.rows[1:] if headings else block.rows
    return sum(any(row[place].strip() for place in places) for row in rows)


def _study(row: Sequence[str], matching: Matching) -> Study | None:
    texts = [
        (field, entered(field, text.strip(), "", ours=False))
        for field, text in zip(matching, row, strict=True)
        if field is not None and text.strip()
    ]
    return with_values(Study(title=""), texts) if texts else None


# What headings say


def _plain(heading: str) -> str:
    """The heading's words: "Author(s):" says the same as "authors"."""
    return words_of(folded(heading).replace("(s)", "s"))


_FIELD_OF_HEADING = {
    _plain(name): field
    for field in STUDY_FIELDS
    for name in (field.name, field.label, *_SYNONYMS[field.name].split(","))
}


def _named(heading: str) -> Field | None:
    return _FIELD_OF_HEADING.get(_plain(heading))


# What cells look like


def _sample(block: CellBlock, place: int, *, headings: bool) -> list[str]:
    cells = (row[place].strip() for row in block.rows[1 if headings else 0 :])
    return list(islice(filter(None, cells), _LOOKED_AT))


def _share(holds: Callable[[str], object], cells: Iterable[str]) -> float:
    answers = [bool(holds(cell)) for cell in cells]
    return sum(answers) / len(answers)


def _dois(cells: Sequence[str]) -> float:
    return _share(lambda cell: _DOI.fullmatch(bare_doi(cell)), cells)


def _pmids(cells: Sequence[str]) -> float:
    return _share(lambda cell: _PMID.fullmatch(bare_pmid(cell)), cells)


def _addresses(cells: Sequence[str]) -> float:
    return _share(_ADDRESS.fullmatch, cells)


def _dates(cells: Sequence[str]) -> float:
    return _share(read_date, cells)


def _types(cells: Sequence[str]) -> float:
    return _share(lambda cell: folded(cell) in _TYPE_OF_WORDS, cells)


def _names(cells: Sequence[str]) -> float:
    return _share(lambda cell: len(cell) < 2 * _LONG and _NAMES.match(cell), cells)


def _summaries(cells: Sequence[str]) -> float:
    return _share(lambda cell: len(cell) >= _LONG or "\n" in cell, cells)


def _titles(cells: Sequence[str]) -> float:
    """Of several columns of words, the longest are the titles."""
    length = sum(map(len, cells)) / len(cells)
    return _MOSTLY + length if any(map(str.isalpha, "".join(cells))) else 0


def _journals(cells: Sequence[str]) -> float:
    return _share(lambda cell: len(cell) <= _SHORT and any(map(str.isalpha, cell)), cells)


_LOOKS: tuple[tuple[str, Callable[[Sequence[str]], float]], ...] = (
    ("doi", _dois),
    ("pmid", _pmids),
    ("url", _addresses),
    ("date", _dates),
    ("study_type", _types),
    ("summary", _summaries),
    ("authors", _names),
    ("title", _titles),
    ("journal", _journals),
)
"""From what is told apart best to what is left."""
_TELLING = frozenset({"doi", "url"})
"""What nothing else looks like, whatever stands above it."""
