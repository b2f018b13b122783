"""A text of a page or of the site, with its place."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS
from editor.content.site import Site
from editor.content.study import Study, StudyKey

PROSE = frozenset(
    {"description", "intro", "insights", "research.heading", "research.lead", "research.call_to_action"}
    | {"research.disclaimers", "references.heading", "references.lead", "summary"}
)
"""The fields of texts that the clinic writes. Titles of papers, journals and quotations are others' words."""
_SCOPES = {
    "prose": PROSE,
    "own": PROSE - {"summary"} | {"name", "name_in_text", "title", "heading", "title_template", "heading_template"},
    "research": frozenset(name for name in PROSE if name.startswith("research.")),
    "references": frozenset(name for name in PROSE if name.startswith("references.")),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """One text as written; `field`, `study` and `item` as in Spot."""

    field: str
    text: str
    study: StudyKey | None = None
    item: int | None = None


def fields_in(scope: Sequence[str]) -> frozenset[str]:
    """The fields that a rule's scope names: fields themselves, "prose", "research", "references", or "own" for all in
    which the clinic speaks for itself.
    """
    return frozenset(field for name in scope for field in _SCOPES.get(name, (name,)))


@functools.cache
def known_fields() -> frozenset[str]:
    """All that a rule's scope may name."""
    return frozenset(_SCOPES).union(field.name for field in (*SITE_FIELDS, *PAGE_FIELDS, *STUDY_FIELDS))


def passages_of_page(page: ConditionPage) -> Iterator[Passage]:
    """All texts of the page's own file, the studies' in the order of the page."""
    yield from passages_of(page)
    for study in page.study_list:
        yield from passages_of(study)


def passages_of(record: Site | ConditionPage | Study) -> Iterator[Passage]:
    """All texts of one record, but for those of a page's studies."""
    study = record.key if isinstance(record, Study) else None
    for name, value_of in _VALUES[type(record)]:
        value = value_of(record)
        if isinstance(value, tuple):
            yield from (Passage(name, text, study, item) for item, text in enumerate(value))
        elif value:
            yield Passage(name, value, study)


_VALUES = {
    record: tuple((field.name, attrgetter(field.name)) for field in fields)
    for record, fields in ((Site, SITE_FIELDS), (ConditionPage, PAGE_FIELDS), (Study, STUDY_FIELDS))
}
