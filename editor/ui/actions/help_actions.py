"""The actions that help: the guide, the keys, the search over everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.help.help import Help

SEARCH = "search_actions"
"""The action that opens the search over all others."""

HELP_MENU = ("guide", "shortcuts", SEARCH, "", "print_guide", "print_shortcuts", "", "about")


def help_actions(shown: Help) -> tuple[Action, ...]:
    """What the Help menu offers; each can be done at any time."""
    return (
        Action(
            "guide",
            tr("Guide"),
            tr("Read how everything is done, on two pages"),
            shown.show_guide,
            "F1",
            icon="guide",
        ),
        Action(
            "shortcuts",
            tr("Keyboard shortcuts"),
            tr("See all keys, and print them"),
            shown.show_shortcuts,
        ),
        Action(
            SEARCH,
            tr("Search actions..."),
            tr("Type a word to find anything that can be done here"),
            shown.search,
            "Ctrl+Shift+P",
            icon="search_actions",
        ),
        Action(
            "print_guide",
            tr("Print the guide..."),
            tr("Have the guide on two sheets of paper"),
            shown.print_guide,
        ),
        Action(
            "print_shortcuts",
            tr("Print the keys..."),
            tr("Have all keyboard shortcuts on a sheet of paper"),
            shown.print_shortcuts,
        ),
        Action("about", tr("About this program"), tr("See the version, and where the pages are"), shown.show_about),
    )
