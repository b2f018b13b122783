"""The ways a page and its list of studies change: each gives a new page and leaves the old one as it was."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from editor.content.condition_page import ConditionPage, Status
from editor.content.names_in_texts import speaks_of
from editor.content.study import Study, StudyKey


def duplicate_page(page: ConditionPage, slug: str, name: str) -> ConditionPage:
    """A draft with the wording of a page, and without what is true of that one alone.

    That is its studies, its review, its other names and addresses, its name within a sentence, and a title or heading
    of its own in which its name stands: the copy has that of all pages. Its other texts may still speak of its name.
    """
    return replace(
        page,
        slug=slug,
        name=name,
        name_in_text=None,
        title=None if speaks_of(page.title, page) else page.title,
        heading=None if speaks_of(page.heading, page) else page.heading,
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
    return add_studies(page, (study,), len(page.study_list) if place is None else place)


def add_studies(page: ConditionPage, studies: Iterable[Study], place: int) -> ConditionPage:
    """The page with more studies, of which the first stands at a place counted from 0."""
    return replace(page, studies=(*page.study_list[:place], *studies, *page.study_list[place:]))


def remove_study(page: ConditionPage, key: StudyKey) -> ConditionPage:
    """The page without the study; KeyError if there is none."""
    place = _place(page, key)
    return replace(page, studies=(*page.study_list[:place], *page.study_list[place + 1 :]))


def move_study(page: ConditionPage, key: StudyKey, place: int) -> ConditionPage:
    """The page with the study at another place, counted from 0 as the list is afterwards; KeyError if there is none."""
    study = page.study_list[_place(page, key)]
    return add_study(remove_study(page, key), study, place)


def shift_studies(page: ConditionPage, keys: Collection[StudyKey], by: int) -> ConditionPage:
    """The page with these studies one place up (`by` is -1) or down (1).

    Those that stand together move past their neighbour together; at that end of the list they stay.
    """
    before = page.study_list
    for are_meant, run in itertools.groupby(range(len(before)), lambda place: before[place].key in keys):
        places = list(run)
        first, last = places[0], places[-1]
        neighbour, beyond = (first - 1, last) if by < 0 else (last + 1, first)
        if are_meant and 0 <= neighbour < len(before):
            page = move_study(page, page.study_list[neighbour].key, beyond)
    return page


def put_studies(page: ConditionPage, keys: Collection[StudyKey], place: int) -> ConditionPage:
    """The page with these studies together before the one that is at a place now, or at the end.

    Among themselves they stay in their order.
    """
    moved = [study for study in page.study_list if study.key in keys]
    above = [study for study in page.study_list[:place] if study.key not in keys]
    below = [study for study in page.study_list[place:] if study.key not in keys]
    return _in_order(page, (*above, *moved, *below))


def order_studies(page: ConditionPage, keys: Sequence[StudyKey]) -> ConditionPage:
    """The page with its studies in the order of these keys; one that is not among them comes last."""
    places = {key: place for place, key in enumerate(keys)}
    return _in_order(page, sorted(page.study_list, key=lambda study: places.get(study.key, len(places))))


def _in_order(page: ConditionPage, studies: Sequence[Study]) -> ConditionPage:
    """The page with the same studies in another order; the very same page where they stand so already."""
    is_same = all(one is other for one, other in zip(page.study_list, studies, strict=True))
    return page if is_same else replace(page, studies=tuple(studies))


def _place(page: ConditionPage, key: StudyKey) -> int:
    for place, study in enumerate(page.study_list):
        if study.key == key:
            return place
    raise KeyError(key)
