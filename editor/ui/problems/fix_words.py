"""A fix in words, as it is shown before it is applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editor.checks.finding import Fix, TextChange
from editor.content.condition_page import ConditionPage
from editor.content.search_text import single_spaced
from editor.content.shared_on_page import SHARED_TEXTS
from editor.content.site import Site
from editor.content.study import StudyKey
from editor.session import Uses
from editor.ui.problems.problem_place import words_of_place
from editor.words import tr, tr_count


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text before and after, and what staff call it."""

    where: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShownFix:
    """All that a fix does; `everywhere` says on which other pages it shows, "" where on none."""

    label: str
    problem: str
    texts: tuple[ShownText, ...]
    gone: tuple[str, ...]
    order: tuple[str, ...]
    everywhere: str


def shown_fix(fix: Fix, problem: str, record: ConditionPage | Site, site: Site, uses: Uses) -> ShownFix:
    """A fix of a problem in this record; `uses` tells how many pages show a shared text."""
    is_of_site = isinstance(record, Site)
    texts = [
        ShownText(
            words_of_place(change.field, change.study, site if change.shared else record), change.before, change.after
        )
        for change in fix.changes
    ]
    shared = [change for change in fix.changes if change.shared or is_of_site]
    return ShownFix(
        fix.label,
        problem,
        tuple(texts),
        _titles(fix.removed, record),
        _titles(fix.order, record),
        _everywhere(shared, uses) if shared else "",
    )


def _titles(keys: Iterable[StudyKey], record: ConditionPage | Site) -> tuple[str, ...]:
    if not isinstance(record, ConditionPage):
        return ()
    studies = {study.key: study for study in record.study_list}
    return tuple(single_spaced(studies[key].title or "") or tr("no title") for key in keys if key in studies)


def _everywhere(changes: Iterable[TextChange], uses: Uses) -> str:
    """On how many pages the most used of these shared texts shows."""
    names = {shared.name for shared in SHARED_TEXTS}
    pages = [uses[change.field].pages for change in changes if change.field in names and change.field in uses]
    if not pages:
        return tr("The shared texts change.")
    return tr_count(
        "This text is shared: it changes on the 1 page that shows it.",
        "This text is shared: it changes on all {count} pages that show it.",
        max(pages),
    )
