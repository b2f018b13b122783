"""What can be done with the folder as a whole: open another, make one, see where this one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.starting.other_folders import OtherFolders
    from editor.ui.starting.recent_menu import RecentMenu

FOLDER_MENU = ("open_folder", "open_recent", "new_website", "sample", "show_folder")


def folder_actions(folders: OtherFolders, recent: RecentMenu) -> tuple[Action, ...]:
    """Folders, each opened in place of the one that is open."""
    return (
        Action(
            "open_folder",
            tr("Open folder..."),
            tr("Open another website's pages"),
            folders.ask,
            QKeySequence.StandardKey.Open,
        ),
        Action(
            "open_recent",
            tr("Open recent"),
            tr("Open pages that were open before"),
            recent.show_by_itself,
            None,
            folders.why_no_others,
        ),
        Action(
            "new_website",
            tr("New website..."),
            tr("Make the first pages of another website"),
            folders.ask_new_website,
        ),
        Action(
            "sample",
            tr("Try the sample"),
            tr("Open a copy of the sample pages, to try things out"),
            folders.ask_sample,
        ),
        Action("show_folder", tr("Show folder"), folders.where, folders.show_folder),
    )
