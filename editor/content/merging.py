"""Merging two people's changes, by record and by field; undo after somebody else's change is the same.

What only one side changed is taken. Where both changed the same thing differently, the answer names the conflict. A
delete never beats an edit: an edited study stays although the other side deleted it, a written text stays although the
other side emptied it, and both are named as conflicts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from editor.content.condition_page import ConditionPage
from editor.content.dates import parse_date
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, Field, FieldValue, Kind, Record
from editor.content.site import Site
from editor.content.study import Study, StudyKey

R = TypeVar("R")
Values = Mapping[str, FieldValue]
"""A record as values by field name; a name that is missing is the same as one with None."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that both sides changed, each in its own way.

    `field` is the name of a field of the study, or of the page or site where `study` is None. Without a field it is
    the whole study (the values are the study, None where it was deleted) or, without a study too, the order of the
    studies (the values are their keys).
    """

    study: StudyKey | None
    field: str | None
    base: object
    mine: object
    theirs: object


@dataclass(frozen=True)
class Merged(Generic[R]):
    """What became of a merge. Where there is a conflict, `record` holds mine, unless that would undo an edit."""

    record: R
    conflicts: tuple[Conflict, ...] = ()


def merge_pages(base: ConditionPage, mine: ConditionPage, theirs: ConditionPage) -> Merged[ConditionPage]:
    """The page with the changes that lead from `base` to `mine` and those that lead to `theirs`."""
    page = _merge_records(PAGE_FIELDS, None, base, mine, theirs)
    if mine.studies is theirs.studies:
        return page
    studies = merge_keyed(_by_key(base), _by_key(mine), _by_key(theirs), _merge_studies)
    merged: tuple[Study, ...] | None = tuple(studies.record.values())
    if not merged and None in (mine.studies, theirs.studies):
        merged = None
    return Merged(replace(page.record, studies=merged), page.conflicts + studies.conflicts)


def merge_sites(base: Site, mine: Site, theirs: Site) -> Merged[Site]:
    """The site with the changes that lead from `base` to `mine` and those that lead to `theirs`."""
    return _merge_records(SITE_FIELDS, None, base, mine, theirs)


def merge_values(
    study: StudyKey | None, base: Values | None, mine: Values, theirs: Values
) -> Merged[dict[str, FieldValue]]:
    """The fields of one record merged; `base` is None for a record that both sides added."""
    base = base or {}
    merged: dict[str, FieldValue] = {}
    conflicts = []
    for name in dict.fromkeys((*mine, *theirs)):
        before, ours, other = base.get(name), mine.get(name), theirs.get(name)
        value, clash = _merge_value(before, ours, other)
        if value is not None:
            merged[name] = value
        if clash:
            conflicts.append(Conflict(study, name, before, ours, other))
    return Merged(merged, tuple(conflicts))


def merge_keyed(
    base: Mapping[StudyKey, R],
    mine: Mapping[StudyKey, R],
    theirs: Mapping[StudyKey, R],
    merge_one: Callable[[StudyKey, R | None, R, R], Merged[R]],
) -> Merged[dict[StudyKey, R]]:
    """Records in order, told apart by key; `merge_one` merges a record that both sides have and changed."""
    kept: dict[StudyKey, R] = {}
    conflicts: list[Conflict] = []
    for key in dict.fromkeys((*mine, *theirs)):
        before, ours, other = base.get(key), mine.get(key), theirs.get(key)
        if ours is not None and other is not None:
            one = _merge_changed(key, before, ours, other, merge_one)
            kept[key] = one.record
            conflicts += one.conflicts
            continue
        record = other if ours is None else ours
        if record is None or record == before:
            continue  # one side deleted what the other left alone
        kept[key] = record
        if before is not None:
            conflicts.append(Conflict(key, None, before, ours, other))
    order, clash = _merge_order(list(base), list(mine), list(theirs), kept)
    if clash:
        conflicts.append(Conflict(None, None, tuple(base), tuple(mine), tuple(theirs)))
    return Merged({key: kept[key] for key in order}, tuple(conflicts))


def _merge_changed(
    key: StudyKey,
    base: R | None,
    mine: R,
    theirs: R,
    merge_both: Callable[[StudyKey, R | None, R, R], Merged[R]],
) -> Merged[R]:
    if mine is theirs or theirs == base:
        return Merged(mine)
    return Merged(theirs) if mine == base else merge_both(key, base, mine, theirs)


def _by_key(page: ConditionPage) -> dict[StudyKey, Study]:
    return {study.key: study for study in page.study_list}


def _merge_studies(key: StudyKey, base: Study | None, mine: Study, theirs: Study) -> Merged[Study]:
    return _merge_records(STUDY_FIELDS, key, base or Study(key=key), mine, theirs)


def _merge_records(
    fields: Sequence[Field], study: StudyKey | None, base: Record, mine: Record, theirs: Record
) -> Merged[Record]:
    def values(record: Record) -> Values:
        return {field.name: _as_stated(field.of(theirs), field, field.of(record)) for field in fields}

    merged = merge_values(study, values(base), values(mine), values(theirs))
    record = mine
    for field in fields:
        value = merged.record.get(field.name)
        if value != field.of(mine):
            record = field.set(record, value)
    return Merged(record, merged.conflicts)


def _as_stated(theirs: FieldValue, field: Field, value: FieldValue) -> FieldValue:
    """The value, or theirs where both are the same date: a save may have put it in the file's form."""
    if field.kind is not Kind.DATE or not isinstance(theirs, str) or not isinstance(value, str):
        return value
    date = parse_date(value)
    return theirs if date is not None and date == parse_date(theirs) else value


def _merge_value(base: FieldValue, mine: FieldValue, theirs: FieldValue) -> tuple[FieldValue, bool]:
    """The merged value, and whether the two clash."""
    if theirs in (base, mine):
        return mine, False
    if mine == base:
        return theirs, False
    if not mine or not theirs:  # one emptied it: what is written stays, and clashes unless there was nothing before
        return mine or theirs or mine, bool(base) and bool(mine or theirs)
    if isinstance(base, tuple) and isinstance(mine, tuple) and isinstance(theirs, tuple):
        both = _merge_items(base, mine, theirs)
        if both is not None:
            return both, False
    return mine, True


def _merge_items(base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...] | None:
    """Both sides' list where each only added texts or only took some out; None where a text was replaced or moved."""
    for items in (base, mine, theirs):
        if len(set(items)) < len(items):
            return None
    for items in (mine, theirs):
        kept = [item for item in items if item in base]
        if kept != [item for item in base if item in items] or (len(kept) < len(base) and len(kept) < len(items)):
            return None
    wanted = {item for item in (*mine, *theirs) if item not in base or (item in mine and item in theirs)}
    order, _ = _merge_order(base, mine, theirs, wanted)
    return tuple(order)


def _merge_order(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], kept: Mapping[str, object] | set[str]
) -> tuple[list[str], bool]:
    """The kept keys in order, as the side has it that moved something, and whether the two sides' orders clash."""
    common = set(base).intersection(mine, theirs)
    before, ours, others = ([key for key in keys if key in common] for keys in (base, mine, theirs))
    clash = before not in (ours, others) and ours != others
    leading, other = (theirs, mine) if ours == before else (mine, theirs)
    return joined_order(leading, other, kept), clash


def joined_order(leading: Sequence[str], other: Sequence[str], kept: Mapping[str, object] | set[str]) -> list[str]:
    """The kept keys in the order of `leading`; what only `other` has comes after its neighbour there."""
    led = set(leading)
    followers: dict[str | None, list[str]] = {}
    neighbour = None
    for key in other:
        if key not in kept:
            continue
        if key in led:
            neighbour = key
        else:
            followers.setdefault(neighbour, []).append(key)
    order = list(followers.get(None, ()))
    for key in leading:
        if key in kept:
            order += (key, *followers.get(key, ()))
    return order
