"""The child process that checks pages: this very program, started with a hidden argument."""

from __future__ import annotations

import functools
import logging
import pickle
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, Qt, QTimer, Signal

from editor.paths import CHECK_ARGUMENT
from editor.session.checking.messages import GREETING, LENGTH, Checked, Request, message
from editor.ui.background import end_process, own_command, own_environment

_log = logging.getLogger(__name__)
_START_LIMIT_MS = 60_000


class CheckProcess(QObject):
    """Passes requests on and tells the answers. It starts with the first request, and again with one after its end.

    It is killed where no answer comes for `deadline` seconds, its start aside: a pattern of a clinic's own may be slow.
    """

    answered = Signal(Checked)
    ended = Signal()
    """The process has gone with what it knew; nothing that it was asked will be answered."""

    def __init__(
        self, parent: QObject | None = None, *, deadline: float = 30, command: Sequence[str] | None = None
    ) -> None:
        super().__init__(parent)
        self._received = bytearray()
        self._is_closed = False
        self._process = QProcess(self)
        program, *arguments = command or own_command(CHECK_ARGUMENT)
        self._process.setProgram(program)
        self._process.setArguments(arguments)
        self._process.setProcessEnvironment(own_environment())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        # Queued, since a program that is not there is told about while it is being started.
        self._process.errorOccurred.connect(self._error_occurred, Qt.ConnectionType.QueuedConnection)
        self._is_ready = False
        self._milliseconds = round(deadline * 1000)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._take_next)
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._process.kill)
        self.destroyed.connect(functools.partial(end_process, self._process))

    def send(self, *requests: Request) -> None:
        """Send requests, of which the last is answered."""
        if self._is_closed:
            return
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._received.clear()
            self._is_ready = False
            self._process.start()
        for request in requests:
            self._process.write(message(request))
        self._deadline.start(self._milliseconds if self._is_ready else _START_LIMIT_MS)

    def close(self) -> None:
        """End the process; nothing is told any more."""
        self._deadline.stop()
        self._turn.stop()
        self._is_closed = True
        end_process(self._process)

    def _read(self) -> None:
        self._received += self._process.readAllStandardOutput().data()
        self._take_next()

    def _take_next(self) -> None:
        """Take one answer, and the next when the window has got round to all else."""
        if (body := self._next()) is not None:
            self._turn.start()
            answer: Checked = pickle.loads(body)
            if answer.number == GREETING:
                self._is_ready = True
                self._deadline.start(self._milliseconds)
            else:
                if answer.is_last:
                    self._deadline.stop()
                self.answered.emit(answer)

    def _next(self) -> bytes | None:
        """The next answer, once all of it is here."""
        if len(self._received) < LENGTH.size:
            return None
        (length,) = LENGTH.unpack_from(self._received)
        end = LENGTH.size + length
        if len(self._received) < end:
            return None
        body = bytes(self._received[LENGTH.size : end])
        del self._received[:end]
        return body

    def _error_occurred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # Qt then sends no `finished`
            self._finished()

    def _finished(self) -> None:
        if self._is_closed:
            return
        self._deadline.stop()
        self._turn.stop()
        words = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        if sys.stderr is not None:
            sys.stderr.write(words)
        _log.warning("The checking process ended (%s)", self._process.exitCode())
        self.ended.emit()
