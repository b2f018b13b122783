"""Drives the program from within its own process: it takes a journey from wait to wait.

A journey is a generator. What it yields is waited for; in between the program's own event loop runs as ever.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication

PATIENCE_MS = 60_000
"""Milliseconds that a journey waits for one thing before it is given up."""
FAILED = 3
"""The program's exit status when a journey did not come to its end."""

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Until:
    """Wait for a signal until a condition holds."""

    signal: SignalInstance
    holds: Callable[[], bool]


Journey = Generator[Until, None, None]


class Driver(QObject):
    """Takes a journey to its end, at which the program has to end too. Where it fails, the console says where."""

    _on = Signal()

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._waiting: Until | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)
        self._on.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin as soon as the event loop runs."""
        self._on.emit()

    def _go_on(self) -> None:
        self._patience.start()
        self._waiting = self._try(functools.partial(next, self._journey, None))
        if self._waiting is not None:
            self._waiting.signal.connect(self._look)
            self._look()

    def _look(self) -> None:
        if self._waiting is not None and self._try(self._waiting.holds):
            self._waiting.signal.disconnect(self._look)
            self._waiting = None
            self._on.emit()

    def _give_up(self) -> None:
        if self._waiting is None:
            print("The journey is over, and the program has not ended.", file=sys.stderr)
            QApplication.exit(FAILED)
        else:  # the journey tells at which wait
            self._try(functools.partial(self._journey.throw, TimeoutError("what is waited for does not come")))

    def _try(self, step: Callable[[], Answer]) -> Answer:
        """Do something that may fail; then the program ends, and the error goes the way of all errors."""
        succeeds = False
        try:
            answer = step()
            succeeds = True
            return answer
        finally:
            if not succeeds:
                QApplication.exit(FAILED)


class Told(QObject):
    """Takes in what is told later, such as the preview's text, which comes when the browser has it."""

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.answer: object = None
        self.has_answer = False

    def take(self, answer: object) -> None:
        """Keep the answer."""
        self.answer, self.has_answer = answer, True
        self.came.emit()

    def has_come(self) -> bool:
        """Whether the answer is there."""
        return self.has_answer
