"""Asking publishers what they say of the studies, and following links; only these ask anybody."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from editor.ui.actions.action import Action
from editor.ui.notices.asking_publishers import COMPARE
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.actions.obstacles import Obstacles
    from editor.ui.actions.study_actions import StudyObstacles
    from editor.ui.links.link_checking import LinkChecking
    from editor.ui.notices.asking_publishers import AskingPublishers

RECORD_MENU = ("compare_record", "look_up_page", "check_links", "check_all_links")


def record_actions(
    asking: AskingPublishers, links: LinkChecking, why_not: Obstacles, why_no_study: StudyObstacles
) -> tuple[Action, ...]:
    """Comparing one study, looking up all of a page, and following the links of studies."""
    return (
        Action(
            "compare_record",
            COMPARE,
            tr("Look the chosen study up in Crossref or PubMed, and see what is said otherwise there"),
            asking.compare,
            None,
            why_no_study.study,
        ),
        Action(
            "look_up_page",
            tr("Look up all studies of this page..."),
            tr("See whether any was retracted or corrected, or differs from the publisher's record"),
            asking.look_up_page,
            None,
            partial(asking.why_not_page, why_not.page),
        ),
        Action(
            "check_links",
            tr("Check the links of this page..."),
            tr("Try the links of the studies over the internet, and see which lead nowhere"),
            links.check_page,
            None,
            partial(links.why_not_page, why_not.page),
        ),
        Action(
            "check_all_links",
            tr("Check the links of all pages..."),
            tr("Try the links of all studies on the website; that may take some minutes, and can be stopped"),
            links.check_all,
            None,
            why_not.any_page,
        ),
    )
