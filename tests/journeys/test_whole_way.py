"""A child process runs the program's own main() and is driven as a user would; the folder's `git diff` is the judge."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.journeys.content_under_git import (
    INTRO_LINE,
    SECONDS,
    changed_lines,
    git,
    program_settings,
    put_under_git,
)
from tests.journeys.whole_way import TITLE

CHANGED_PAGE = " M conditions/back-hip-knee-leg-pain.yaml\n"


@pytest.fixture
def tracked_folder(sample_folder: Path) -> Path:
    """A copy of the sample content under git."""
    put_under_git(sample_folder)
    return sample_folder


def send_on(journey: str, folder: Path) -> None:
    """Start the program, and have it end well."""
    command = [sys.executable, "-m", "tests.journeys.run_driven", journey, str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=program_settings(), capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_was_changed_and_saved_is_there_again_and_no_other_line_changed(tracked_folder: Path) -> None:
    send_on("edit_and_save", tracked_folder)
    assert changed_lines(tracked_folder) == [
        f"-{INTRO_LINE}",
        f"+{INTRO_LINE.replace('Pain', 'Aches')}",
        "-- journal: 'Complementary Medicine Research'",
        f"+- title: {TITLE}",
        "+",
        "+- journal: 'Chinese Medicine'",
    ]
    assert git(tracked_folder, "status", "--porcelain") == CHANGED_PAGE
    send_on("look_again", tracked_folder)
    assert git(tracked_folder, "status", "--porcelain") == CHANGED_PAGE


def test_closing_asks_once_and_leaves_the_files_alone_where_told_so(tracked_folder: Path) -> None:
    send_on("leave_without_saving", tracked_folder)
    assert git(tracked_folder, "status", "--porcelain") == ""


def test_closing_saves_where_told_so(tracked_folder: Path) -> None:
    send_on("leave_with_saving", tracked_folder)
    assert changed_lines(tracked_folder) == [f"-{INTRO_LINE}", f"+{INTRO_LINE.replace('Pain', 'Sudden Pain')}"]
