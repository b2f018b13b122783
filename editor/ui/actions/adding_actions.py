"""Adding studies that are published somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.adding.adding import Adding

ADDING_MENU = ("add_by_link", "add_from_file")


def adding_actions(adding: Adding) -> tuple[Action, ...]:
    """Adding studies that are somewhere already."""
    return (
        Action(
            "add_by_link",
            tr("Add study by link, DOI or citation"),
            tr("Go to the box where you paste a link, a DOI, a PubMed number or a citation, to look the study up"),
            adding.go_to_box,
            "Ctrl+Shift+K",
            adding.why_not,
        ),
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
