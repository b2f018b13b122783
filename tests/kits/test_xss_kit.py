"""The attack kit's judgement on the preview and on exported pages."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path


def test_texts_can_do_nothing_in_the_preview_but_be_shown(
    kit: Callable[[str], Path], run_kit: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    result = run_kit([kit("xss") / "harness.py", "tests/kits/preview.py:make_preview", "--limit", "175"])
    assert result.returncode == 0, result.stdout + result.stderr


def test_texts_can_do_nothing_in_an_exported_page_but_be_shown(
    kit: Callable[[str], Path], run_kit: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    result = run_kit([kit("xss") / "harness.py", "tests/kits/preview.py:make_export", "--limit", "60"])
    assert result.returncode == 0, result.stdout + result.stderr
