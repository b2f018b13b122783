"""What is left of one's own work beside a file that somebody may have changed since: difference by difference."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, Field, FieldValue, Record, field_named
from editor.content.merging import Conflict, joined_order, merge_pages, merge_sites
from editor.content.site import Site
from editor.content.study import Study, StudyKey

Page = ConditionPage | Site
Clashes = AbstractSet[tuple[StudyKey | None, str | None]]
"""Where both sides have changed the same: by study and field, as a `Difference` has them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that would be otherwise with one's own work: `mine` then, `theirs` as the file has it.

    `field` is a field of the study with the key `study`, or of the page or site where that is None. Without a field it
    is the whole study, None where one side has none of that key, or, without a study too, the order of the studies as
    their keys. It `clashes` where the file's side was changed as well since the work was begun.
    """

    study: StudyKey | None
    field: Field | None
    mine: FieldValue | Study
    theirs: FieldValue | Study
    clashes: bool

    @property
    def is_order(self) -> bool:
        """Whether it is the order of the studies."""
        return self.study is None and self.field is None

    def is_in(self, record: Page) -> bool:
        """Whether the record has what the difference is about: always, unless that is a study, or in one."""
        return self.study is None or (isinstance(record, ConditionPage) and record.study(self.study) is not None)

    def side_of(self, record: Page) -> FieldValue | Study:
        """What a record says there; None also where it has no such study."""
        if self.is_order:
            return tuple(study.key for study in record.study_list) if isinstance(record, ConditionPage) else ()
        if self.study is None:
            return None if self.field is None else self.field.of(record)
        study = record.study(self.study) if isinstance(record, ConditionPage) else None
        return study if self.field is None or study is None else self.field.of(study)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is different between what a file says, `theirs`, and the same with one's own work, `merged`."""

    theirs: Page
    merged: Page
    differences: tuple[Difference, ...]

    def with_mine(self, chosen: Collection[Difference]) -> Page:
        """What the file says, with one's own side of the chosen differences."""
        if isinstance(self.theirs, Site):
            return _with_fields(self.theirs, None, chosen)
        assert isinstance(self.merged, ConditionPage)
        mine = {study.key: study for study in self.merged.study_list}
        studies = {study.key: _with_fields(study, study.key, chosen) for study in self.theirs.study_list}
        for one in chosen:
            if one.study is not None and one.field is None:
                if one.mine is None:
                    del studies[one.study]
                else:
                    studies[one.study] = mine[one.study]
        ours, others = list(mine), [study.key for study in self.theirs.study_list]
        keeps_theirs = any(one.is_order and one not in chosen for one in self.differences)
        order = joined_order(others, ours, studies) if keeps_theirs else joined_order(ours, others, studies)
        page = _with_fields(self.theirs, None, chosen)
        if not order and None in (self.theirs.studies, self.merged.studies):
            return replace(page, studies=None)
        return replace(page, studies=tuple(studies[key] for key in order))


def compare(base: Page, mine: Page, theirs: Page) -> Comparison:
    """What one's own work, from `base` to `mine`, would change in `theirs`; all three are of one kind.

    Studies are told apart by key, so those of `theirs` must have been paired with those of `base`.
    """
    if isinstance(base, ConditionPage) and isinstance(mine, ConditionPage) and isinstance(theirs, ConditionPage):
        page = merge_pages(base=base, mine=mine, theirs=theirs)
        clashes = _clashes(page.conflicts)
        texts = _differing(PAGE_FIELDS, None, page.record, theirs, clashes)
        return Comparison(theirs, page.record, (*texts, *_of_studies(page.record, theirs, clashes)))
    if isinstance(base, Site) and isinstance(mine, Site) and isinstance(theirs, Site):
        site = merge_sites(base=base, mine=mine, theirs=theirs)
        return Comparison(
            theirs, site.record, tuple(_differing(SITE_FIELDS, None, site.record, theirs, _clashes(site.conflicts)))
        )
    raise TypeError("records of several kinds")


def difference_of(conflict: Conflict, record: Page) -> Difference:
    """A conflict of a merge of records such as this one, as a difference."""
    table = PAGE_FIELDS if isinstance(record, ConditionPage) else SITE_FIELDS
    if conflict.study is not None:
        table = STUDY_FIELDS
    field = None if conflict.field is None else field_named(table, conflict.field)
    return Difference(conflict.study, field, _side(conflict.mine), _side(conflict.theirs), clashes=True)


def _side(value: object) -> FieldValue | Study:
    assert value is None or isinstance(value, str | tuple | Study)
    return value


def _clashes(conflicts: Iterable[Conflict]) -> Clashes:
    return {(conflict.study, conflict.field) for conflict in conflicts}


def _differing(
    fields: Sequence[Field],
    study: StudyKey | None,
    mine: ConditionPage | Site | Study,
    theirs: ConditionPage | Site | Study,
    clashes: Clashes,
) -> Iterator[Difference]:
    for field in fields:
        if field.of(mine) != field.of(theirs):
            yield Difference(study, field, field.of(mine), field.of(theirs), (study, field.name) in clashes)


def _of_studies(mine: ConditionPage, theirs: ConditionPage, clashes: Clashes) -> Iterator[Difference]:
    ours = {study.key: study for study in mine.study_list}
    others = {study.key: study for study in theirs.study_list}
    for key in joined_order(list(ours), list(others), {*ours, *others}):
        one, other = ours.get(key), others.get(key)
        if one is not None and other is not None:
            yield from _differing(STUDY_FIELDS, key, one, other, clashes)
        else:
            yield Difference(key, None, one, other, (key, None) in clashes)
    order, before = tuple(key for key in ours if key in others), tuple(key for key in others if key in ours)
    if order != before:
        yield Difference(None, None, order, before, (None, None) in clashes)


def _with_fields(record: Record, study: StudyKey | None, chosen: Iterable[Difference]) -> Record:
    for one in chosen:
        if one.field is not None and one.study == study and not isinstance(one.mine, Study):
            record = one.field.set(record, one.mine)
    return record
