"""The answer to "is my work safe?", from all that has a say in it."""

from __future__ import annotations

from editor.session import Session
from editor.ui.opening import Opening
from editor.ui.outside.drive_strip import AWAY_STATE
from editor.ui.outside.watching import Watching
from editor.ui.recovery.recovery import ASKING_STATE, Recovery
from editor.ui.saving.journaling import Journaling
from editor.ui.saving.save_state import Unsaved, reading_state, save_state, trouble_state
from editor.ui.saving.saving import Saving


class WorkState:
    """Knows what is being read, asked and saved, and what keeps changes from being saved."""

    def __init__(
        self,
        session: Session,
        opening: Opening,
        recovery: Recovery,
        watching: Watching,
        saving: Saving,
        journaling: Journaling,
    ) -> None:
        self._session = session
        self._opening = opening
        self._recovery = recovery
        self._watching = watching
        self._saving = saving
        self._journaling = journaling

    def words(self, changed: tuple[Unsaved, ...]) -> tuple[str, tuple[Unsaved, ...]]:
        """The sentence of the moment, and which changes it speaks of, so that one can have them listed."""
        if self._opening.is_reading and not changed:
            return reading_state(*self._opening.progress), ()
        if self._opening.failure:
            return self._opening.failure, ()
        if self._recovery.box is not None:
            return ASKING_STATE, changed
        if self._watching.is_away and changed:
            return AWAY_STATE, changed
        if self._saving.is_waited_for:
            return self._saved(changed), ()
        is_kept, waits_for = not self._journaling.is_failing, self._saving.failures.waits_for
        return trouble_state(changed, waits_for=waits_for, is_kept=is_kept) or self._saved(changed), changed

    def _saved(self, changed: tuple[Unsaved, ...]) -> str:
        saving = self._saving
        return save_state(
            changed,
            self._session.site.published_by or "",
            is_saving=saving.is_waited_for,
            last_saved=saving.last_saved,
            only_shared=saving.has_saved_shared_texts_alone,
            is_first=saving.has_saved_once,
        )
