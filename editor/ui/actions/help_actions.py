"""The actions that help: the guide, the keys, the search over everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow

SEARCH = "search_actions"
"""The action that opens the search over all others."""


def help_actions(window: MainWindow) -> tuple[Action, ...]:
    """What the Help menu offers; each can be done at any time."""
    return (
        Action(
            "guide",
            tr("Guide"),
            tr("Read how everything is done, on two pages"),
            window.show_guide,
            "F1",
            icon="guide",
        ),
        Action(
            "shortcuts",
            tr("Keyboard shortcuts"),
            tr("See all keys on one page"),
            window.show_shortcuts,
        ),
        Action(
            SEARCH,
            tr("Search actions..."),
            tr("Type a word to find anything that can be done here"),
            window.search_actions,
            "Ctrl+Shift+P",
            icon="search_actions",
        ),
        Action(
            "about", tr("About this program"), tr("See the version, and where the pages are"), window.help.show_about
        ),
    )
