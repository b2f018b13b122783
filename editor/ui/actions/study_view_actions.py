"""What can be done with the way in which studies are looked at, and why it may be impossible now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.actions.study_actions import StudyObstacles
    from editor.ui.editing import Editing
    from editor.ui.main_window import MainWindow
    from editor.ui.studies.study_editing import StudyEditing

STUDY_VIEW_MENU = ("find_studies", "sort_studies", "sort_again", "website_order", "use_order")
"""In the menu of the window."""

ORDER_BUTTONS = ("use_order", "website_order", "sort_again")
"""In the strip below a table that is sorted."""


class ViewObstacles:
    """Looks at how the studies of the chosen page are looked at."""

    def __init__(self, editing: Editing, why_no_study: StudyObstacles) -> None:
        self._editing = editing
        self._why_no_study = why_no_study

    def sorted(self) -> str:
        """Why the order cannot be given up."""
        if self._why_no_study.shown():
            return self._why_no_study.shown()
        return "" if self._editing.study_view.is_sorted else tr("The studies are in the website's order already.")

    def out_of_date(self) -> str:
        """Why sorting again would change nothing."""
        return self.sorted() or ("" if self._editing.is_order_out_of_date else tr("All studies are sorted."))

    def order(self) -> str:
        """Why the order that is seen cannot become the website's."""
        reason = self._why_no_study.page() or self.sorted()
        if not reason and self._editing.study_view.is_filtered:
            return tr("Some studies are hidden. Clear the search first.")
        return reason


def study_view_actions(
    window: MainWindow, studies: StudyEditing, editing: Editing, why_no_study: StudyObstacles
) -> tuple[Action, ...]:
    """What can be done with the way in which studies are looked at."""
    viewing, why_not = window.study_viewing, ViewObstacles(editing, why_no_study)
    return (
        Action(
            "find_studies",
            tr("Find in these studies"),
            tr("Show only the studies of this page that have some words"),
            window.find_studies,
            "Ctrl+Shift+F",
            why_no_study.any_study,
        ),
        Action(
            "sort_studies",
            tr("Sort by this column"),
            tr("Sort the table for viewing by the column of the chosen cell; the website's order stays"),
            viewing.sort_by_column,
            "Ctrl+Shift+O",
            why_no_study.shown,
        ),
        Action(
            "sort_again",
            tr("Sort again"),
            tr("Bring what you have edited since to its place in this order"),
            viewing.sort_again,
            obstacle=why_not.out_of_date,
        ),
        Action(
            "website_order",
            tr("Show the website's order"),
            tr("Show the studies in the order in which the website has them"),
            viewing.show_website_order,
            obstacle=why_not.sorted,
        ),
        Action(
            "use_order",
            tr("Use this order on the website"),
            tr("Have the website show the studies in this order; Undo takes it back"),
            studies.use_order,
            obstacle=why_not.order,
        ),
    )
