"""Closing the window: what is being saved is waited for, what is not saved is asked about, once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from editor.session import Session
from editor.ui.saving.closing_box import ClosingBox
from editor.ui.saving.journaling import Journaling
from editor.ui.saving.save_state import unsaved
from editor.ui.saving.saving import Saving

PATIENCE_MS = 10_000
"""Milliseconds that a save may take before it is asked whether to close without it."""


class Closing(QObject):
    """Finds out whether the window may close."""

    agreed = Signal()
    """Nothing stands against it any more."""
    declined = Signal()
    """The window stays: the user wants that, or something could not be saved."""

    def __init__(self, session: Session, saving: Saving, journaling: Journaling, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._saving = saving
        self._journaling = journaling
        self._window = window
        self._box: ClosingBox | None = None
        self._waits = False
        self._discards = False
        self.keeps_words = False
        """Whether what is not saved is left to the next start."""
        self._gives_save_up = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._ask_about_save)
        saving.ended.connect(self._saved)

    @property
    def may_close(self) -> bool:
        """Whether closing loses nothing that the user wants to keep."""
        # While a save runs, nobody knows yet what the file will hold: what was undone since may be in it.
        is_decided = self._discards or self.keeps_words or not self._session.unsaved_places
        return is_decided and (self._gives_save_up or not self._saving.is_busy)

    @property
    def waits(self) -> bool:
        """Whether the window closes as soon as a save has ended, unless that fails."""
        return self._waits

    def ask(self) -> None:
        """Ask what shall become of the changes; `agreed` or `declined` follows. A save that runs is waited for."""
        if self._box is not None:
            return
        if self._saving.is_busy:
            self._wait()
            return
        changed, failures = unsaved(self._session), self._saving.failures.all
        box = ClosingBox(self._window)
        if failures:
            box.ask_after_failure(changed, failures, self._save, self._keep)
        else:
            box.ask(changed, self._save, self.discard)
        self._open(box)

    def discard(self) -> None:
        """Give up the changes and close."""
        self._discards = True
        self.agreed.emit()

    def _wait(self) -> None:
        self._waits = True
        self._patience.start()

    def _ask_about_save(self) -> None:
        """A drive that does not answer holds a save up without end."""
        if self._waits and self._saving.is_busy and self._box is None:
            box = ClosingBox(self._window)
            box.ask_about_save(self._keep_without_save)
            self._open(box, self._wait)

    def _keep_without_save(self) -> None:
        self._waits = False
        self._gives_save_up = True
        self._keep()

    def _open(self, box: ClosingBox, stay: Callable[[], object] | None = None) -> None:
        self._box = box
        box.stayed.connect(self.declined.emit if stay is None else stay)
        box.over.connect(self._answered)
        box.open()

    def _answered(self) -> None:
        self._box = None

    def _keep(self) -> None:
        """Close, and leave the words to the next start, where that can be."""
        try:
            self._journaling.leave()
        except OSError:
            self.keeps_words = self._gives_save_up = False
            box = ClosingBox(self._window)
            box.ask_where_nothing_can_be_kept(self._save_copies, self.discard)
            self._open(box)
            return
        self.keeps_words = True
        self.agreed.emit()

    def _save_copies(self) -> None:
        self._saving.save_copies()
        self.declined.emit()

    def _save(self) -> None:
        self._wait()
        self._saving.save(self._session.unsaved_places)

    def _saved(self, all_is_well: bool) -> None:
        waited, self._waits = self._waits, False
        if not waited:
            return
        self._patience.stop()
        if self._box is not None:
            self._box.withdraw()
        if not all_is_well:
            self._discards = self.keeps_words = False
            self.declined.emit()
        elif self.keeps_words:
            self._keep()  # what was typed meanwhile too
        elif self.may_close:
            self.agreed.emit()
        else:
            self.ask()
