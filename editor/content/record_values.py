"""Records as plain values, such as JSON holds: what leads from one record to another, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, Field, FieldValue, Record, with_values
from editor.content.site import Site
from editor.content.study import Study, StudyKey

Values = dict[str, Any]
"""What has changed: "fields" by name, "studies" as lists of all their fields by key, "order" as the studies' keys, None
where the page has no such list. What is left out is as before.
"""


def values_of_change(before: ConditionPage | Site, after: ConditionPage | Site) -> Values:
    """What leads from one record to another, which are of one kind."""
    changes: Values = {}
    fields = _fields_of(after)
    if changed := {one.name: one.of(after) for one in fields if one.of(after) != one.of(before)}:
        changes["fields"] = changed
    if not isinstance(before, ConditionPage) or not isinstance(after, ConditionPage):
        return changes
    if after.studies is before.studies:
        return changes
    known = {study.key: study for study in before.study_list}
    if studies := {one.key: _study_values(one) for one in after.study_list if known.get(one.key) != one}:
        changes["studies"] = studies
    if _order_of(after) != _order_of(before):
        changes["order"] = _order_of(after)
    return changes


def changed_record(before: ConditionPage | Site, changes: Values) -> ConditionPage | Site:
    """The record that the changes lead to; a field that this version of the program does not know is left out.

    Raises ValueError for what `values_of_change` does not make.
    """
    try:
        fields = changes.get("fields", {})
        if isinstance(before, Site):
            return _with_fields(before, SITE_FIELDS, fields)
        return replace(_with_fields(before, PAGE_FIELDS, fields), studies=_studies(before, changes))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("not the values of a record") from error


def _fields_of(record: ConditionPage | Site) -> Sequence[Field]:
    return PAGE_FIELDS if isinstance(record, ConditionPage) else SITE_FIELDS


def _study_values(study: Study) -> Mapping[str, FieldValue]:
    return {field.name: value for field in STUDY_FIELDS if (value := field.of(study)) is not None}


def _order_of(page: ConditionPage) -> list[StudyKey] | None:
    return None if page.studies is None else [study.key for study in page.studies]


def _studies(page: ConditionPage, changes: Values) -> tuple[Study, ...] | None:
    known = {study.key: study for study in page.study_list}
    for key, values in changes.get("studies", {}).items():
        known[key] = _with_fields(Study(key=key), STUDY_FIELDS, values)
    order = changes.get("order", _order_of(page))
    return None if order is None else tuple(known[key] for key in order)


def _with_fields(record: Record, fields: Sequence[Field], values: Mapping[str, Any]) -> Record:
    return with_values(record, [(field, _value(values[field.name], field)) for field in fields if field.name in values])


def _value(value: object, field: Field) -> FieldValue:
    if value is None:
        return None
    texts = tuple(value) if field.is_list and isinstance(value, list | tuple) else (value,)
    if all(isinstance(text, str) for text in texts):
        return texts if field.is_list else texts[0]
    raise TypeError(field.name)
