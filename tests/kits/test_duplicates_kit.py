"""The references kit's judgement on studies that were entered twice: what is decided, and what is asked besides."""

from __future__ import annotations

import subprocess

import pytest

SCORE = "references/score_duplicates.py"


@pytest.mark.kit_run(SCORE, "tests/kits/duplicates.py:groups")
def test_what_is_decided_is_right_and_nearly_all(kit_run: subprocess.CompletedProcess[str]) -> None:
    assert kit_run.returncode == 0, kit_run.stdout + kit_run.stderr


@pytest.mark.kit_run(SCORE, "tests/kits/duplicates.py:asked")
def test_what_is_asked_besides_is_seldom_wrong(kit_run: subprocess.CompletedProcess[str]) -> None:
    assert "recall 1.000  precision 1.000" in kit_run.stdout, kit_run.stdout + kit_run.stderr
