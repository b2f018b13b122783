"""The unaltered program, driven from outside by keys of the X server alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.journeys.content_under_git import INTRO_LINE, SECONDS, changed_lines, program_settings, put_under_git
from tests.journeys.keyboard import go_to_the_introduction, wait_for_title, xdotool

PAGE = "Back, Hip, Knee & Leg Pain"


@pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs the program xdotool, which is not installed here")
def test_the_program_is_used_with_keys_from_outside(sample_folder: Path) -> None:
    put_under_git(sample_folder)
    with subprocess.Popen([sys.executable, "-m", "editor", sample_folder], cwd=ROOT, env=program_settings()) as program:
        try:
            go_to_the_introduction(wait_for_title(PAGE))
            xdotool("type", "--delay", "20", "Sudden ")
            wait_for_title(PAGE + r"\*")
            xdotool("key", "ctrl+s")
            wait_for_title(PAGE)
            xdotool("key", "ctrl+q")
            assert program.wait(SECONDS) == 0
        finally:
            program.kill()
    assert changed_lines(sample_folder) == [f"-{INTRO_LINE}", f"+{INTRO_LINE.replace('Pain', 'Sudden Pain')}"]
