"""The two ways in which this room says no. After either, the text is exactly as it was."""

from __future__ import annotations


class Refused(Exception):
    """The change cannot be made without touching something else; nothing was changed.

    `reason` is one plain sentence for the user.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unreadable(Refused):
    """A text cannot be opened; its bytes are untouched.

    `line` is where it happened, counted from 1, or None; `advice` says in plain words what to do.
    """

    def __init__(self, reason: str, advice: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.advice = advice
        self.line = line

    def __str__(self) -> str:
        return self.reason if self.line is None else f"{self.reason} ({self.line})"
