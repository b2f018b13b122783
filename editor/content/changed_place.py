"""Where a change is to be seen: in which field, or at which studies."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, Field, Record
from editor.content.site import Site
from editor.content.study import Study, StudyKey


@dataclass(frozen=True, slots=True)
class ChangedPlace:
    """A field of a page or of the site; where `studies` is not None, a field of that study.

    Without a field, studies came, went or moved, and `studies` are those to look at, empty where none is left; or
    texts of several have changed, in these `fields`.
    """

    field: Field | None
    studies: tuple[StudyKey, ...] | None = None
    fields: tuple[Field, ...] = ()


def changed_site(before: Site, after: Site) -> ChangedPlace | None:
    """The first field in which two versions of the site differ, None where there is none."""
    field = _first_field(before, after, SITE_FIELDS)
    return None if field is None else ChangedPlace(field)


def changed_page(before: ConditionPage, after: ConditionPage, chosen: Collection[StudyKey] = ()) -> ChangedPlace | None:
    """The first place where two versions of a page differ, None where there is none.

    Two neighbours that changed places may both have moved: the chosen ones are meant.
    """
    if before.study_list != after.study_list:
        return _changed_studies(before, after, chosen)
    field = _first_field(before, after, PAGE_FIELDS)
    return None if field is None else ChangedPlace(field)


def _changed_studies(before: ConditionPage, after: ConditionPage, chosen: Collection[StudyKey]) -> ChangedPlace:
    known = {study.key: study for study in before.study_list}
    new = [study for study in after.study_list if study != known.get(study.key)]
    if len(new) == 1 and new[0].key in known:
        fields = _fields_of(known, new)
        return ChangedPlace(fields[0], (new[0].key,), fields)
    if new:
        fields = _fields_of(known, new) if all(study.key in known for study in new) else ()
        return ChangedPlace(None, tuple(study.key for study in new), fields)
    old_order, order = ([study.key for study in page.study_list] for page in (before, after))
    others = [place for place, keys in enumerate(zip(old_order, order, strict=False)) if keys[0] != keys[1]]
    first = others[0] if others else len(order)
    if len(order) < len(old_order):
        return ChangedPlace(None, tuple(order[first : first + 1] or order[-1:]))
    moved = order[first : others[-1] + 1]
    return ChangedPlace(None, tuple(key for key in moved if key in chosen) or (moved[0],))


def _fields_of(known: Mapping[StudyKey, Study], studies: Sequence[Study]) -> tuple[Field, ...]:
    """The fields in which any of these studies is another than the known one."""
    return tuple(
        field for field in STUDY_FIELDS if any(field.of(known[study.key]) != field.of(study) for study in studies)
    )


def _first_field(before: Record, after: Record, fields: Sequence[Field]) -> Field | None:
    return next((field for field in fields if field.of(before) != field.of(after)), None)
