"""Adding studies from files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.adding.adding import Adding

ADDING_MENU = ("add_from_file",)


def adding_actions(adding: Adding) -> tuple[Action, ...]:
    """Adding studies that are somewhere already."""
    return (
        Action(
            "add_from_file",
            tr("Add studies from a file..."),
            tr(
                "Look at the studies of a file from PubMed, a journal, Zotero or EndNote, and add those that you choose"
            ),
            adding.choose_files,
            None,
            adding.why_not,
        ),
    )
