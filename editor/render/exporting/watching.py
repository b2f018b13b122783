"""Whoever waits for an export: told how far it is, asked whether it should go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from editor.render.exporting.report import ExportCancelled


def _tell_nobody(_done: int, _of: int) -> None:
    pass


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watching:
    """`progress` is told how many pages are done, and of how many; `cancelled` is asked whether to stop.

    Both are called often, on the thread that exports.
    """

    progress: Callable[[int, int], None] = _tell_nobody
    cancelled: Callable[[], bool] = _never

    def check(self) -> None:
        """Raise ExportCancelled where somebody wants to stop."""
        if self.cancelled():
            raise ExportCancelled
