"""A screen that nobody sees, for machines without one (Linux only)."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from resources.packaging.chore import ChoreError, is_linux

SIZE = "1280x800x24"
"""The clinic's screen, in pixels, with 24 bits of colour."""


def has_screen() -> bool:
    """Whether windows can be shown here."""
    return not is_linux() or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Run Xvfb on a free display while the block runs; gives the value for DISPLAY.

    Raises ChoreError if it does not start.
    """
    listening, announcing = os.pipe()
    command = ["Xvfb", "-displayfd", str(announcing), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
    nothing = subprocess.DEVNULL
    server = subprocess.Popen(command, pass_fds=[announcing], stdin=nothing, stdout=nothing, stderr=nothing)
    os.close(announcing)
    try:
        with os.fdopen(listening, encoding="ascii") as answer:
            number = answer.readline().strip()
        if not number:
            raise ChoreError("The virtual screen did not start. Run this to see why:\n\n    Xvfb :99\n")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
