"""The kit for editing YAML files: 8,000 edits of real files and 80 hard cases, all of them clean."""

from __future__ import annotations

import subprocess

import pytest


@pytest.mark.kit_run("yaml/score.py", "tests/kits/yaml_writer.py:open_bytes")
def test_every_edit_is_clean(kit_run: subprocess.CompletedProcess[str]) -> None:
    assert kit_run.returncode == 0, kit_run.stdout + kit_run.stderr
