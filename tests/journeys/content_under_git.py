"""What the journeys share: how the program is started, and what git says of the folder afterwards."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

INTRO_LINE = "  Pain in the back, hip, knee or leg can start in muscles, joints, discs or nerves."
SECONDS = 120


def program_settings() -> dict[str, str]:
    """The program's environment; as root the preview's sandbox cannot start."""
    settings = dict(os.environ)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        settings["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    return settings


def git(folder: Path, *arguments: str) -> str:
    """What git answers about the folder."""
    done = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=True, encoding="utf-8")
    return done.stdout


def put_under_git(folder: Path) -> None:
    """Commit the folder as it is."""
    git(folder, "init", "--quiet")
    git(folder, "config", "core.autocrlf", "false")
    git(folder, "add", ".")
    git(folder, "-c", "user.name=Test", "-c", "user.email=test@clinic.example", "commit", "--quiet", "-m", "Sample")


def changed_lines(folder: Path) -> list[str]:
    """Every line that git calls changed, with its sign."""
    lines = git(folder, "diff", "--unified=0").splitlines()
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
