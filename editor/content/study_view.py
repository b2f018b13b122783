"""How the studies of a page are looked at: sorted, or only those with some words. The website's order stays as it is.

What is looked at is settled when somebody sorts or searches, and not at each letter typed: a study whose date is being
changed neither jumps away nor disappears.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from editor.content.dates import date_order, printed_date
from editor.content.fields import STUDY_FIELDS, Field, Kind, field_named
from editor.content.search_text import folded
from editor.content.study import Study, StudyKey
from editor.content.study_types import study_type_words
from editor.markup.plain_words import plain_words


@dataclass(frozen=True, slots=True)
class StudyView:
    """What is wanted: sorted by the field of this name, "" for the website's order, and only those with all words."""

    sort: str = ""
    descending: bool = False
    words: str = ""

    @property
    def is_sorted(self) -> bool:
        """Whether the order may be another than the website's."""
        return bool(self.sort)

    @property
    def is_filtered(self) -> bool:
        """Whether studies may be hidden."""
        return bool(self.words.strip())

    def sorted_next(self, field_name: str) -> StudyView:
        """What one more click on a column's heading asks for: upwards, downwards, then the website's order again."""
        if self.sort != field_name:
            return replace(self, sort=field_name, descending=False)
        if not self.descending:
            return replace(self, descending=True)
        return replace(self, sort="", descending=False)


AS_ON_WEBSITE = StudyView()


class StudySearch:
    """Finds studies by their words; what it has read of a study is kept for as long as that is the very same."""

    def __init__(self) -> None:
        self._read: dict[StudyKey, tuple[Study, str]] = {}

    def prepare(self, studies: Iterable[Study]) -> None:
        """Read these studies, so that the first letter typed is answered as quickly as the next ones."""
        self._read = {study.key: (study, self._text(study)) for study in studies}

    def without(self, words: str, studies: Iterable[Study]) -> Iterator[Study]:
        """Those of the studies that lack one of the words, in whichever of their texts."""
        wanted = folded(words).split()
        self.prepare(studies)
        for study, text in self._read.values():
            if not all(word in text for word in wanted):
                yield study

    def _text(self, study: Study) -> str:
        known = self._read.get(study.key)
        return known[1] if known is not None and known[0] is study else folded("\n".join(_texts(study)))


@dataclass(frozen=True, slots=True)
class SettledView:
    """A view as it was settled for a page: in which order its studies stood then, and which of them were hidden."""

    view: StudyView
    was: dict[StudyKey, Study]
    order: tuple[StudyKey, ...]
    hidden: frozenset[StudyKey]

    @classmethod
    def of(cls, view: StudyView, studies: Sequence[Study], search: StudySearch) -> SettledView:
        """Arrange the studies of a page anew."""
        order = tuple(study.key for study in sorted_studies(studies, view))
        lacking = search.without(view.words, studies) if view.is_filtered else ()
        return cls(view, {study.key: study for study in studies}, order, frozenset(study.key for study in lacking))

    def shown(self, studies: tuple[Study, ...]) -> tuple[Study, ...]:
        """These studies of the page as they are looked at; one that came since then is always seen.

        It stands below the study that it follows on the website, or at the top.
        """
        if self.view.is_sorted:
            studies = self._in_order(studies)
        return tuple(study for study in studies if study.key not in self.hidden) if self.hidden else studies

    def is_out_of_date(self, studies: tuple[Study, ...]) -> bool:
        """Whether sorting again would bring these studies of the page into another order."""
        if not self.view.is_sorted:
            return False
        field = _field(self.view.sort)
        if all(study.key in self.was and field.of(self.was[study.key]) == field.of(study) for study in studies):
            return False
        seen = [study for study in studies if study.key not in self.hidden]
        return any(
            one is not other for one, other in zip(sorted_studies(seen, self.view), self.shown(studies), strict=True)
        )

    def _in_order(self, studies: tuple[Study, ...]) -> tuple[Study, ...]:
        now = {study.key: study for study in studies}
        after: dict[StudyKey, list[Study]] = {}
        before = ""
        for study in studies:
            if study.key in self.was:
                before = study.key
            else:
                after.setdefault(before, []).append(study)
        found = after.get("", [])
        for key in self.order:
            if key in now:
                found.append(now[key])
            found += after.get(key, ())
        return tuple(found)


def sorted_studies(studies: Sequence[Study], view: StudyView) -> Sequence[Study]:
    """The studies sorted as the view wants it; equal ones stay as they stood, those without a value come last."""
    if not view.is_sorted:
        return studies
    field = _field(view.sort)
    if field.kind is Kind.DATE:
        dates = {study.key: date_order(field.text_of(study), newest_first=view.descending) for study in studies}
        return sorted(studies, key=lambda study: dates[study.key])
    keys = {study.key: _sort_key(field, study) for study in studies}
    with_value = [study for study in studies if keys[study.key]]
    without = [study for study in studies if not keys[study.key]]
    return [*sorted(with_value, key=lambda study: keys[study.key], reverse=view.descending), *without]


def _field(name: str) -> Field:
    return field_named(STUDY_FIELDS, name)


def _sort_key(field: Field, study: Study) -> str:
    """The text that a study is sorted by; "" where there is none."""
    text = field.text_of(study).strip()
    if field.name == "pmid":
        text = study.pmid_alone.zfill(_MOST_DIGITS) if study.pmid_alone else text
    elif field.kind is Kind.STUDY_TYPE:
        text = study_type_words(text) or text
    elif field.kind is Kind.MARKDOWN:
        text = _beginning(text[:_SORTED_LETTERS])
    return folded(text)


@functools.lru_cache(maxsize=16_384)  # at each letter typed into a page sorted by summaries, all are asked for
def _beginning(markdown: str) -> str:
    return plain_words(markdown)


_SORTED_LETTERS = 200
"""Of a text of several sentences."""
_MOST_DIGITS = 12
"""More than a number of PubMed's has; numbers with as many digits sort as texts do."""

_WITHOUT_MARKS = str.maketrans("", "", "*_\\")
"""Marks that may stand within a word."""

_values_of = attrgetter(*(field.name for field in STUDY_FIELDS))


def _texts(study: Study) -> Iterator[str]:
    """All texts of a study as somebody may remember them: also a date as it is printed, and Markdown without marks."""
    for field, value in zip(STUDY_FIELDS, _values_of(study), strict=True):
        if not value:
            continue
        yield value
        if field.kind is Kind.MARKDOWN:
            yield value.translate(_WITHOUT_MARKS)  # ten times as quick as to know its words exactly
        if field.kind is Kind.DATE:
            yield printed_date(value)
        elif field.kind is Kind.STUDY_TYPE:
            yield study_type_words(value)
