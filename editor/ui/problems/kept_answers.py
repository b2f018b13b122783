"""The answers of the open folder: read in the background, and kept there as soon as they are given."""

from __future__ import annotations

import functools
import threading
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from editor.session import Session
from editor.session.answers import ReadAnswers, Wanted, keep_answers, read_answers
from editor.storage.record_files import ANSWERS, RecordFiles
from editor.ui.background import Background
from editor.ui.problems.checking import Checking

_EVERY_MS = 60_000
_AGAIN_MS = 5_000
_LAST_S = 3.0
"""Seconds that closing waits at most for a drive that does not answer."""


class KeptAnswers(QObject):
    """Knows what colleagues have answered, and has the folder know what is answered here.

    While the folder is away, what is answered waits, and is tried again.
    """

    waits = Signal()
    """Something could not be kept now."""

    def __init__(self, session: Session, checking: Checking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._checking = session, checking
        self._files = RecordFiles(session.folder.root, ANSWERS)
        self._background = Background(self)
        self._writing: Wanted | None = None
        self._writes = 0
        self._next = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._next.timeout.connect(self.read)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._write)
        session.watch(self._write)

    def read(self) -> None:
        """Read what is new in the folder, and again every minute."""
        take = functools.partial(self._take, self._writes)
        self._background.run(functools.partial(read_answers, self._files), take, self._read_failed)

    def close(self) -> None:
        """Read no more, and put into the folder what is not there yet."""
        self._next.stop()
        self._again.stop()
        self._background.close()
        if wanted := self._session.answers.wanted:
            last = threading.Thread(target=functools.partial(_keep_at_last, self._files, wanted))
            last.start()
            last.join(_LAST_S)

    def _take(self, writes: int, read: ReadAnswers) -> None:
        if writes != self._writes or self._writing is not None:  # it may not have seen what was written meanwhile
            self.read()
            return
        if self._session.answers.take(read):
            self._checking.see_answers()
        self._next.start()

    def _read_failed(self, error: BaseException) -> None:
        self._next.start()
        if not isinstance(error, OSError):  # the folder is away, of which the window tells
            raise error

    def _write(self) -> None:
        wanted = self._session.answers.wanted
        if wanted and self._writing is None and not self._again.isActive():
            self._writing = wanted
            self._writes += 1
            self._background.run(functools.partial(keep_answers, self._files, wanted), self._kept, self._write_failed)

    def _kept(self, _nothing: None) -> None:
        wanted, self._writing = self._writing, None
        assert wanted is not None
        self._session.answers.kept(wanted)
        self._write()

    def _write_failed(self, error: BaseException) -> None:
        self._writing = None
        self._again.start()
        self.waits.emit()
        if not isinstance(error, OSError):
            raise error


def _keep_at_last(files: RecordFiles, wanted: Wanted) -> None:
    with suppress(OSError):  # the drive is away: the problem is told again at the next start
        keep_answers(files, wanted)
