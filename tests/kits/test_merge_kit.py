"""The fault kit's judgement on merging."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path


def test_a_merge_keeps_everything_and_asks_only_what_it_must(
    kit: Callable[[str], Path], run_kit: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    tool = kit("faults") / "merge_cases.py"
    result = run_kit(
        [tool, "tests/kits/merging.py:merge", "--count", "2000", "--seed", "1", "--false-conflicts", "0.1"]
    )
    assert result.returncode == 0, result.stdout + result.stderr
