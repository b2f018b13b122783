"""What commands say, where errors go and where nobody listens, and the exit statuses with which they end."""

from __future__ import annotations

import sys
from typing import TextIO

DONE, PROBLEMS, CANNOT_START, STOPPED = 0, 1, 2, 130
"""The exit statuses: all is well; a file cannot be read or written, or there is a problem that matters; the command is
wrong; it was stopped by Ctrl+C, for which this is the usual one.
"""


class Unheard(Exception):
    """Nobody can take what is said: `reason` says why, as of a full disk; "" where who listened has heard enough."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


def say(sentence: str) -> None:
    """Print a sentence. Raises Unheard."""
    _print(sentence, sys.stdout)


def say_error(sentence: str) -> None:
    """Print a sentence where errors go. Raises Unheard."""
    _print(sentence, sys.stderr)


def _print(sentence: str, stream: TextIO) -> None:
    try:
        print(sentence, file=stream, flush=True)
    except BrokenPipeError as error:
        raise Unheard from error
    except OSError as error:
        raise Unheard(str(error.strerror)) from error
