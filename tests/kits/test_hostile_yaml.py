"""Broken and hostile files: refused, read-only or fine within a second, and never a crash."""

from __future__ import annotations

import subprocess

import pytest

READER = "tests/kits/yaml_reader.py:load_bytes"

Run = subprocess.CompletedProcess[str]


@pytest.mark.kit_run("faults/hostile_yaml/cases.py", READER, "--up-to", "3000000")
def test_hostile_files(kit_run: Run) -> None:
    assert kit_run.returncode == 0, kit_run.stdout + kit_run.stderr


@pytest.mark.kit_run("faults/hostile_yaml/fuzz.py", READER, "--count", "2000", "--seed", "1")
def test_random_changes_to_files(kit_run: Run) -> None:
    assert kit_run.returncode == 0, kit_run.stdout + kit_run.stderr
