"""What can be done with studies, and why it may be impossible now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from editor.session import is_site
from editor.ui.actions.action import Action
from editor.ui.actions.adding_actions import ADDING_MENU
from editor.words import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.ui.editing import Editing
    from editor.ui.main_window import MainWindow
    from editor.ui.page_view import PageView
    from editor.ui.studies.study_editing import StudyEditing

_Key = QKeySequence.StandardKey

STUDY_BUTTONS = ("add_study", "duplicate_study", "delete_study", "move_up", "move_down")
"""Above the table."""

STUDY_MENU = (
    "add_study",
    *ADDING_MENU,
    "duplicate_study",
    "delete_study",
    "",
    "cut_study",
    "copy_study",
    "paste_study",
    "paste_new_studies",
    "",
    "move_up",
    "move_down",
    "move_top",
    "move_bottom",
)
"""In the menu of the window; "" is a line."""


class StudyObstacles:
    """Looks at the chosen studies."""

    def __init__(self, editing: Editing, studies: StudyEditing, view: PageView) -> None:
        self._editing = editing
        self._studies = studies
        self._view = view

    def page(self) -> str:
        """Why no study can be added."""
        if is_site(self._editing.place):
            return tr("Choose a page first.")
        return "" if self._editing.is_editable else tr("This page can't be changed.")

    def shown(self) -> str:
        """Why there is no study to look at."""
        if is_site(self._editing.place):
            return tr("Choose a page first.")
        if not self._view.shows_studies:
            return tr("Go to the studies of this page first.")
        if self._editing.study is None and not self.any_study():
            return tr("No study of this page has the words you look for. Clear the search first.")
        return "" if self._editing.study is not None else tr("There is no study yet.")

    def any_study(self) -> str:
        """Why there is nothing to find."""
        page = self._editing.page
        if page is None:
            return tr("Choose a page first.")
        return "" if page.study_list else tr("There is no study yet.")

    def study(self) -> str:
        """Why there is no study to change."""
        return self.page() or self.shown()

    def move_up(self) -> str:
        """Why the studies cannot move up."""
        at_top = tr_count("This study is the first.", "These studies are the first.", len(self._editing.study_keys))
        return self.study() or self._studies.why_not_moved or ("" if self._studies.can_move_up else at_top)

    def move_down(self) -> str:
        """Why the studies cannot move down."""
        at_end = tr_count("This study is the last.", "These studies are the last.", len(self._editing.study_keys))
        return self.study() or self._studies.why_not_moved or ("" if self._studies.can_move_down else at_end)

    def counted(self, one: str, many: str) -> Callable[[], str]:
        """The words of an action for as many studies as are chosen."""

        def words() -> str:
            return tr_count(one, many, max(len(self._editing.study_keys), 1))

        return words


def study_actions(
    window: MainWindow, studies: StudyEditing, paste: Callable[[], None], why_not: StudyObstacles
) -> tuple[Action, ...]:
    """What can be done with studies."""
    return (
        Action(
            "add_study",
            tr("Add study"),
            tr("Add a study at the top of the list"),
            window.add_study,
            "Ctrl+Shift+A",
            why_not.page,
            icon="add",
        ),
        Action(
            "duplicate_study",
            tr("Duplicate"),
            tr("Add a copy of the chosen study below it"),
            studies.duplicate,
            "Ctrl+Shift+D",
            why_not.study,
            words=why_not.counted(tr("Duplicate study"), tr("Duplicate {count} studies")),
            icon="duplicate",
            in_full=tr("Duplicate study"),
        ),
        Action(
            "delete_study",
            tr("Delete"),
            tr("Delete the chosen study; Undo brings it back"),
            studies.delete,
            ("Ctrl+Shift+Del", "Ctrl+-"),  # the second is Excel's
            why_not.study,
            words=why_not.counted(tr("Delete study"), tr("Delete {count} studies")),
            icon="delete",
            local=True,
            in_full=tr("Delete study"),
        ),
        *_clipboard_actions(studies, paste, why_not),
        *_moving_actions(studies, why_not),
    )


def _moving_actions(studies: StudyEditing, why_not: StudyObstacles) -> tuple[Action, ...]:
    return (
        Action(
            "move_up",
            tr("Move study up"),
            tr("Move the chosen study up, on the website too"),
            studies.move_up,
            "Alt+Up",
            why_not.move_up,
            words=why_not.counted(tr("Move study up"), tr("Move {count} studies up")),
            icon="move_up",
        ),
        Action(
            "move_down",
            tr("Move study down"),
            tr("Move the chosen study down, on the website too"),
            studies.move_down,
            "Alt+Down",
            why_not.move_down,
            words=why_not.counted(tr("Move study down"), tr("Move {count} studies down")),
            icon="move_down",
        ),
        Action(
            "move_top",
            tr("Move to the top"),
            tr("Move the chosen study above all others, on the website too"),
            studies.move_to_top,
            "Alt+Home",
            why_not.move_up,
        ),
        Action(
            "move_bottom",
            tr("Move to the bottom"),
            tr("Move the chosen study below all others, on the website too"),
            studies.move_to_bottom,
            "Alt+End",
            why_not.move_down,
        ),
    )


def _clipboard_actions(studies: StudyEditing, paste: Callable[[], None], why_not: StudyObstacles) -> tuple[Action, ...]:
    return (
        Action(
            "cut_study",
            tr("Cut"),
            tr("Take the chosen study off this page, to paste it on another"),
            studies.cut,
            "Ctrl+Shift+X",
            why_not.study,
            words=why_not.counted(tr("Cut study"), tr("Cut {count} studies")),
            local=True,
            in_full=tr("Cut study"),
        ),
        Action(
            "copy_study",
            tr("Copy"),
            tr("Copy the chosen study, to paste it on another page or into another program"),
            studies.copy,
            "Ctrl+Shift+C",
            why_not.shown,
            words=why_not.counted(tr("Copy study"), tr("Copy {count} studies")),
            local=True,
            in_full=tr("Copy study"),
        ),
        Action(
            "paste_study",
            tr("Paste"),
            tr("Add the study that was copied below the chosen one, or put the cells that were copied here"),
            paste,
            _Key.Paste,
            why_not.page,
            in_full=tr("Paste study or cells"),
        ),
        Action(
            "paste_new_studies",
            tr("Paste as new studies"),
            tr("Add copied studies, or rows of a spreadsheet, below the chosen study; what is there stays"),
            studies.paste,
            None,
            why_not.page,
        ),
    )
