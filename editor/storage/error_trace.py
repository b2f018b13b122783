"""What is written down about an error: its kind and where it came up, and nothing of what anybody typed."""

from __future__ import annotations

import traceback
from collections.abc import Iterator

_MOST_ERRORS = 8
_MOST_LINES = 60


def trace_of(error: BaseException) -> str:
    """The kinds of an error and of what led to it, each with the lines of code that were at work.

    Messages are left out, since they quote texts, and paths, since they hold people's names.
    """
    return "\n".join(line for one in _chain(error) for line in _lines(one))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, and before it those that it came from."""
    seen: set[int] = set()
    waiting = [error]
    while waiting and len(seen) < _MOST_ERRORS:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup):
            waiting += reversed(one.exceptions)
        before = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        if before is not None:
            waiting.append(before)


def _lines(error: BaseException) -> Iterator[str]:
    number = f" {error.errno}" if isinstance(error, OSError) and isinstance(error.errno, int) else ""
    yield f"{type(error).__qualname__}{number}"
    for frame, line in list(traceback.walk_tb(error.__traceback__))[-_MOST_LINES:]:
        yield f"  {frame.f_globals.get('__name__')}, line {line}, in {frame.f_code.co_qualname}"
