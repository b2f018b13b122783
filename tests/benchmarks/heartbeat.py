"""How long the window's thread is held up, seen by a timer that wants to be called every millisecond."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer

_SCHEDULED = Path("/proc/thread-self/schedstat")
"""On Linux: the nanoseconds for which this thread has worked, and those for which it was ready and others worked."""


def own_time() -> float:
    """The clock of this thread, in seconds, which stands still while the machine lets others work.

    It goes on while the thread works and while it waits for something; where the system does not tell the two kinds of
    waiting apart, only while it works.
    """
    try:
        _, ready, _ = _SCHEDULED.read_bytes().split()
    except OSError:
        return time.thread_time()
    return time.perf_counter() - int(ready) / 1e9


class Heartbeat:
    """Sees for how long the window did not get round to anything else.

    With `time.thread_time` as the clock it counts only what the window's thread itself worked meanwhile, not what it
    waited for: other programs, or another thread that had Python's lock.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self.longest, self._last = 0.0, clock()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = self._clock()
        self.longest, self._last = max(self.longest, now - self._last), now

    def take(self) -> float:
        """The longest time since this was last asked, in seconds."""
        longest, self.longest = self.longest, 0.0
        return longest


def wait(milliseconds: int) -> None:
    """Lets the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(condition: Callable[[], bool]) -> None:
    """Lets the event loop run until something holds."""
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if condition() else None)
    timer.start(1)
    loop.exec()
