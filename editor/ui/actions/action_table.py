"""The table of actions: what each is called, its key, its tip, what it does and why it may be impossible now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from editor.ui.actions.action import Action, Menu
from editor.ui.actions.cell_actions import CELL_MENU
from editor.ui.actions.clipboard_actions import CLIPBOARD_MENU
from editor.ui.actions.export_actions import EXPORT_MENU
from editor.ui.actions.folder_actions import FOLDER_MENU
from editor.ui.actions.format_actions import FORMAT_MENU
from editor.ui.actions.help_actions import HELP_MENU
from editor.ui.actions.knowing_actions import KNOWING_MENU
from editor.ui.actions.page_actions import PAGE_MENU
from editor.ui.actions.problem_actions import PROBLEM_MENU
from editor.ui.actions.record_actions import RECORD_MENU
from editor.ui.actions.replace_actions import REPLACE_MENU
from editor.ui.actions.study_actions import STUDY_MENU
from editor.ui.actions.study_view_actions import STUDY_VIEW_MENU
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.actions.obstacles import Obstacles
    from editor.ui.editing import Editing
    from editor.ui.main_window import MainWindow
    from editor.ui.panes import Panes

_Key = QKeySequence.StandardKey

MENUS = (
    Menu(tr("&File"), (*FOLDER_MENU, "", "save", "save_all", "unsaved_work", "", *EXPORT_MENU, "", "quit")),
    Menu(tr("&Edit"), ("undo", "redo", "", *CLIPBOARD_MENU, "", *CELL_MENU, "", *REPLACE_MENU, "", *FORMAT_MENU)),
    Menu(tr("&Page"), (*PAGE_MENU, "", "mark_reviewed", "calendar")),
    Menu(tr("&Study"), (*STUDY_MENU, "", *KNOWING_MENU, "", *RECORD_MENU, "", *STUDY_VIEW_MENU)),
    Menu(tr("&View"), ("text", "studies", *PROBLEM_MENU, "", "next_pane", "list", "page", "preview")),
    Menu(tr("&Help"), HELP_MENU),
)


def file_actions(window: MainWindow, why_not: Obstacles) -> tuple[Action, ...]:
    """Saving, and closing the window."""
    return (
        Action(
            "save",
            tr("Save page"),
            why_not.save_tip,
            window.save_page,
            _Key.Save,
            why_not.save,
            words=why_not.save_words,
            icon="save",
        ),
        Action(
            "save_all",
            tr("Save all"),
            tr("Save all pages that have changes"),
            window.save_all,
            "Ctrl+Shift+S",
            why_not.save_all,
            words=why_not.save_all_words,
        ),
        Action(
            "unsaved_work",
            tr("Unsaved work from before..."),
            tr("Look again at what was not saved when the program ended, and was not brought back"),
            window.recovery.ask_again,
            None,
            why_not.unsaved_work,
        ),
        Action("quit", tr("Quit"), tr("Close the window"), window.leave, _Key.Quit),
    )


def edit_actions(editing: Editing, why_not: Obstacles) -> tuple[Action, ...]:
    """Undo and redo."""
    return (
        Action(
            "undo",
            tr("Undo"),
            why_not.undo_words,
            editing.undo,
            _Key.Undo,
            why_not.undo,
            words=why_not.undo_words,
            icon="undo",
        ),
        Action(
            "redo",
            tr("Redo"),
            why_not.redo_words,
            editing.redo,
            ("Ctrl+Y", "Ctrl+Shift+Z"),  # each is what some people have learned
            why_not.redo,
            words=why_not.redo_words,
            icon="redo",
        ),
    )


def view_actions(window: MainWindow, panes: Panes, why_not: Obstacles) -> tuple[Action, ...]:
    """What is in sight."""
    return (
        Action("text", tr("Go to the text"), tr("Show the page's texts"), window.show_texts, "Ctrl+1"),
        Action(
            "studies",
            tr("Go to the studies"),
            tr("Show the page's studies"),
            window.show_studies,
            "Ctrl+2",
            why_not.page,
        ),
        Action(
            "next_pane",
            tr("Go to the list or back"),
            tr("Move the keyboard to the list of pages, or back to the page beside it"),
            panes.next_pane,
            "F6",
            panes.why_no_next_pane,
        ),
        Action(
            "list",
            tr("List of pages"),
            tr("Show or hide the list"),
            panes.switch_list,
            "F7",
            is_on=panes.list_shown,
        ),
        Action(
            "page",
            tr("Text and studies"),
            tr("Show or hide the page's texts and studies"),
            panes.switch_page,
            "F8",
            panes.why_page_stays,
            is_on=panes.page_shown,
        ),
        Action(
            "preview",
            tr("Preview"),
            tr("Show or hide the preview"),
            panes.switch_preview,
            "F9",
            panes.why_preview_stays,
            is_on=panes.preview_shown,
        ),
    )
