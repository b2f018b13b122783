"""Going to what the checks have found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.actions.obstacles import Obstacles
    from editor.ui.problems.problems import Problems

PROBLEM_MENU = ("problems", "next_problem", "previous_problem")


def problem_actions(problems: Problems, why_not: Obstacles) -> tuple[Action, ...]:
    """The list of problems, going from one to the next, what will be due, and the report of all that."""
    return (
        Action(
            "problems",
            tr("Go to the problems"),
            tr("Show what the checks have found, the worst first"),
            problems.show_list,
            "Ctrl+3",
        ),
        Action(
            "next_problem",
            tr("Next problem"),
            tr("Go to the words of the next problem"),
            problems.go_to_next,
            "F4",
            problems.why_none,
        ),
        Action(
            "previous_problem",
            tr("Previous problem"),
            tr("Go to the words of the problem before"),
            problems.go_to_previous,
            "Shift+F4",
            problems.why_none,
        ),
        Action(
            "calendar",
            tr("Evidence calendar..."),
            tr("List when reviews are due and when studies are too old for what their pages say, on all pages"),
            problems.calendar.show,
            None,
            why_not.any_page,
        ),
        Action(
            "sign_off",
            tr("Report for sign-off"),
            tr("Show in your browser what was found on this page, to be printed and signed by a practitioner"),
            problems.signing_off.open,
            None,
            partial(problems.signing_off.why_not, why_not.page_to_export),
        ),
        Action(
            "sign_off_pdf",
            tr("PDF for sign-off..."),
            tr("Save this page and what was found on it as a PDF, for a practitioner to read and sign"),
            problems.signing_off.save_pdf,
            None,
            partial(problems.signing_off.why_not, why_not.page_to_export),
        ),
    )
