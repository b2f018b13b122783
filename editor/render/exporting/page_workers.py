"""The processes that make an export's pages: several at once, each killed where a page takes longer than it may.

A page whose process is killed, or dies by itself, is tried once more, and then says which part it is at: so a bad
moment of the machine costs no page, and where a page is to blame, the part of it can be named. Where a template of the
website's own is, the built-in one stands in for it from then on.
"""

from __future__ import annotations

import math
import os
import pickle
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import editor
from editor.render import WORKER_ARGUMENT
from editor.render.exporting.messages import At, Job, Made, Settings, words_file
from editor.render.exporting.report import NotExported
from editor.render.last_words import is_text_slow, last_words, slow_templates
from editor.render.theme import ThemeFault, built_in_texts
from editor.words import tr

MOST_WORKERS = 4
_BATCH = 8
"""The most jobs that a worker is sent at once; each message costs both sides a change of processes."""
_START_SECONDS = 30.0
_START_ATTEMPTS = 3
_END_SECONDS = 5.0
_LAST_WORDS_SECONDS = 1.0


class PageWorkers:
    """Makes pages in processes of their own. It is to be closed, whatever has happened."""

    def __init__(self, settings: Settings, command: Sequence[str] | None = None) -> None:
        self.settings = settings
        self._command = tuple(command or own_command())
        self._most = min(MOST_WORKERS, _processors())
        lock = threading.RLock()
        self._to_do, self._done = threading.Condition(lock), threading.Condition(lock)
        self._waiting: deque[Job] = deque()
        self._made: list[Made] = []
        self._unanswered = 0
        self._workers: list[_Worker] = []
        self._failures = 0
        self.is_closed = False

    @property
    def is_busy(self) -> bool:
        """Whether there is anything that was asked for and not taken yet."""
        return self._unanswered > 0

    def ask(self, job: Job) -> None:
        """Have a page made."""
        with self._to_do:
            self._waiting.append(job)
            self._unanswered += 1
            if len(self._workers) < min(self._most, 1 + len(self._waiting) // _BATCH):
                self._workers.append(_Worker(self, self._command))
            self._to_do.notify()

    def take(self, seconds: float = 0.0) -> list[Made]:
        """What has been made meanwhile. It waits for something no longer than `seconds`, and kills what takes too long.

        Raises NotExported where the processes do not start, or one of them is not to be understood.
        """
        with self._done:
            for worker in self._workers:
                worker.kill_if_late()
            if not self._made and self._unanswered:
                is_any_at_work = any(worker.thread.is_alive() for worker in self._workers)
                if not is_any_at_work or any(worker.has_broken_off for worker in self._workers):
                    raise NotExported(
                        tr(
                            "The part of this program that makes the pages does not start, or has stopped."
                            " Nothing was exported. Close the program and start it again."
                        )
                    )
                self._done.wait(seconds)
            made, self._made = self._made, []
            self._unanswered -= len(made)
        return made

    def close(self) -> None:
        """End the processes, also in the middle of a page."""
        with self._to_do:
            self.is_closed = True
            self._waiting.clear()
            self._to_do.notify_all()
            for worker in self._workers:
                worker.kill()
        for worker in self._workers:
            worker.thread.join(_END_SECONDS)

    # What the workers' threads ask and tell

    def next_jobs(self) -> list[Job]:
        """What to do next; waits for it. Nothing once this is closed."""
        with self._to_do:
            while not self._waiting and not self.is_closed:
                self._to_do.wait()
            jobs: list[Job] = []
            most = min(_BATCH, math.ceil(len(self._waiting) / len(self._workers)))
            while self._waiting and len(jobs) < most and not (jobs and self._waiting[0].aloud):
                jobs.append(self._waiting.popleft())
                if jobs[0].aloud:
                    break  # alone, so that nothing else is to blame
            return jobs

    def tell(self, made: Made) -> None:
        """A job is done."""
        with self._done:
            self._failures = 0
            self._made.append(made)
            self._done.notify()

    def give_back(self, jobs: Sequence[Job]) -> None:
        """These jobs are still to be done."""
        with self._to_do:
            if not self.is_closed:
                self._waiting.extendleft(reversed(jobs))
                self._to_do.notify_all()

    def leave_out(self, template: str, slow: str) -> None:
        """A template of the website's own takes too long, for which `slow` is to blame: itself, or what it includes.

        From now on the built-in one stands in for it.
        """
        with self._to_do:
            theme = self.settings.theme
            if template in theme.own:
                fault = ThemeFault(slow, None, tr("it takes too long"))
                faults = (*self.settings.faults, fault)
                self.settings = replace(self.settings, theme=theme.without(template), faults=faults)

    def tell_failure(self) -> bool:
        """A process did not even start; whether to try again."""
        with self._done:
            self._failures += 1
            self._done.notify()
            return self._failures < _START_ATTEMPTS and not self.is_closed


class _Worker:
    """One process, and the thread that gives it its work and waits for its answers."""

    def __init__(self, workers: PageWorkers, command: Sequence[str]) -> None:
        self._workers = workers
        self._settings = workers.settings
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._until = math.inf
        self._is_late = False
        self._has_started = False
        self.has_broken_off = False
        """Whether the thread has ended with jobs that nobody else will do."""
        self.thread = threading.Thread(target=self._run, name="export", daemon=True)
        self.thread.start()

    def kill_if_late(self) -> None:
        """End the process if what it is doing takes too long."""
        with self._lock:
            if time.monotonic() > self._until:
                self._is_late = True
                self._until = math.inf
                self.kill()

    def kill(self) -> None:
        """End the process."""
        if self._process is not None:
            with suppress(OSError):
                self._process.kill()

    def _run(self) -> None:
        """The thread: work until there is no more."""
        is_done = False
        try:
            self._work()
            is_done = True
        finally:
            self._end_process()
            self.has_broken_off = not is_done

    def _work(self) -> None:
        while jobs := deque(self._workers.next_jobs()):
            at = ""
            try:
                self._send(jobs)
                while jobs:
                    more = _LAST_WORDS_SECONDS if jobs[0].aloud else 0.0
                    answer = self._receive(jobs[0].seconds + more)
                    while isinstance(answer, At):
                        at = answer.part
                        answer = self._receive(answer.seconds + more)
                    if answer is not None:
                        self._workers.tell(answer)
                        jobs.popleft()
            except (EOFError, OSError, pickle.UnpicklingError):
                if not self._blame(jobs, at):
                    return

    def _send(self, jobs: Sequence[Job]) -> None:
        if self._settings is not self._workers.settings:
            self._end_process()
            self._settings = self._workers.settings
        if self._process is None:
            self._has_started = False
            self._mind(_START_SECONDS)
            self._process = _started(self._command)
            if self._workers.is_closed:
                raise EOFError  # nobody else would end it any more
            self._write(self._settings)
        self._write(list(jobs))

    def _write(self, message: object) -> None:
        assert self._process is not None and self._process.stdin is not None
        pickle.dump(message, self._process.stdin, pickle.HIGHEST_PROTOCOL)
        self._process.stdin.flush()

    def _receive(self, seconds: float) -> Made | At | None:
        assert self._process is not None and self._process.stdout is not None
        if self._has_started:
            self._mind(seconds)
        answer: Made | At | None = pickle.load(self._process.stdout)
        self._has_started = True
        self._mind(math.inf)
        return answer

    def _mind(self, seconds: float) -> None:
        with self._lock:
            self._until = time.monotonic() + seconds

    def _blame(self, jobs: deque[Job], at: str) -> bool:
        """The process is gone: the job that it was busy with is tried once more, or given up. Whether to go on."""
        was_late, self._is_late = self._is_late, False
        has_started = self._has_started
        self._end_process()
        if not has_started:
            self._workers.give_back(jobs)
            return self._workers.tell_failure()
        guilty = jobs.popleft()
        if not guilty.aloud:
            self._workers.give_back([replace(guilty, aloud=True), *jobs])
            return True
        words = last_words(words_file(self._settings.staging, guilty.number))
        slow = [] if is_text_slow(words) else slow_templates(words, self._settings.theme.own)
        template = next((name for name in slow if name in built_in_texts()), None)
        if template is not None:
            self._workers.leave_out(template, slow[0])
            jobs.appendleft(guilty)
        else:
            self._workers.tell(Made(guilty.number, problem=_why(at, was_late=was_late or bool(words))))
        self._workers.give_back(jobs)
        return True

    def _end_process(self) -> None:
        process, self._process = self._process, None
        self._mind(math.inf)
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):  # what was not sent cannot be sent any more
                    if pipe is not None:
                        pipe.close()
            process.wait()


def own_command(argument: str = WORKER_ARGUMENT) -> list[str]:
    """The command that starts this program as a worker, from source and packaged alike."""
    if getattr(sys, "frozen", False):
        return [sys.executable, argument]
    return [sys.executable, "-P", "-m", editor.__name__, argument]  # -P: nothing of the working folder


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """The process; `-m` finds this very program, whatever the working folder is and holds."""
    folders = [str(Path(editor.__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, folders))}
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        process_group=None if sys.platform == "win32" else 0,  # Ctrl+C is for the export alone, which ends them
    )


def _processors() -> int:
    """How many processors this program may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _why(at: str, *, was_late: bool) -> str:
    """Why a page is left out, as a sentence."""
    place = at or tr("This page")
    if was_late:
        return tr("{place} takes too long to show.", place=place)
    return tr("{place} can't be shown.", place=place)
