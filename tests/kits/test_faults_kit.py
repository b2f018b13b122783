"""The fault kit's short runs, through the program's own save: kills, errors and full disks; two programs at once."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

SAVE = "{python} tests/kits/saving.py {target} {new}"
ADD = "tests/kits/saving.py:add_token"

RunKit = Callable[..., subprocess.CompletedProcess[str]]


def test_any_fault_in_a_save_leaves_the_old_file_or_the_new(kit: Callable[[str], Path], run_kit: RunKit) -> None:
    tool = kit("faults") / "campaign.py"
    result = run_kit([tool, "--save", SAVE, "--said", "Saved", "--sample", "120", "--seed", "1"])
    assert result.returncode == 0, result.stdout + result.stderr


def test_two_programs_saving_at_once_lose_no_update(kit: Callable[[str], Path], run_kit: RunKit) -> None:
    tool = kit("faults") / "races.py"
    result = run_kit([tool, "updates", "--call", ADD, "--updates", "40", "--slow", "1500"])
    assert result.returncode == 0, result.stdout + result.stderr
