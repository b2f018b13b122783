"""BibTeX and BibLaTeX."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bibtexparser.model import Block, Entry, ParsingFailedBlock, String
from bibtexparser.splitter import Splitter

from editor.references.reading.bibtex_values import apart, authors_of, joined
from editor.references.reading.found import Findings, Found, Unread, words_of
from editor.references.reading.latex import plain_address, plain_of_latex
from editor.references.reading.plain_texts import doi_alone, doi_in, full_pages, issn_in, plain_title, pmid_in
from editor.references.reading.source_dates import edtf, shared_date, source_date
from editor.references.reference import Reference
from editor.words import tr

NAME = "BibTeX"
BEGINS = re.compile(r"^[^\S\n]*@\w+[ \t]*[{(]", re.MULTILINE)

_AT_ONCE = 50
"""Entries. One that another begins in is damaged, so that no entry reaches beyond its stretch."""

_LONGEST = 50_000
"""Characters of a damaged entry that are looked at."""
_INHERITS = re.compile(r"\b(?:crossref|xref)\s*=", re.IGNORECASE)
_NO_ENTRY = re.compile(r"@(?:comment|preamble|string)\b", re.IGNORECASE)
_NEXT = re.compile(r"\s*@\w*[ \t]*\Z")
"""Where the next entry begins, which is taken for the end of a damaged one."""
_WHOLE_FIELD = re.compile(r"\b(\w+)\s*=\s*(\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\"[^\"]*\"|\w+)\s*(?=[,\n}]|\Z)")
_WITHIN = frozenset(("inbook", "incollection", "inproceedings", "conference", "suppbook", "suppcollection"))
"""What is a part of something else, whose title it calls `booktitle`."""


@dataclass(frozen=True, slots=True)
class _Fields:
    """The fields of an entry by their names in small letters, as the file has them."""

    kind: str
    texts: Mapping[str, str]

    def raw(self, *names: str) -> str:
        return next((text for text in map(self.texts.get, names) if text), "")

    def plain(self, *names: str) -> str:
        return plain_of_latex(self.raw(*names))


class _Part(NamedTuple):
    """An entry, or the text of one that is damaged; and where it stands."""

    entry: Entry | None
    raw: str
    line: int
    share: float
    lacks_end: bool


def read(text: str) -> Findings:
    """The references of BibTeX text; what cannot be told apart is told with its line."""
    names: dict[str, str] = {}
    parts: Iterable[_Part] = _parts(text, names)
    above: dict[str, _Fields] = {}
    if _INHERITS.search(text):
        parts = list(parts)
        above = {part.entry.key.lower(): _fields(part.entry, names) for part in parts if part.entry is not None}
    for part in parts:
        if part.entry is not None:
            fields = _fields(part.entry, names)
            whole = above.get(fields.raw("crossref", "xref").lower())
            yield Found(_reference(fields if whole is None else _with_inherited(fields, whole)), part.share)
            if part.lacks_end:
                words = tr("The study from line {line} has no end; something of it may be missing.", line=part.line)
                yield Found(Unread(words), part.share)
        elif not _NO_ENTRY.match(part.raw):
            yield from _damaged(part, names)


def _parts(text: str, names: dict[str, str]) -> Iterator[_Part]:
    """The entries, a stretch of the text at a time; `names` learns what `@string` says."""
    begins = [found.start() for found in BEGINS.finditer(text)][::_AT_ONCE]
    line = text.count("\n", 0, begins[0])
    for start, end in zip(begins, [*begins[1:], len(text)], strict=True):
        stretch, place = text[start:end], 0
        for block in _blocks(stretch):
            raw = block.raw or ""
            if isinstance(block, ParsingFailedBlock):
                place = max(place, stretch.find(raw, place))
                raw = _damaged_entry(stretch, raw, place)
            if isinstance(block, String):
                names.setdefault(block.key.lower(), joined(block.value, names))
            elif isinstance(block, Entry | ParsingFailedBlock):
                yield _Part(
                    _entry(block, raw), raw, line + (block.start_line or 0) + 1, end / len(text), _lacks_end(block, raw)
                )
        line += stretch.count("\n")


def _blocks(text: str) -> list[Block]:
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it cannot read is told to the user
    return Splitter(text).split().blocks


def _damaged_entry(text: str, raw: str, place: int) -> str:
    """The text of an entry from its place to where the next begins; `raw` may end where the damage is."""
    if (cut := _NEXT.search(raw)) is not None:
        return raw[: cut.start()]
    following = BEGINS.search(text, place + len(raw), place + _LONGEST)
    return text[place : place + _LONGEST if following is None else following.start()].rstrip()


def _lacks_end(block: Block, raw: str) -> bool:
    return isinstance(block, ParsingFailedBlock) and block.ignore_error_block is None and not raw.endswith(")")


def _entry(block: Block, raw: str) -> Entry | None:
    """The entry of a block, also of one with a field or a key that is there twice, or whose end is damaged."""
    if isinstance(block, ParsingFailedBlock):
        if block.ignore_error_block is not None:
            return _entry(block.ignore_error_block, raw)
        for mended in (f"{raw[:-1]}}}" if raw.endswith(")") else "", f"{raw}}}", f"{raw}}}}}", f'{raw}"}}'):
            entries = [block for block in _blocks(mended) if isinstance(block, Entry)]
            if len(entries) == 1 and entries[0].fields:
                return entries[0]
    return block if isinstance(block, Entry) else None


def _fields(entry: Entry, names: Mapping[str, str]) -> _Fields:
    texts: dict[str, str] = {}
    for field in entry.fields:
        for name, value in apart(field.key, str(field.value)):
            text = joined(value, names)
            if text.strip():
                texts.setdefault(name.lower(), text)
    return _Fields(entry.entry_type.lower(), texts)


def _with_inherited(fields: _Fields, above: _Fields) -> _Fields:
    """What an entry leaves to the book, the proceedings or the issue that it is part of."""
    texts: dict[str, str] = dict(above.texts)
    title = texts.pop("title", "")
    if title and fields.kind in _WITHIN:
        texts.setdefault("booktitle", title)
    elif title and above.kind == "periodical":
        texts.setdefault("journal", title)
    elif title:
        texts["title"] = title
    return _Fields(fields.kind, {**texts, **fields.texts})


def _damaged(part: _Part, names: Mapping[str, str]) -> Iterator[Found]:
    """The fields of a damaged entry that stand whole on a line of their own; and that there may have been more."""
    raw, line = part.raw, part.line
    texts = {name.lower(): joined(value, names) for name, value in reversed(_WHOLE_FIELD.findall(raw))}
    if texts.get("title"):
        kind = raw[1:].partition("{")[0].strip().lower()
        yield Found(_reference(_Fields(kind, texts)), part.share)
        words = tr("The study from line {line} is damaged; some of its fields may be missing.", line=line)
    else:
        words = tr("Line {line} begins a study that cannot be read: “{words}”", line=line, words=words_of(raw))
    yield Found(Unread(words), part.share)


def _reference(fields: _Fields) -> Reference:
    plain, raw = fields.plain, fields.raw
    url = plain_address(raw("url")) or plain_address(raw("howpublished"))
    note = plain_address(raw("note"))
    is_of_pubmed = raw("eprinttype", "archiveprefix").lower() in ("pubmed", "medline")
    return Reference(
        title=_title(fields),
        authors=tuple(authors_of(raw("author"))),
        journal=plain("journal", "journaltitle", "booktitle", "journalsubtitle", "shortjournal"),
        publisher=plain("publisher", "institution", "school", "organization"),
        date=_date(fields),
        volume=plain("volume"),
        issue=plain("number", "issue"),
        pages=full_pages(plain("pages", "eid")),
        doi=doi_in(plain_address(raw("doi"))) or doi_alone(url) or doi_alone(note),
        pmid=plain("pmid") or (plain("eprint") if is_of_pubmed else "") or pmid_in(url, note),
        issn=issn_in(plain("issn")),
        abstract=plain("abstract"),
        url=url if "://" in url else "",
        kinds=tuple(filter(None, (fields.kind, plain("type"), plain("entrysubtype")))),
    )


def _title(fields: _Fields) -> str:
    title, subtitle = plain_title(fields.plain("title")), plain_title(fields.plain("subtitle"))
    if not title:
        return plain_title(fields.plain("booktitle", "maintitle"))
    return f"{title}: {subtitle}" if subtitle else title


def _date(fields: _Fields) -> str:
    """BibLaTeX's date, where it is one, else year and month, in which a day may stand ("2~feb")."""
    start, is_range, end = fields.plain("date").partition("/")
    stated = source_date(start)
    if stated:
        return shared_date(stated, source_date(end)) if is_range and source_date(end) else stated
    year = source_date(fields.plain("year"))
    if len(year) > len("2018"):
        return year
    parts = re.findall(r"[A-Za-z]+|[0-9]+", fields.plain("month"))
    month = next((part for part in parts if part.isalpha()), parts[0] if parts else "")
    day = next((part for part in parts if part != month), fields.plain("day"))
    return edtf(year, month, day)
