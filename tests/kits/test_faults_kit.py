"""The fault kit's short runs, through the program's own save and journal.

Kills, errors and full disks; two programs at once; kills while somebody types.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

SAVE = "{python} tests/kits/saving.py {target} {new}"
ADD = "tests/kits/saving.py:add_token"
TYPE = "{python} tests/kits/journal.py {journal}"
RECOVER = "tests/kits/journal.py:recover"

RunKit = Callable[..., subprocess.CompletedProcess[str]]


def test_any_fault_in_a_save_leaves_the_old_file_or_the_new(kit: Callable[[str], Path], run_kit: RunKit) -> None:
    tool = kit("faults") / "campaign.py"
    result = run_kit([tool, "--save", SAVE, "--said", "Saved", "--sample", "120", "--seed", "1"])
    assert result.returncode == 0, result.stdout + result.stderr


def test_two_programs_saving_at_once_lose_no_update(kit: Callable[[str], Path], run_kit: RunKit) -> None:
    tool = kit("faults") / "races.py"
    result = run_kit([tool, "updates", "--call", ADD, "--updates", "40", "--slow", "1500"])
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_kill_costs_a_second_of_typing_at_most(kit: Callable[[str], Path], run_kit: RunKit) -> None:
    tool = kit("faults") / "journal_check.py"
    short = ["--kills", "8", "--longest", "2", "--cuts", "500", "--flips", "300"]
    result = run_kit([tool, "--type", TYPE, "--recover-call", RECOVER, *short, "--seed", "1"])
    assert result.returncode == 0, result.stdout + result.stderr
