"""The attack kit's judgement on the preview and on exported pages."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

TIME_TO_ARRIVE = ("--after", "1000")
"""Milliseconds after a click: on a busy machine a link that opens in less would be laid to the text after it."""


def test_texts_can_do_nothing_in_the_preview_but_be_shown(
    kit: Callable[[str], Path], run_kit: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    result = run_kit(
        [kit("xss") / "harness.py", "tests/kits/preview.py:make_preview", "--limit", "175", *TIME_TO_ARRIVE]
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_texts_can_do_nothing_in_an_exported_page_but_be_shown(
    kit: Callable[[str], Path], run_kit: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    result = run_kit([kit("xss") / "harness.py", "tests/kits/preview.py:make_export", "--limit", "60", *TIME_TO_ARRIVE])
    assert result.returncode == 0, result.stdout + result.stderr
