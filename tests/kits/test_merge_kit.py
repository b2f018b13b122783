"""The fault kit's judgement on merging."""

from __future__ import annotations

import subprocess

import pytest

MERGE = "tests/kits/merging.py:merge"


@pytest.mark.kit_run("faults/merge_cases.py", MERGE, "--count", "2000", "--seed", "1", "--false-conflicts", "0.1")
def test_a_merge_keeps_everything_and_asks_only_what_it_must(kit_run: subprocess.CompletedProcess[str]) -> None:
    assert kit_run.returncode == 0, kit_run.stdout + kit_run.stderr
