"""What of a website is entered more than once, and merging two entries of a page into one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import put_study, remove_study
from editor.content.same_studies import Standing, groups_of
from editor.content.study import Study, StudyKey
from editor.references.duplicates import Lookalikes, Question
from editor.references.field_comparison import FieldPair, field_pairs, with_taken


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Studies that stand more than once, each with where, and what only looks like one study."""

    groups: tuple[tuple[Standing, ...], ...] = ()
    questions: tuple[Question, ...] = ()


def duplicates_among(pages: Mapping[str, ConditionPage], is_enough: Callable[[], bool] = bool) -> Duplicates:
    """The duplicates of all these pages, in the order of the pages and their studies; not all once it `is_enough`."""
    standings = {study.key: Standing(name, study) for name, page in pages.items() for study in page.study_list}
    groups = groups_of(standing.study for standing in standings.values())
    return Duplicates(
        tuple(tuple(standings[study.key] for study in group) for group in groups if len(group) > 1),
        tuple(Lookalikes(standings.values()).questions(is_enough)),
    )


def merge_pairs(stays: Study, goes: Study) -> tuple[FieldPair, ...]:
    """Field by field what the entry that stays says, and what the other one that goes; both notes are kept.

    Those agree that say the very same: which spelling is kept is for staff to choose.
    """
    pairs = (replace(pair, agrees=pair.comes.strip() in ("", pair.now.strip())) for pair in field_pairs(stays, goes))
    return tuple(map(_with_both, pairs))


def merged(
    page: ConditionPage, stays: Study, goes: Study, taken: Iterable[FieldPair]
) -> tuple[ConditionPage, StudyKey] | None:
    """The page with one of two entries gone and what was taken of it in the other, and which one that is.

    None where one of them is not on the page as it was any more.
    """
    if page.study(stays.key) != stays or page.study(goes.key) != goes:
        return None
    return remove_study(put_study(page, with_taken(stays, taken)), goes.key), stays.key


def _with_both(pair: FieldPair) -> FieldPair:
    if pair.field.name != "note" or pair.agrees or pair.fills:
        return pair
    return replace(pair, comes=f"{pair.now.rstrip()}\n{pair.comes}")
