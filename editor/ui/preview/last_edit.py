"""Whether somebody has just edited something here, so that the preview shows him the place."""

from __future__ import annotations

from editor.session.undo_history import UndoHistory


class LastEdit:
    """Tells an edit made in this window from all else that changes a page, such as what a colleague has saved."""

    def __init__(self, history: UndoHistory) -> None:
        self._history = history
        self._seen = history.next_undo

    def look(self) -> str:
        """The name of what was edited since the last look, the same for all typing in one field; "" for nothing."""
        before, self._seen = self._seen, self._history.next_undo
        step = self._seen
        if step is before or (step is not None and step.takes_in is not None):
            return ""
        return "undo" if step is None else f"{step.place} {step.merge_key or step.label}"
