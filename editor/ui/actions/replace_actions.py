"""Finding words and putting others in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.replacing.replacing import Replacing

REPLACE_MENU = ("replace", "replace_everywhere", "find_next", "find_previous")
KEYS_IN_ITS_WINDOW = ("undo", "redo", "save_all", "replace", "replace_everywhere", "find_next", "find_previous")
"""The actions whose keys work in the window of find and replace too."""


def replace_actions(replacing: Replacing) -> tuple[Action, ...]:
    """Find and replace, and what was found."""
    return (
        Action(
            "replace",
            tr("Find and replace..."),
            tr("Put other words in the place of some, on this page or in its studies; every place is shown first"),
            replacing.open_here,
            "Ctrl+H",
        ),
        Action(
            "replace_everywhere",
            tr("Replace on the whole website..."),
            tr("Put other words in the place of some, on all pages at once; every place is shown first"),
            replacing.open_everywhere,
            "Ctrl+Shift+H",
        ),
        Action(
            "find_next",
            tr("Find next"),
            tr("Go to the next place that was found"),
            replacing.find_next,
            "F3",
            replacing.why_nothing_found,
        ),
        Action(
            "find_previous",
            tr("Find previous"),
            tr("Go to the place found before"),
            replacing.find_previous,
            "Shift+F3",
            replacing.why_nothing_found,
        ),
    )
