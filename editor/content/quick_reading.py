"""From a file's bytes to a page: what `read_page` reads, in half its time, without what a save needs of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, STUDIES_KEY, STUDY_FIELDS, Field, FieldValue, with_values
from editor.content.study import Study
from editor.yaml_text import PAGE_LIMITS
from editor.yaml_text.plain_values import Value, plain_values


class _NotPlain(Exception):
    """A value has another shape than its field."""


def quick_page(data: bytes, slug: str) -> ConditionPage | None:
    """The very page that `read_page` reads, where that finds no problems and the file is laid out as most are.

    None for any other: then `read_page` says what is to be said.
    """
    root = plain_values(data, PAGE_LIMITS)
    if root is None:
        return None
    try:
        page = _page(root, ConditionPage(slug))
        return replace(page, studies=_studies(root[STUDIES_KEY])) if STUDIES_KEY in root else page
    except _NotPlain:
        return None


def _page(root: Mapping[str, Value], page: ConditionPage) -> ConditionPage:
    values = []
    groups = set()
    for field in PAGE_FIELDS:
        first = field.keys[0]
        if first not in root:
            continue
        found = root
        if len(field.keys) > 1:
            groups.add(first)
            found = _group(root[first])
        if field.keys[-1] in found:
            values.append((field, _value(found[field.keys[-1]], field)))
    return with_values(page, values, groups)


def _group(found: Value) -> Mapping[str, Value]:
    if found is None:
        return {}
    if isinstance(found, dict):
        return found
    raise _NotPlain


def _studies(found: Value) -> tuple[Study, ...]:
    if found is None:
        return ()
    if isinstance(found, list):
        return tuple(map(_study, found))
    raise _NotPlain


def _study(found: Value) -> Study:
    if not isinstance(found, dict):
        raise _NotPlain
    values: dict[str, Any] = {}
    for field in STUDY_FIELDS:
        key = field.keys[0]
        if key in found:
            values[field.attributes[0]] = _value(found[key], field)
    return Study(**values)


def _value(found: Value, field: Field) -> FieldValue:
    if field.is_list:
        if found is None:
            return ()
        if isinstance(found, list) and all(item is None or isinstance(item, str) for item in found):
            return tuple(item if isinstance(item, str) else "" for item in found)
    elif found is None:
        return ""
    elif isinstance(found, str):
        return found
    raise _NotPlain
