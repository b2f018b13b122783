"""The fault kit's short runs, through the program's own save and journal.

Kills, errors and full disks; two programs at once; kills while somebody types.
"""

from __future__ import annotations

import subprocess

import pytest

SAVE = "{python} tests/kits/saving.py {target} {new}"
ADD = "tests/kits/saving.py:add_token"
TYPE = "{python} tests/kits/journal.py {journal}"
RECOVER = "tests/kits/journal.py:recover"
SHORT = ("--kills", "8", "--longest", "2", "--cuts", "500", "--flips", "300")

Run = subprocess.CompletedProcess[str]


@pytest.mark.kit_run("faults/campaign.py", "--save", SAVE, "--said", "Saved", "--sample", "120", "--seed", "1")
def test_any_fault_in_a_save_leaves_the_old_file_or_the_new(kit_run: Run) -> None:
    assert kit_run.returncode == 0, kit_run.stdout + kit_run.stderr


@pytest.mark.kit_run("faults/races.py", "updates", "--call", ADD, "--updates", "40", "--slow", "1500")
def test_two_programs_saving_at_once_lose_no_update(kit_run: Run) -> None:
    assert kit_run.returncode == 0, kit_run.stdout + kit_run.stderr


@pytest.mark.kit_run("faults/journal_check.py", "--type", TYPE, "--recover-call", RECOVER, *SHORT, "--seed", "1")
def test_a_kill_costs_a_second_of_typing_at_most(kit_run: Run) -> None:
    assert kit_run.returncode == 0, kit_run.stdout + kit_run.stderr
