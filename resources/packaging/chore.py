"""What every chore shares: telling the developer what happens, and stopping with a reason."""

from __future__ import annotations

import os
import sys


class ChoreError(Exception):
    """A chore cannot go on; the text says why and what to do."""


def say(text: str) -> None:
    """Print a line at once, so that it stands above the output of the commands that follow."""
    print(text, flush=True)


def is_linux() -> bool:
    """Whether this is Linux, the one system where Qt leans on packages of the distribution."""
    return sys.platform.startswith("linux")


def is_root() -> bool:
    """Whether this runs with the rights of root; never on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def has_terminal() -> bool:
    """Whether somebody is there to answer a question."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
