"""JSON: CSL, as Zotero and doi.org give it, and the answers of Crossref, whose works are much the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from editor.references.reading.found import Findings, Found, Unread, UnsupportedFormat
from editor.references.reading.names import author_of, person
from editor.references.reading.plain_texts import doi_in, full_pages, issn_in, plain, plain_title, pmid_in
from editor.references.reading.source_dates import edtf, shared_date, source_date
from editor.references.reference import Author, Notice, NoticeKind, Reference
from editor.words import tr

NAME = "JSON"
BEGINS = re.compile(r"\A\s*[\[{]\s*[\"{\[\]}]")

_TELLING = ("title", "DOI", "author", "container-title", "issued")
"""What makes an object a reference."""
_NOTICES = {
    "retraction": NoticeKind.RETRACTION,
    "withdrawal": NoticeKind.RETRACTION,
    "removal": NoticeKind.RETRACTION,
    "expression of concern": NoticeKind.EXPRESSION_OF_CONCERN,
    "correction": NoticeKind.CORRECTION,
    "corrigendum": NoticeKind.CORRECTION,
    "erratum": NoticeKind.CORRECTION,
    "addendum": NoticeKind.CORRECTION,
    "clarification": NoticeKind.CORRECTION,
    "partial retraction": NoticeKind.CORRECTION,
}

_HEADING_OF_ABSTRACT = re.compile(r"<jats:title>\s*(?:abstract|summary)\s*</jats:title>", re.IGNORECASE)
_LIST = re.compile(r"\"items\"\s*:\s*\[|\[")
_BETWEEN = re.compile(r"[\s,]*")
_MOST_ATTEMPTS = 200
"""To go on after a damaged work: each may read all that is left."""

Work = Mapping[str, Any]


def read(text: str) -> Findings:
    """The references of JSON text; of a damaged list, the works that are whole. Raises UnsupportedFormat."""
    try:
        works = _works(json.loads(text))
    except (ValueError, RecursionError):
        yield from _of_damaged(text)
        return
    for number, work in enumerate(works, start=1):
        if _is_telling(work):
            yield Found(reference_of(work), number / len(works))
        else:
            yield Found(Unread(tr("Entry {number} of this file is no study.", number=number)), number / len(works))


def reference_of(work: Work) -> Reference:
    """The reference of one work, of Crossref or in CSL."""
    return Reference(
        title=_title(work),
        authors=tuple(_authors(work.get("author"))),
        journal=_text(work.get("container-title")),
        publisher=_text(work.get("publisher")),
        date=_date(work.get("published-print")) or _date(work.get("issued")) or _date(work.get("published")),
        volume=_text(work.get("volume")),
        issue=_text(work.get("issue")),
        pages=full_pages(_text(work.get("page")) or _text(work.get("article-number"))),
        doi=doi_in(_text(work.get("DOI"))),
        pmid=_text(work.get("PMID")) or pmid_in(_text(work.get("note"))),
        issn=issn_in(*_texts(work.get("ISSN"))),
        abstract=_text(_HEADING_OF_ABSTRACT.sub(" ", str(work.get("abstract") or ""))),
        url=_text(work.get("URL")),
        kinds=tuple(dict.fromkeys(filter(None, (_text(work.get(key)) for key in ("type", "subtype", "genre"))))),
        notices=tuple(dict.fromkeys(_notices(work))),
    )


def _works(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        for inner in (value, value.get("message")):
            if isinstance(inner, dict) and isinstance(inner.get("items"), list):
                works: list[Any] = inner["items"]
                return works
            if _is_telling(inner):
                return [inner]
    raise UnsupportedFormat(tr("There is no study in this file; it holds other data of a program."))


def _of_damaged(text: str) -> Findings:
    """The works of a list that is not whole, each read by itself; what lies between two of them is told once."""
    decoder, begin = json.JSONDecoder(), _LIST.search(text)
    place, damaged_from, attempts = begin.end() if begin else 0, -1, 0
    found_any = is_told = False
    while (place := text.find("{", place)) >= 0 and attempts < _MOST_ATTEMPTS:
        try:
            work, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            work, end = None, place + 1
            attempts += 1
        if _is_telling(work) and work.get("title"):  # what is damaged may cite papers, which have no titles there
            if damaged_from >= 0:
                yield Found(_damaged(text, damaged_from), end / len(text))
                is_told = True
            yield Found(reference_of(work), end / len(text))
            found_any, damaged_from = True, -1
        elif damaged_from < 0:
            damaged_from = place
        place = last = end
    if not found_any:
        raise UnsupportedFormat(tr("This file is damaged: no study in it can be read."))
    if damaged_from >= 0 or not is_told:
        yield Found(_damaged(text, damaged_from if damaged_from >= 0 else last), 1)


def _damaged(text: str, place: int) -> Unread:
    line = text.count("\n", 0, place) + 1
    return Unread(tr("What stands from line {line} is damaged or cut off, and was not read.", line=line))


def _is_telling(value: object) -> bool:
    return isinstance(value, dict) and any(value.get(key) for key in _TELLING)


def _title(work: Work) -> str:
    title = plain_title(_text(work.get("title")) or _text(work.get("original-title")))
    subtitle = plain_title(_text(work.get("subtitle")))
    if not subtitle or subtitle.casefold() in title.casefold():
        return title
    return f"{title}{'' if title.endswith(('?', '!', ':')) else ':'} {subtitle}"


def _authors(value: object) -> Iterator[Author]:
    for author in value if isinstance(value, list) else ():
        found = author_of(author) if isinstance(author, str) else _author(author) if isinstance(author, dict) else None
        if found is not None:
            yield found


def _author(author: Work) -> Author | None:
    together = _text(author.get("literal")) or _text(author.get("name"))
    if together:
        return Author(organisation=together)
    particles = (_text(author.get(key)) for key in ("dropping-particle", "non-dropping-particle"))
    family = " ".join(filter(None, (*particles, _text(author.get("family")))))
    return person(family, _text(author.get("given")), _text(author.get("suffix")))


def _date(value: object) -> str:
    """A day, a month or a year; of a range what its two ends share."""
    if not isinstance(value, dict):
        return source_date(_text(value))
    parts = value.get("date-parts")
    dates = [_of_parts(part) for part in parts if isinstance(part, list)] if isinstance(parts, list) else []
    if not dates or not dates[0]:
        return source_date(_text(value.get("raw")) or _text(value.get("literal")))
    return shared_date(dates[0], dates[-1])


def _of_parts(parts: list[Any]) -> str:
    return edtf(*(_text(part) for part in parts[:3])) if parts else ""


def _notices(work: Work) -> Iterator[Notice]:
    updates = work.get("updated-by")
    for update in updates if isinstance(updates, list) else ():
        if isinstance(update, dict):
            kind = _NOTICES.get(re.sub("[_-]", " ", _text(update.get("type"))).lower())
            if kind is not None:
                yield Notice(kind, _date(update.get("updated")), doi_in(_text(update.get("DOI"))))


def _texts(value: object) -> list[str]:
    """The texts of a value that may be one, a number, or a list of them."""
    if isinstance(value, list):
        return [text for item in value if not isinstance(item, list) for text in _texts(item)]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return []
    return [plain(str(value))]


def _text(value: object) -> str:
    return next(filter(None, _texts(value)), "")
