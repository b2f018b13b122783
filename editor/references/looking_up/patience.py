"""How long a person waits, and how often a service may be asked."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds that one look-up waits for.

    `connecting` to a service, `whole` for all of one look-up, `pause` before the second try (the third waits twice as
    long), `longest_pause` that is waited where a service asks for one; what asks for more is told to the user.
    """

    connecting: float = 6
    whole: float = 25
    pause: float = 1
    longest_pause: float = 5
    tries: int = 3


class Pace:
    """Keeps questions to one service apart, and remembers until when it wants to be left alone; from any thread."""

    def __init__(self, gap: float) -> None:
        self._gap = gap
        self._next = 0.0
        self._closed_until = 0.0
        self._one_at_a_time = threading.Lock()

    def turn(self) -> float:
        """Take the next turn; in how many seconds it is."""
        with self._one_at_a_time:
            now = time.monotonic()
            turn = max(now, self._next)
            self._next = turn + self._gap
            return turn - now

    def close(self, seconds: float) -> None:
        """Leave the service alone for so long."""
        self._closed_until = time.monotonic() + seconds

    @property
    def closed_for(self) -> float:
        """For how many seconds more the service wants to be left alone; 0 if it does not."""
        return max(self._closed_until - time.monotonic(), 0.0)
