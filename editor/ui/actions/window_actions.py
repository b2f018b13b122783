"""All actions of a window, and where they are reached in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.actions.action import Actions
from editor.ui.actions.action_table import MENUS, edit_actions, file_actions, view_actions
from editor.ui.actions.adding_actions import adding_actions
from editor.ui.actions.cell_actions import ROW_MENU, cell_actions
from editor.ui.actions.clipboard_actions import clipboard_actions
from editor.ui.actions.export_actions import copy_actions, export_actions, study_export_actions
from editor.ui.actions.folder_actions import folder_actions
from editor.ui.actions.format_actions import FORMAT_BUTTONS, format_actions
from editor.ui.actions.help_actions import help_actions
from editor.ui.actions.knowing_actions import knowing_actions
from editor.ui.actions.obstacles import Obstacles
from editor.ui.actions.page_actions import ENTRY_MENU, page_actions
from editor.ui.actions.problem_actions import problem_actions
from editor.ui.actions.record_actions import record_actions
from editor.ui.actions.replace_actions import KEYS_IN_ITS_WINDOW, replace_actions
from editor.ui.actions.review_actions import review_actions
from editor.ui.actions.study_actions import STUDY_BUTTONS, StudyObstacles, study_actions
from editor.ui.actions.study_view_actions import ORDER_BUTTONS, study_view_actions
from editor.ui.cut_and_paste import CutAndPaste

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow


def window_actions(window: MainWindow) -> Actions:
    """Everything that can be done in a window, its panes being there already."""
    why_not = Obstacles(window.editing, window.opening)
    why_no_study = StudyObstacles(window.editing, window.study_editing, window.view)
    hands = CutAndPaste(window.study_editing, window.cell_editing, window.elsewhere.whole_pages, why_no_study, window)
    return Actions(
        (
            *folder_actions(window.folders, window.recent),
            *file_actions(window, why_not),
            *export_actions(window.exporting, why_not),
            *edit_actions(window.editing, why_not),
            *clipboard_actions(hands),
            *cell_actions(window.cell_editing, why_no_study),
            *format_actions(window.formatting),
            *replace_actions(window.replacing),
            *page_actions(window.page_editing, window.pages, window.elsewhere.whole_pages),
            *study_actions(window, window.study_editing, hands.paste_study, why_no_study),
            *adding_actions(window.elsewhere.adding),
            *knowing_actions(window.across_pages, why_no_study, why_not.any_page),
            *study_view_actions(window, window.study_editing, window.editing, why_no_study),
            *record_actions(window.elsewhere.asking, window.elsewhere.links, why_not, why_no_study),
            *copy_actions(window.copying, why_not),
            *study_export_actions(window.study_export, why_not),
            *review_actions(window.page_edits),
            *problem_actions(window.problems, why_not),
            *view_actions(window, window.panes, why_not),
            *help_actions(window.help),
        ),
        window,
    )


def hand_out(actions: Actions, window: MainWindow) -> None:
    """Have the actions in the menus, and as buttons, menus and keys of the panes."""
    actions["open_recent"].setMenu(window.recent)
    actions.fill(window.menuBar(), MENUS)
    window.help.tell_of(actions, MENUS)
    window.addActions(actions.all)
    window.replacing.offer([actions[name] for name in KEYS_IN_ITS_WINDOW])
    window.across_pages.duplicates.offer([actions[name] for name in ("undo", "redo", "save_all")])
    window.formatting.offer([actions[name] for name in FORMAT_BUTTONS], [actions[name] for name in ("undo", "redo")])
    window.view.page_form.offer(actions["studies"], actions["mark_reviewed"])
    window.pages.offer(actions["new_page"], [actions[name] for name in ENTRY_MENU])
    window.view.studies.offer(actions, STUDY_BUTTONS, ROW_MENU, ORDER_BUTTONS)
    window.status.offer(actions["save_all"])
