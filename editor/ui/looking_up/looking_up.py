"""Look-ups for the window, on a thread of their own: a network may be slow, the window never is.

Loaded at the first look-up: the window starts without it.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from editor.references.identifiers import Identifier
from editor.references.looking_up import Catalogue, LookedUp, LookUpFailed, look_up_all
from editor.ui.background import Background
from editor.ui.looking_up import look_up_words

LOOK_MS = 100
"""Milliseconds between two looks at how far it is."""


class LookingUp(QObject):
    """Looks papers up when it is told to, one look-up at a time; it changes nothing by itself.

    After a call comes `found` or `failed`, or both: of several papers some may be known and others not; then `ended`.
    Nothing of a look-up is told any more once it was stopped or another one has begun.
    """

    progressed = Signal(str)
    """What is going on, in words: "Looking up 2 of 5: DOI 10.1000/abc"."""
    found = Signal(object)
    """What was found: a tuple of `Answer`, each of which says from when it is."""
    failed = Signal(str, str)
    """Why nothing was found, or what was not: words for staff, and the same without the papers that were not found.

    They also come when the user stops it.
    """
    ended = Signal()
    """Nothing is being looked up any more."""

    def __init__(
        self, catalogue: Callable[[], Catalogue], site: Callable[[], str], parent: QObject | None = None
    ) -> None:
        """`catalogue` gives where to look, `site` the address of the clinic's website, which the services are told."""
        super().__init__(parent)
        self._catalogue = catalogue
        self._site = site
        self._background = Background(self)  # of its own: what hangs here must hold up nothing else
        self._run: _Run | None = None
        self._runs = _Runs()
        self.destroyed.connect(self._runs.stop)
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self._end)  # Python waits for its threads at the end
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether something is being looked up."""
        return self._run is not None

    def look_up(self, identifiers: Sequence[Identifier], *, ask_again: bool = False) -> None:
        """Look these papers up; with `ask_again` also those of which this PC has kept a new answer."""
        run = self._begin(tuple(identifiers))
        work = functools.partial(
            look_up_all,
            self._catalogue(),
            run.identifiers,
            run.stop,
            run.tell,
            ask_again=ask_again,
            site=self._site(),
        )
        self._background.run(work, functools.partial(self._finish, run), functools.partial(self._fail, run))

    def find(self, citation: str) -> None:
        """Look for the few papers that are most like a citation; which of them is the right one, the user says."""
        run = self._begin(())
        work = functools.partial(_find, self._catalogue(), citation, run.stop, self._site())
        self._background.run(work, functools.partial(self._finish, run), functools.partial(self._fail, run))

    def cancel(self) -> None:
        """Stop it, at once; nothing of it counts."""
        if self._run is not None:
            self._end()
            self.failed.emit(look_up_words.stopped(), look_up_words.stopped())
            self.ended.emit()

    def close(self) -> None:
        """Look up no more, and tell nothing of it."""
        self._end()
        self._background.close()

    def _begin(self, identifiers: tuple[Identifier, ...]) -> _Run:
        self._run = self._runs.begin(identifiers)
        self._look()
        self._looks.start()
        return self._run

    def _look(self) -> None:
        if self._run is not None and self._run.number != self._run.told:
            self._run.told = self._run.number
            self.progressed.emit(look_up_words.progress(self._run.identifiers, self._run.number))

    def _finish(self, run: _Run, looked_up: LookedUp) -> None:
        if run is not self._run:
            return
        self._end()
        if looked_up.answers:
            self.found.emit(looked_up.answers)
        if looked_up.failures:
            self.failed.emit(look_up_words.not_found(looked_up), look_up_words.why_not(looked_up))
        self.ended.emit()

    def _fail(self, run: _Run, error: BaseException) -> None:
        if run is not self._run:
            return
        self._end()
        if not isinstance(error, LookUpFailed):
            raise error
        self.failed.emit(str(error), str(error))
        self.ended.emit()

    def _end(self) -> None:
        self._run = None
        self._runs.stop()
        self._looks.stop()


class _Run:
    """One look-up, as its thread and the window know it."""

    def __init__(self, identifiers: tuple[Identifier, ...]) -> None:
        self.identifiers = identifiers
        self.stop = threading.Event()
        self.number = 0
        self.told = -1

    def tell(self, number: int) -> None:
        """On the thread: this paper comes next, counted from 0."""
        self.number = number


class _Runs:
    """Sees to it that a run ends when another begins, or when the window goes."""

    def __init__(self) -> None:
        self._last: _Run | None = None

    def begin(self, identifiers: tuple[Identifier, ...]) -> _Run:
        self.stop()
        self._last = _Run(identifiers)
        return self._last

    def stop(self) -> None:
        if self._last is not None:
            self._last.stop.set()


def _find(catalogue: Catalogue, citation: str, stop: threading.Event, site: str) -> LookedUp:
    return LookedUp(catalogue.find(citation, stop, site=site))
