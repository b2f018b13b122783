"""What can be done about the review of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.page_edits import PageEdits


def review_actions(edits: PageEdits) -> tuple[Action, ...]:
    """The review of a page."""
    return (
        Action(
            "mark_reviewed",
            tr("Mark as reviewed today"),
            tr("Note that this page was read today, and when it is due again"),
            edits.mark_reviewed,
            None,
            edits.why_not_reviewed,
        ),
    )
