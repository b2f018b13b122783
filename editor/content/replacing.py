"""Finding words in the texts of a page or of the site, and putting others in their place.

Searched is what staff write. Left out are a page's addresses, its status, dates and the like, in which other words
would mean nothing. What leads somewhere, or is a number, is found as such, so that one can leave it alone: a study's
link, DOI and PubMed number, and within any text the address of a link, an e-mail address and the marks of HTML.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from editor.content.condition_page import ConditionPage
from editor.content.fields import (
    PAGE_FIELDS,
    SITE_FIELDS,
    STUDY_FIELDS,
    Field,
    FieldValue,
    Kind,
    Record,
    with_values,
)
from editor.content.literal_search import Finder, Replacement
from editor.content.placeholders import PLACEHOLDERS
from editor.content.search_text import Span
from editor.content.site import Site
from editor.content.study import StudyKey

_NO_TEXTS = frozenset(("old_slugs", "language", "page_address", "rule_packs", "updates_from"))
_NO_TEXT_KINDS = (Kind.DATE, Kind.STATUS, Kind.STUDY_TYPE)
_LINKS_AND_NUMBERS = frozenset(("url", "doi", "pmid", "references.window_years"))
_LINK = (
    r"\]\([^)\n]{0,2000}\)"  # behind the words of a link
    r"|<[A-Za-z/!][^<>\n]{0,2000}>"
    r"|(?:https?://|www\.)[^\s<>\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+"
    r"|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
    r"|&#?\w{1,32};"
)
"""Compiled when something is first replaced, as that takes a moment of which a start has none."""
_LINK_SIGNS = re.compile(r"\]\(|<[A-Za-z/!]|://|www\.|@|&", re.IGNORECASE)
_PLACEHOLDER = re.compile("|".join(map(re.escape, PLACEHOLDERS)))

Searched = ConditionPage | Site


class Occurrence(NamedTuple):
    """Words that were found: in which field, from where to where in its text.

    `study` is None for a text of the page's own; `item` counts from 0 in a list of texts; `is_link` tells whether
    they belong to what leads somewhere, or to a number.
    """

    study: StudyKey | None
    field: Field
    item: int
    text: str
    start: int
    end: int
    is_link: bool

    @property
    def words(self) -> str:
        """The words as they stand there."""
        return self.text[self.start : self.end]


class _Texts:
    """The fields of a kind of record that are searched, got at once."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._fields = [field for field in fields if field.name not in _NO_TEXTS and field.kind not in _NO_TEXT_KINDS]
        self._get = attrgetter(*(field.name for field in self._fields))

    def occurrences(self, finder: Finder, record: object, study: StudyKey | None = None) -> Iterator[Occurrence]:
        for field, value in zip(self._fields, self._get(record), strict=True):
            if not value:
                continue
            for item, text in enumerate((value,) if isinstance(value, str) else value):
                if spans := finder.spans(text):
                    yield from _in_text(study, field, item, text, spans)


_SITE, _PAGE, _STUDY = _Texts(SITE_FIELDS), _Texts(PAGE_FIELDS), _Texts(STUDY_FIELDS)


def occurrences(finder: Finder, record: Searched, *, only_studies: bool = False) -> Iterator[Occurrence]:
    """Where a page or the site has the words, in the order of its fields and then of its studies."""
    if isinstance(record, Site):
        yield from _SITE.occurrences(finder, record)
        return
    if not only_studies:
        yield from _PAGE.occurrences(finder, record)
    for study in record.study_list:
        yield from _STUDY.occurrences(finder, study, study.key)


def replaced(record: Searched, chosen: Iterable[Occurrence], replacement: Replacement) -> Searched:
    """The record with other words in the place of those chosen; each text that is not concerned stays the very same.

    A text that is another one by now than the one in which the words were found is left alone.
    """
    of_study: dict[StudyKey | None, list[Occurrence]] = {}
    for occurrence in chosen:
        of_study.setdefault(occurrence.study, []).append(occurrence)
    own = of_study.pop(None, [])
    if isinstance(record, Site):
        return _with_words(record, own, replacement)
    page = _with_words(record, own, replacement)
    studies = tuple(
        _with_words(study, of_study[study.key], replacement) if study.key in of_study else study
        for study in page.study_list
    )
    return page if studies == page.study_list else replace(page, studies=studies)


def _with_words(record: Record, chosen: Iterable[Occurrence], replacement: Replacement) -> Record:
    """A page without its studies, the site or a study, with other words in the place of those chosen."""
    ordered = sorted(chosen, key=attrgetter("field.name", "item", "start"))
    values = []
    for field, of_field in groupby(ordered, key=attrgetter("field")):
        before = field.of(record)
        after = _with_words_in(before, list(of_field), replacement)
        if after != before:
            values.append((field, after))
    return with_values(record, values) if values else record


def _with_words_in(value: FieldValue, chosen: list[Occurrence], replacement: Replacement) -> FieldValue:
    if value is None:
        return None
    texts = [value] if isinstance(value, str) else list(value)
    for item, of_text in groupby(chosen, key=attrgetter("item")):
        found = list(of_text)
        if item < len(texts) and texts[item] == found[0].text:
            texts[item] = text_with(found, replacement)
    return texts[0] if isinstance(value, str) else tuple(texts)


def leaves_nothing(found: Sequence[Occurrence], replacement: Replacement) -> bool:
    """Whether nothing would be left of a text that has to say something: a name, a title, or one text of a list.

    `found` are the places in this text whose words go.
    """
    if replacement.words.strip() or not found:
        return False
    field = found[0].field
    return (field.required or field.kind is Kind.TEXT_LIST) and not text_with(found, replacement).strip()


def text_with(found: Iterable[Occurrence], replacement: Replacement) -> str:
    """The text in which these words were found, from left to right, with others in their place."""
    text, pieces, end = "", [], 0
    for occurrence in found:
        text = occurrence.text
        pieces += [text[end : occurrence.start], replacement.of(occurrence.words)]
        end = occurrence.end
    return "".join(pieces) + text[end:]


def _in_text(study: StudyKey | None, field: Field, item: int, text: str, spans: Iterable[Span]) -> Iterator[Occurrence]:
    is_link = field.name in _LINKS_AND_NUMBERS
    links = [] if is_link or not _LINK_SIGNS.search(text) else [found.span() for found in _link().finditer(text)]
    placeholders = [found.span() for found in _PLACEHOLDER.finditer(text)] if "{" in text else []
    for start, end in spans:
        if not any(_takes_apart((start, end), placeholder) for placeholder in placeholders):
            in_link = is_link or any(start < last and first < end for first, last in links)
            yield Occurrence(study, field, item, text, start, end, in_link)


def _takes_apart(span: Span, placeholder: Span) -> bool:
    """Whether a piece of a text is a part of a placeholder, which would stand for nothing then."""
    (start, end), (first, last) = span, placeholder
    return start < last and first < end and not (start <= first and last <= end)


@functools.cache
def _link() -> re.Pattern[str]:
    return re.compile(_LINK, re.IGNORECASE)
