"""The kit for editing YAML files: 8,000 edits of real files and 80 hard cases, all of them clean."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path


def test_every_edit_is_clean(
    kit: Callable[[str], Path], run_kit: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    result = run_kit([kit("yaml") / "score.py", "tests/kits/yaml_writer.py:open_bytes"])
    assert result.returncode == 0, result.stdout + result.stderr
