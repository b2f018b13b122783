"""Checking a site of 1,000 pages of 20 studies each: all of it, again, and again with one page changed.

    python -m tests.benchmarks.checking [--pages 1000] [--studies 20] [--rounds 3]

Each is the command `check` in a process of its own, from its start to its end. Prints pages per second, and how long
the processors were busy with it, which other programs change less.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.thousand_pages import make_folder
from tests.conftest import ROOT


class Time(NamedTuple):
    """Seconds until it was done, and those that processors were busy."""

    until: float
    busy: float


def check(folder: Path, app_data: Path) -> tuple[Time, int]:
    """How long a check takes, and how many problems it finds."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(app_data)}
    command = [sys.executable, "-m", "editor", "check", str(folder), "--on", "2026-11-22"]
    began, busy = time.perf_counter(), _busy()
    result = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    spent = Time(time.perf_counter() - began, _busy() - busy)
    assert result.returncode in (0, 1), result.stderr
    return spent, len(result.stdout.splitlines()) - 1


def _busy() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def change_a_page(folder: Path, number: int) -> None:
    """Change a word of one page."""
    page = sorted((folder / "conditions").iterdir())[number]
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("intro: ", "intro: Once more ", 1), encoding="utf-8")


def line(words: str, pages: int, times: list[Time]) -> None:
    """Prints the middle of some times."""
    until, busy = (statistics.median(one) for one in zip(*times, strict=True))
    print(f"  {words:28}{until:8.2f} s {pages / until:8.0f} pages/s {busy:10.2f} s busy")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--studies", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    everything: list[Time] = []
    again: list[Time] = []
    changed: list[Time] = []
    problems = 0
    for number in range(options.rounds):
        with tempfile.TemporaryDirectory() as temporary:
            folder, app_data = Path(temporary, "content"), Path(temporary, "data")
            folder.mkdir()
            make_folder(folder, options.pages, options.studies)
            spent, problems = check(folder, app_data)
            everything.append(spent)
            again.append(check(folder, app_data)[0])
            change_a_page(folder, number)
            changed.append(check(folder, app_data)[0])
    print(f"{options.pages} pages of {options.studies} studies, {problems} problems")
    line("all of them", options.pages, everything)
    line("again, nothing changed", options.pages, again)
    line("again, one page changed", options.pages, changed)


if __name__ == "__main__":
    main()
