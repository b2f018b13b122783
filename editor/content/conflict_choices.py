"""What becomes of a page where two people changed the same, once it is decided whose words shall stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto

from editor.content.condition_page import ConditionPage
from editor.content.differences import Difference, Page
from editor.content.fields import Field, FieldValue
from editor.content.merging import joined_order
from editor.content.page_changes import add_study, put_study, remove_study
from editor.content.study import Study, StudyKey


class Keep(Enum):
    """Whose words shall stand."""

    MINE = auto()
    THEIRS = auto()
    BOTH = auto()
    """Mine stays; of a study, theirs comes as one of its own below it."""


def can_keep_both(difference: Difference) -> bool:
    """Whether both sides are texts: an order, or a study or text that one side deleted, is one or the other."""
    return difference.field is not None and bool(difference.mine) and bool(difference.theirs)


def with_choices(page: Page, file: Page, choices: Iterable[tuple[Difference, Keep]]) -> Page:
    """The page with what was decided; `file` is what the file says."""
    added: set[StudyKey] = set()
    for difference, keep in choices:
        page = _with_side(page, difference, difference.theirs if keep is Keep.THEIRS else difference.mine)
        if keep is Keep.BOTH and difference.study is not None and difference.study not in added:
            added.add(difference.study)
            page = _with_both(page, file, difference.study)
    return page


def _with_side(page: Page, difference: Difference, side: FieldValue | Study) -> Page:
    field, key = difference.field, difference.study
    if key is None:
        if field is not None and not isinstance(side, Study):
            return _with_value(page, field, side)
        return _in_order(page, side)
    study = page.study(key) if isinstance(page, ConditionPage) else None
    if study is None or not isinstance(page, ConditionPage):
        return page
    if field is not None and not isinstance(side, Study):
        return put_study(page, field.set(study, side))
    return page if side is not None else remove_study(page, key)


def _with_value(page: Page, field: Field, value: FieldValue) -> Page:
    if isinstance(page, ConditionPage):
        return field.set(page, value)
    return field.set(page, value)


def _in_order(page: Page, keys: FieldValue | Study) -> Page:
    """The page's studies in the order of these keys; a study that is not among them stays below its neighbour."""
    if not isinstance(page, ConditionPage) or not isinstance(keys, tuple):
        return page
    studies = {study.key: study for study in page.study_list}
    return replace(page, studies=tuple(studies[key] for key in joined_order(keys, list(studies), studies)))


def _with_both(page: Page, file: Page, key: StudyKey) -> Page:
    """The page with the file's study as one of its own, below mine."""
    if not isinstance(page, ConditionPage) or not isinstance(file, ConditionPage):
        return page
    theirs = file.study(key)
    place = next((place for place, study in enumerate(page.study_list, 1) if study.key == key), None)
    return page if theirs is None or place is None else add_study(page, theirs.duplicate(), place)
