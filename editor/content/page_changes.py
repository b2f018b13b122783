"""The ways a page and its list of studies change: each gives a new page and leaves the old one as it was."""

from __future__ import annotations

from dataclasses import replace

from editor.content.condition_page import ConditionPage, Status
from editor.content.study import Study, StudyKey


def duplicate_page(page: ConditionPage, slug: str, name: str) -> ConditionPage:
    """A draft with the wording of a page, and without what is true of that one alone.

    That is its studies, its review, its other names and addresses, and its name within a sentence.
    """
    return replace(
        page,
        slug=slug,
        name=name,
        name_in_text=None,
        status=Status.DRAFT,
        aliases=None,
        old_slugs=None,
        last_reviewed=None,
        reviewed_by=None,
        review_due=None,
        studies=None,
    )


def put_study(page: ConditionPage, study: Study) -> ConditionPage:
    """The page with the study of the same key replaced; KeyError if there is none."""
    place = _place(page, study.key)
    return replace(page, studies=(*page.study_list[:place], study, *page.study_list[place + 1 :]))


def add_study(page: ConditionPage, study: Study, place: int | None = None) -> ConditionPage:
    """The page with one more study, at a place counted from 0 or at the end."""
    studies = list(page.study_list)
    studies.insert(len(studies) if place is None else place, study)
    return replace(page, studies=tuple(studies))


def remove_study(page: ConditionPage, key: StudyKey) -> ConditionPage:
    """The page without the study; KeyError if there is none."""
    place = _place(page, key)
    return replace(page, studies=(*page.study_list[:place], *page.study_list[place + 1 :]))


def move_study(page: ConditionPage, key: StudyKey, place: int) -> ConditionPage:
    """The page with the study at another place, counted from 0 as the list is afterwards; KeyError if there is none."""
    study = page.study_list[_place(page, key)]
    return add_study(remove_study(page, key), study, place)


def duplicate_study(page: ConditionPage, key: StudyKey, copy: Study) -> ConditionPage:
    """The page with a copy (made by `Study.duplicate`) right below its original; KeyError if there is none."""
    return add_study(page, copy, _place(page, key) + 1)


def _place(page: ConditionPage, key: StudyKey) -> int:
    for place, study in enumerate(page.study_list):
        if study.key == key:
            return place
    raise KeyError(key)
