"""The unaltered program, driven from outside by keys of the X server alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.journeys.content_under_git import INTRO_LINE, SECONDS, changed_lines, program_settings, put_under_git

PAGE = "Back, Hip, Knee & Leg Pain"


def xdotool(*arguments: str) -> str:
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, timeout=SECONDS, check=True)
    return done.stdout.strip()


def wait_for_title(beginning: str) -> str:
    """Wait until the program's window has a title that begins so; the answer is the window's number."""
    return xdotool("search", "--sync", "--onlyvisible", "--name", f"^{beginning} - ").splitlines()[0]


@pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs the program xdotool, which is not installed here")
def test_the_program_is_used_with_keys_from_outside(sample_folder: Path) -> None:
    put_under_git(sample_folder)
    with subprocess.Popen([sys.executable, "-m", "editor", sample_folder], cwd=ROOT, env=program_settings()) as program:
        try:
            window = wait_for_title(PAGE)
            xdotool("windowfocus", "--sync", window)
            xdotool("key", "ctrl+1", "Tab", "Tab", "Tab", "ctrl+Home")  # past both names and the status
            xdotool("type", "--delay", "20", "Sudden ")
            wait_for_title(PAGE + r"\*")
            xdotool("key", "ctrl+s")
            wait_for_title(PAGE)
            xdotool("key", "ctrl+q")
            assert program.wait(SECONDS) == 0
        finally:
            program.kill()
    assert changed_lines(sample_folder) == [f"-{INTRO_LINE}", f"+{INTRO_LINE.replace('Pain', 'Sudden Pain')}"]
