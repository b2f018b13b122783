"""What is done with studies by what is known of their authors and of other studies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.ui.across_pages import AcrossPages
    from editor.ui.actions.study_actions import StudyObstacles

KNOWING_MENU = ("tidy_authors", "find_duplicates")


def knowing_actions(
    across_pages: AcrossPages, why_no_study: StudyObstacles, why_no_page: Callable[[], str]
) -> tuple[Action, ...]:
    """Tidying authors, and finding duplicates."""
    tidying, duplicates = across_pages.tidying, across_pages.duplicates
    return (
        Action(
            "tidy_authors",
            tr("Tidy authors..."),
            tr("Have the authors of studies in one style; every change is shown first"),
            tidying.ask,
            None,
            partial(_first_of, why_no_study.page, why_no_study.any_study),
            words=tidying.words,
        ),
        Action(
            "find_duplicates",
            tr("Find duplicates..."),
            tr("List the studies that stand more than once, on this page or on the whole website"),
            duplicates.find,
            None,
            why_no_page,
        ),
    )


def _first_of(*obstacles: Callable[[], str]) -> str:
    return next(filter(None, (obstacle() for obstacle in obstacles)), "")
