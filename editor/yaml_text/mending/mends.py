"""What is told of a text that was mended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing mended: `line` counts from 1 in the file as it is; `after` is None where the lines go."""

    line: int
    what: str
    before: str
    after: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A key that stands twice and says two things: the lines of both, counted from 1, and what they say."""

    key: str
    lines: tuple[int, int]
    texts: tuple[str, str]
