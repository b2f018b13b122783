"""Studies in BibTeX, for whoever writes with LaTeX, and for JabRef."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from editor.content.study import Study
from editor.references.reference import Author
from editor.references.writing.citation_keys import citation_keys
from editor.references.writing.written_study import WrittenStudy, written_study

_TYPES = {"article": "article", "report": "techreport", "other": "misc"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = {sign: f"\\{sign}" for sign in "{}$&#_%"} | {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_SPECIAL_SIGN = re.compile(f"[{re.escape(''.join(_SPECIAL))}]")
_DRAWN_TOGETHER = re.compile(r"([-`'])(?=\1)")
"""Two of these LaTeX would print as a dash or as a quotation mark."""
_NOT_IN_ADDRESSES = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_AND = re.compile(r"\b(and)\b", re.IGNORECASE)


def bibtex_of(studies: Iterable[Study]) -> bytes:
    """The studies as a BibTeX file in UTF-8. Titles keep their capitals; what means something to LaTeX is escaped."""
    written = [written_study(study) for study in studies]
    keys = citation_keys(written)
    return "\n".join(_entry(study, key) for study, key in zip(written, keys, strict=True)).encode()


def _entry(study: WrittenStudy, key: str) -> str:
    lines = "".join(f"  {name} = {value},\n" for name, value in _fields(study))
    return f"@{_TYPES[study.type_of]}{{{key},\n{lines}}}\n"


def _fields(study: WrittenStudy) -> Iterator[tuple[str, str]]:
    """The fields with their values as they are written, those left out that would say nothing."""
    day = study.day
    texts = (
        ("title", f"{{{_escaped(study.title)}}}" if study.title else ""),
        ("author", _authors(study)),
        ("journal", _escaped(study.journal)),
        ("publisher", _escaped(study.publisher)),
        ("year", study.year if day is not None or not study.date_text else _escaped(study.date_text)),
    )
    yield from ((name, f"{{{text}}}") for name, text in texts if text)
    if day is not None and day.month is not None:
        yield "month", _MONTHS[day.month - 1]
        if day.day is not None:
            yield "day", f"{{{day.day}}}"
    others = (
        ("doi", _address(study.doi)),
        ("pmid", study.pmid),
        ("url", _address(study.url)),
        ("type", _escaped(study.kind)),
        ("keywords", _escaped(study.kind)),
        ("annote", _escaped(study.summary)),
    )
    yield from ((name, f"{{{text}}}") for name, text in others if text)


def _authors(study: WrittenStudy) -> str:
    names = [_name(author) for author in study.authors.authors]
    return " and ".join([*names, "others"] if names and study.authors.and_others else names)


def _name(author: Author) -> str:
    """An organisation in braces, as nothing in it is to be taken apart; a suffix between the two names."""
    if author.organisation:
        return f"{{{_escaped(author.organisation)}}}"
    names = (_AND.sub(r"{\1}", _escaped(name)) for name in (author.family, author.suffix, author.given) if name)
    return ", ".join(names)


def _escaped(text: str) -> str:
    return _DRAWN_TOGETHER.sub(r"\1{}", _SPECIAL_SIGN.sub(lambda sign: _SPECIAL[sign[0]], text))


def _address(text: str) -> str:
    """An address or a DOI, which LaTeX takes as it is; but braces would end it."""
    return "".join(_NOT_IN_ADDRESSES.get(sign, sign) for sign in text)
