"""What is done with studies by what is known of their authors and of other studies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.ui.actions.study_actions import StudyObstacles
    from editor.ui.tidying.tidying import Tidying

KNOWING_MENU = ("tidy_authors",)


def knowing_actions(tidying: Tidying, why_no_study: StudyObstacles) -> tuple[Action, ...]:
    """Tidying authors."""
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
    )


def _first_of(*obstacles: Callable[[], str]) -> str:
    return next(filter(None, (obstacle() for obstacle in obstacles)), "")
