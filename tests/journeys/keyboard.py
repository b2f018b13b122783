"""The keyboard of the X server: drives a program from outside, which knows nothing of it."""

from __future__ import annotations

import subprocess
import time

from tests.journeys.content_under_git import SECONDS


def xdotool(*arguments: str) -> str:
    """What xdotool answers to a command."""
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, timeout=SECONDS, check=True)
    return done.stdout.strip()


def wait_for_title(beginning: str) -> str:
    """Wait until the program's window has a title that begins so; the answer is the window's number."""
    return wait_for_window(f"^{beginning} - ")


def wait_for_window(title: str) -> str:
    """Wait until a window with such a title, a regular expression, is seen; the answer is the window's number.

    xdotool waits by itself, but gives up where a window goes while it looks through them all.
    """
    until = time.monotonic() + SECONDS
    while True:
        try:
            return xdotool("search", "--sync", "--onlyvisible", "--name", title).splitlines()[0]
        except subprocess.CalledProcessError:
            if time.monotonic() > until:
                raise


def go_to_the_introduction(window: str) -> None:
    """Put the cursor before the first letter of a page's introduction."""
    xdotool("windowfocus", "--sync", window)
    # Past both names, the status, the group's own button, and the two buttons of the heading that all pages share.
    xdotool("key", "ctrl+1", *["Tab"] * 6, "ctrl+Home")
