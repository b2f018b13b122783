"""Slow work, done elsewhere: blocking functions on threads, rendering in a child process that can be killed.

Everything here is used from the window's thread and answers on it; nothing here ever waits.
"""

from __future__ import annotations

import functools
import logging
import os
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt, QTimer, Signal
from shiboken6 import isValid

import editor
from editor.render import RENDER_ARGUMENT
from editor.render.last_words import tells_place
from editor.ui.render_requests import Rendered, RenderRequests

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.render.parts import Part
    from editor.render.theme import Theme

Result = TypeVar("Result")

_log = logging.getLogger(__name__)
_START_LIMIT_MS = 30_000
_START_ATTEMPTS = 3


class Background(QObject):
    """Runs blocking functions on a few threads and hands back what they return."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = _Workers()
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._workers.close)

    def run(
        self,
        function: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Calls `function` on a thread, then `done` with its result or `failed` with its error on the window's thread.

        If the widget (or other QObject) that `done` or `failed` is a method of no longer exists, it is not called.
        """
        future = self._workers.threads.submit(function)
        future.add_done_callback(functools.partial(self._end, done, failed))

    def close(self) -> None:
        """Drops what has not begun; what is running ends by itself, and nothing is delivered any more."""
        self._workers.close()

    def _end(
        self, done: Callable[[Result], None], failed: Callable[[BaseException], None], future: Future[Result]
    ) -> None:
        """On the worker's thread: passes the outcome over to the window's."""
        if future.cancelled():
            return
        error = future.exception()
        call = functools.partial(done, future.result()) if error is None else functools.partial(failed, error)
        with self._workers.passing_over:
            if not self._workers.are_closed and isValid(self):
                self._ended.emit(call)

    def _deliver(self, call: functools.partial[None]) -> None:
        receiver = getattr(call.func, "__self__", None)
        is_there = not isinstance(receiver, QObject) or isValid(receiver)
        if is_there and not self._workers.are_closed:
            call()


class _Workers:
    """The threads of a Background, which may outlive it: a drive that is gone can hold one for minutes."""

    def __init__(self) -> None:
        self.threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="background")
        self.passing_over = threading.Lock()
        self.are_closed = False

    def close(self) -> None:
        with self.passing_over:
            self.are_closed = True
        self.threads.shutdown(wait=False, cancel_futures=True)


class RenderProcess(QObject):
    """The child process that renders parts of pages: this very program, started with a hidden argument.

    It is killed when one part takes longer than `deadline` seconds (its own start does not count) and started again
    whenever it ends. `unavailable` is emitted when it cannot be started or keeps dying; `start` tries once more.
    """

    unavailable = Signal()

    def __init__(
        self, parent: QObject | None = None, *, deadline: float = 1.5, command: Sequence[str] | None = None
    ) -> None:
        super().__init__(parent)
        self._requests = RenderRequests()
        self._is_closed = False
        self._ready = False
        self._timed_out = False
        self._failures = 0
        self._process = QProcess(self)
        program, *arguments = command or own_command()
        self._process.setProgram(program)
        self._process.setArguments(arguments)
        self._process.setProcessEnvironment(own_environment())
        self._process.started.connect(self._greet)
        self._process.bytesWritten.connect(self._mind_the_clock)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        # Queued, since a program that is not there is told about while it is being started.
        self._process.errorOccurred.connect(self._error_occurred, Qt.ConnectionType.QueuedConnection)
        self._deadline = QTimer(self, singleShot=True, interval=round(deadline * 1000))
        self._deadline.timeout.connect(self._too_late)
        self._start_limit = QTimer(self, singleShot=True, interval=_START_LIMIT_MS)
        self._start_limit.timeout.connect(self._process.kill)
        self.destroyed.connect(functools.partial(end_process, self._process))

    @property
    def is_available(self) -> bool:
        """Whether rendering has not been given up."""
        return self._failures < _START_ATTEMPTS

    def start(self) -> None:
        """Starts the child if it does not run, also after it was given up; what was asked for last is then rendered."""
        self._failures = 0
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._start_child()

    def render(self, parts: Sequence[Part], answer: Callable[[tuple[Rendered, ...]], None]) -> None:
        """Renders the parts and calls `answer` with one result for each; at once if all of them are remembered.

        A newer call takes the place of one that is not answered yet, whose `answer` is then never called.
        """
        self._requests.ask(parts, answer)
        self._proceed()

    def wear(self, theme: Theme) -> None:
        """Renders in this look from now on; what has been answered in another has to be asked for anew."""
        self._requests.wear(theme)
        self._proceed()

    def close(self) -> None:
        """Ends the child; nothing is answered any more."""
        self._is_closed = True
        self._ready = False
        self._requests.forget_question()
        self._deadline.stop()
        self._start_limit.stop()
        end_process(self._process)

    def _start_child(self) -> None:
        self._ready = self._timed_out = False
        self._start_limit.start()
        self._process.start()

    def _greet(self) -> None:
        self._process.write(self._requests.greeting())

    def _proceed(self) -> None:
        """Sends what the child can take, answers what is complete."""
        if self._ready:
            self._process.write(self._requests.next_messages())
        self._requests.answer_if_complete()

    def _mind_the_clock(self) -> None:
        """Begins to count, from when the child has got or answered something; not from when it was lined up."""
        if not self._requests.in_work:
            self._deadline.stop()
        elif not self._deadline.isActive():
            self._deadline.start()

    def _read(self) -> None:
        if self._timed_out:
            return  # what comes after the deadline is too late: the part is to blame
        try:
            parts_answered = self._requests.receive(bytes(self._process.readAllStandardOutput().data()))
        except ValueError:
            self._process.kill()
            return
        self._ready = True
        self._start_limit.stop()
        if parts_answered:
            self._failures = 0
            self._errors()  # where it was some time ago is of no interest any more
            self._deadline.stop()  # the next part gets all the time again
        self._proceed()
        self._mind_the_clock()

    def _errors(self) -> str:
        """What the child has written as errors since this was asked before; passed on unless it says where it is."""
        words = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        if sys.stderr is not None and not tells_place(words):
            sys.stderr.write(words)
        return words

    def _too_late(self) -> None:
        if self._process.waitForReadyRead(0):
            return  # it is the window that was late, and has read only now what was answered in time
        self._timed_out = True
        self._process.kill()

    def _error_occurred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # Qt then sends no `finished`
            self._finished()

    def _finished(self) -> None:
        """The child is gone: killed at the deadline, crashed, or never there."""
        if self._is_closed:
            return
        self._ready = False
        self._deadline.stop()
        self._start_limit.stop()
        words = self._errors()
        self._requests.child_ended(timed_out=self._timed_out, words=words)
        _log.warning("The rendering process ended (%s, too late: %s)", self._process.exitCode(), self._timed_out)
        if not self._timed_out:
            self._failures += 1
        if self.is_available:
            self._start_child()
        else:
            self.unavailable.emit()
        self._proceed()


def own_command(argument: str = RENDER_ARGUMENT) -> list[str]:
    """The command that starts this program as one of its own processes, from source and packaged alike."""
    if getattr(sys, "frozen", False):
        return [sys.executable, argument]
    return [sys.executable, "-P", "-m", editor.__name__, argument]  # -P: nothing of the working folder


def own_environment() -> QProcessEnvironment:
    """So that `-m` finds this very program, whatever the working folder is and holds."""
    environment = QProcessEnvironment.systemEnvironment()
    folders = [str(Path(editor.__file__).parent.parent), environment.value("PYTHONPATH")]
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, folders)))
    return environment


def end_process(process: QProcess) -> None:
    """Ends a child before its QProcess is destroyed, which would warn about it."""
    if process.state() != QProcess.ProcessState.NotRunning:
        process.kill()
        process.waitForFinished(2000)
