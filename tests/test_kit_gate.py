"""A test on a kit may skip only where the kits are not there or the kit itself says that it cannot run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SKIPS_BY_ITSELF = """
import pytest

def test_on_kit(kit):
    kit("demo")
    pytest.skip("no time today")
"""
RUNS_THE_KIT = """
def test_on_kit(kit, run_kit):
    result = run_kit([kit("demo") / "demo.py", "--quick"])
    assert result.returncode == 0
    assert result.stdout.split() == ["--quick"]
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with these fixtures and a single test, and a kit called demo beside it."""
    tests = tmp_path / "checkout" / "tests"
    tests.mkdir(parents=True)
    for needed in ("__init__.py", "conftest.py", "qt_messages.py"):
        shutil.copy(Path(__file__).parent / needed, tests)
    (tests.parent / "pyproject.toml").write_text('[tool.pytest.ini_options]\naddopts = "-ra"\n', encoding="utf-8")
    kit_that("print(*sys.argv[1:])", tests.parent)
    return tests.parent


def kit_that(line: str, checkout: Path) -> None:
    folder = checkout.parent / "shared" / "kits" / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "demo.py").write_text(f"import sys\n{line}\n", encoding="utf-8")


def outcome(checkout: Path, test: str) -> tuple[int, str]:
    """The exit status and the output of pytest on a single test."""
    (checkout / "tests" / "test_demo.py").write_text(test, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    result = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout


def test_kit_that_runs_is_judged(checkout: Path) -> None:
    status, told = outcome(checkout, RUNS_THE_KIT)
    assert (status, "1 passed" in told) == (0, True), told
    kit_that("sys.exit(1)", checkout)
    assert outcome(checkout, RUNS_THE_KIT)[0] == 1


def test_kit_that_cannot_run_here_skips_with_its_own_reason(checkout: Path) -> None:
    kit_that("print('tracing is forbidden here'); sys.exit(77)", checkout)
    status, told = outcome(checkout, RUNS_THE_KIT)
    assert status == 0
    assert "1 skipped" in told
    assert "the kit cannot run here: tracing is forbidden here" in told


def test_skip_for_another_reason_fails_while_the_kits_are_there(checkout: Path) -> None:
    status, told = outcome(checkout, SKIPS_BY_ITSELF)
    assert status == 1
    assert "skipped although the kits are in" in told
    assert "no time today" in told


def test_misspelt_kit_fails(checkout: Path) -> None:
    status, told = outcome(checkout, SKIPS_BY_ITSELF.replace("demo", "dmeo"))
    assert status == 1
    assert "there is no kit 'dmeo'" in told


def test_without_the_kits_the_test_skips(checkout: Path) -> None:
    shutil.rmtree(checkout.parent / "shared")
    status, told = outcome(checkout, SKIPS_BY_ITSELF)
    assert status == 0
    assert "1 skipped" in told
