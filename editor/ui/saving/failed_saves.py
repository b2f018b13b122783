"""What could not be saved and still is not: why, and when it is tried again by itself."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from editor.session import Place, SaveFailed, SaveJob, Session

PAUSES_MS = (10_000, 30_000, 60_000)
"""Milliseconds until the first, the second and every further try."""


class FailedSaves(QObject):
    """Keeps why each file could not be saved, until it is, or its words are changed back.

    Where the reason may be over in a while, it asks for another try again and again.
    """

    due = Signal(list)
    """These places shall be tried again."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._failures: dict[Place, SaveFailed] = {}
        self._tries = 0
        self._is_closed = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._ask)
        session.watch(self._mind)

    @property
    def all(self) -> tuple[SaveFailed, ...]:
        """The failures, one for each file."""
        return tuple(self._failures.values())

    @property
    def waits_for(self) -> str:
        """What may be over in a while, as part of a sentence; "" where nothing is tried again."""
        return next((failure.error.passing for failure in self.all if failure.error.passing), "")

    def job_of(self, place: Place) -> SaveJob | None:
        """The save of a place that failed, if it did."""
        failure = self._failures.get(place)
        return None if failure is None else failure.job

    def keep(self, failures: Iterable[SaveFailed]) -> None:
        """Take in what has failed just now."""
        self._failures.update({failure.job.file.place: failure for failure in failures})
        self._mind()

    def forget(self, place: Place) -> None:
        """A place is saved."""
        self._failures.pop(place, None)

    def begin_anew(self) -> None:
        """The user has saved: the next try by itself is soon again."""
        self._pause.stop()
        self._tries = 0

    def wait(self) -> None:
        """Let a while pass until the next try, where there is anything to be tried."""
        if self.waits_for and not self._is_closed:
            self._pause.start(PAUSES_MS[min(self._tries, len(PAUSES_MS) - 1)])

    def close(self) -> None:
        """Ask for nothing any more."""
        self._is_closed = True
        self._pause.stop()

    def _mind(self) -> None:
        self._failures = {place: one for place, one in self._failures.items() if self._session.is_unsaved(place)}

    def _ask(self) -> None:
        self._tries += 1
        places = [place for place, failure in self._failures.items() if failure.error.passing]
        if places:
            together = dict.fromkeys(one for place in places for one in self._session.saved_together(place))
            self.due.emit([place for place in together if self._session.is_editable(place)])
