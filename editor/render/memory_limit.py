"""A limit on the memory of a process that renders, so that a template cannot fill the computer's."""

from __future__ import annotations

import contextlib
import sys

if sys.platform != "win32":
    import resource

LIMIT = 1024 * 1024 * 1024
"""Bytes; rendering the longest page takes a tenth."""


def limit_memory() -> None:
    """Let this process have so much memory and no more, where the system can do that (Linux; not macOS or Windows).

    What needs more raises MemoryError, or ends the process.
    """
    if sys.platform == "win32":
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (LIMIT, most))
