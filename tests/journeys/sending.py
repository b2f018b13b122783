"""Sends the program on journeys, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT
from tests.journeys.content_under_git import SECONDS, program_settings
from tests.journeys.driver import Journey


def send_on(journey: Callable[[], Journey], folder: Path | None = None, *, status: int = 0) -> None:
    """Start the program, on a folder or without one, and have it end well, or with another status."""
    command = [sys.executable, "-m", "tests.journeys.run_driven", journey.__module__, journey.__name__]
    if folder is not None:
        command.append(str(folder))
    done = subprocess.run(
        command, cwd=ROOT, env=program_settings(), capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == status, done.stdout + done.stderr
