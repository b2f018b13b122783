"""Studies in RIS, which Zotero, EndNote, Mendeley and most others read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.content.study import Study
from editor.references.reference import Author
from editor.references.writing.written_study import WrittenStudy, written_study

_TYPES = {"article": "JOUR", "report": "RPRT", "other": "GEN"}


def ris_of(studies: Iterable[Study]) -> bytes:
    """The studies as a RIS file in UTF-8, with the mark at its beginning by which Windows programs know that."""
    records = ("".join(f"{tag}  - {text}\r\n" for tag, text in _lines(written_study(study))) for study in studies)
    return "\r\n".join(records).encode("utf-8-sig")


def _lines(study: WrittenStudy) -> Iterator[tuple[str, str]]:
    """The lines of a record, those left out that would say nothing."""
    yield "TY", _TYPES[study.type_of]
    texts = [
        ("TI", study.title),
        *(("AU", _author(author)) for author in study.authors.each),
        ("T2", study.journal),
        ("PB", study.publisher),
        ("PY", study.year),
        ("DA", _date(study)),
        ("DO", study.doi),
        ("AN", study.pmid),
        ("DB", "PubMed" if study.pmid else ""),
        ("UR", study.url),
        ("M3", study.kind),
        ("N1", study.summary),
    ]
    yield from ((tag, text) for tag, text in texts if text)
    yield "ER", ""


def _author(author: Author) -> str:
    if author.organisation:
        return author.organisation
    return ", ".join(filter(None, (author.family, author.given, author.suffix)))


def _date(study: WrittenStudy) -> str:
    """As RIS has dates: year/month/day/other words; "" where the year says it all."""
    day = study.day
    if day is None:
        words = study.date_text.replace(study.year, "").strip(" ,/") if study.year else study.date_text
        return f"{study.year}///{words}" if words else ""
    if day.month is None:
        return ""
    return f"{day.year:04}/{day.month:02}/{'' if day.day is None else f'{day.day:02}'}/"
