"""The reference kit's judgement on reading files as people get them."""

from __future__ import annotations

import re
import subprocess

import pytest

READ = "tests/kits/reference_import.py:import_file"


@pytest.mark.kit_run("references/score.py", READ, "--show", "40")
def test_files_are_read_without_a_crash_each_record_of_them_and_their_fields(
    kit_run: subprocess.CompletedProcess[str],
) -> None:
    assert kit_run.returncode == 0, kit_run.stdout + kit_run.stderr
    good, tried = map(int, re.findall(r"^journal articles +(\d+)/(\d+)", kit_run.stdout, re.MULTILINE)[0])
    assert good >= 0.98 * tried, kit_run.stdout
