"""Broken and hostile files: refused, read-only or fine within a second, and never a crash."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

READER = "tests/kits/yaml_reader.py:load_bytes"


def test_hostile_files(kit: Callable[[str], Path], run_kit: Callable[..., CompletedProcess[str]]) -> None:
    result = run_kit([kit("faults") / "hostile_yaml" / "cases.py", READER, "--up-to", "3000000"])
    assert result.returncode == 0, result.stdout + result.stderr


def test_random_changes_to_files(kit: Callable[[str], Path], run_kit: Callable[..., CompletedProcess[str]]) -> None:
    result = run_kit([kit("faults") / "hostile_yaml" / "fuzz.py", READER, "--count", "2000", "--seed", "1"])
    assert result.returncode == 0, result.stdout + result.stderr
