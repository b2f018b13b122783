"""Keeping what is typed safe from a crash: it goes to the journal of this PC within a moment, in the background."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from editor.content.record_values import Values
from editor.session import Session, UnsavedWorkTold, journal_record
from editor.storage.journal import Journal
from editor.ui.background import Background
from editor.words import tr

PAUSE_MS = 250
"""Milliseconds from a change until it is written: with the disk's own time, the typing that a crash costs."""
PAUSE_AFTER_FAILURE_MS = 5000
"""Milliseconds until it is tried again where that failed."""
_LARGEST = 4_000_000  # bytes; a journal that has grown beyond is written anew


class Journaling(QObject):
    """Writes to a journal what is not saved, soon after each change, and takes the journal away once all is saved.

    What is written outlives this program at once. Until it outlives a power cut a busy disk may take seconds, in which
    more is written.
    """

    said = Signal(str)
    changed = Signal()
    """It can't be written any more, or can again."""

    def __init__(self, session: Session, journal: Journal, background: Background, parent: QObject | None) -> None:
        super().__init__(parent)
        self._session = session
        self._told = UnsavedWorkTold(session)
        self._journal = journal
        self._background = background
        self._writing: Event | None = None
        """Set as soon as what is being written is written, or has failed."""
        self._is_settling = self._is_unsettled = self._has_failed = False
        self.is_failing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        session.watch(self._mind)

    @property
    def path(self) -> Path:
        """The journal's file, which is there while anything is not saved."""
        return self._journal.path

    @property
    def is_writing(self) -> bool:
        """Whether a record is being written."""
        return self._writing is not None

    def flush(self) -> None:
        """Write what is new at once, and wait for it. Raises OSError."""
        if self._writing is not None:
            self._writing.wait()  # what tells of a later change must not come before it
            self._told.forget()  # nobody here knows yet whether it went well
        work = self._work()
        try:
            if work is not None:
                work()
            self._journal.settle()
        except OSError:
            self._told.forget()
            raise

    def end(self) -> None:
        """The window closes, and everything is saved or not wanted any more. It waits for the disk."""
        self._pause.stop()
        if self._writing is not None:
            self._writing.wait()  # else it would be there again
        self._journal.remove()

    def leave(self) -> None:
        """The window closes, and the next start shall offer what is not saved. Raises OSError."""
        self._pause.stop()
        try:
            self.flush()
        except OSError:  # so the window stays, and what is in it is still to be written
            self._pause.start(PAUSE_AFTER_FAILURE_MS)
            self._show(is_failing=True)
            raise
        self._journal.leave()

    def _mind(self) -> None:
        if not self._pause.isActive() and self._writing is None:
            self._pause.start(PAUSE_MS)

    def _begin(self) -> None:
        if self._writing is not None:
            return  # `_written` comes back here
        work = self._work()
        if work is not None:
            self._writing = Event()
            self._background.run(functools.partial(_do, work, self._writing), self._written, self._fail)

    def _work(self) -> Callable[[], None] | None:
        """What is to be done now, on any thread."""
        if not self._session.unsaved_places:
            self._told.forget()
            return self._journal.remove if self._journal.size else None
        write = self._journal.write
        if self._journal.size > _LARGEST or self._journal.is_doubtful:
            self._told.forget()
            write = self._journal.write_anew
        news = self._told.news()
        return None if news is None else functools.partial(_write, write, news)

    def _written(self, _nothing: None) -> None:
        self._writing = None
        self._is_unsettled, self._has_failed = True, False
        self._settle()
        self._mind()  # for what was typed meanwhile

    def _settle(self) -> None:
        if self._is_unsettled and not self._is_settling:
            self._is_settling, self._is_unsettled = True, False
            self._background.run(self._journal.settle, self._settled, self._fail_to_settle)

    def _settled(self, _nothing: None) -> None:
        self._is_settling = False
        if not self._has_failed:  # else what was typed last could not even be written
            self._show(is_failing=False)
        self._settle()  # for what was written meanwhile

    def _fail_to_settle(self, error: BaseException) -> None:
        self._is_settling = False
        self._mind_failure(error)

    def _fail(self, error: BaseException) -> None:
        self._writing = None
        self._mind_failure(error)

    def _mind_failure(self, error: BaseException) -> None:
        """Try again later, with everything in one record."""
        self._has_failed = True
        self._told.forget()
        self._pause.start(PAUSE_AFTER_FAILURE_MS)
        if not isinstance(error, OSError):
            raise error
        self._show(is_failing=True)

    def _show(self, *, is_failing: bool) -> None:
        if is_failing == self.is_failing:
            return
        self.is_failing = is_failing
        self.changed.emit()
        if is_failing:
            self.said.emit(
                tr("This computer's own disk is full or can't be written: what you type is in this window alone.")
            )
        else:
            self.said.emit(tr("What you type is kept safe from a power cut again."))


def _write(write: Callable[[bytes], None], news: Values) -> None:
    write(journal_record(news))


def _do(work: Callable[[], None], ended: Event) -> None:
    try:
        work()
    finally:
        ended.set()
