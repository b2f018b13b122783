"""The rules of the house that a linter of single files does not see."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.imported_names import imported_names

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "editor").rglob("*.py"))
CHORES = [ROOT / "build_app.py", *sorted((ROOT / "resources" / "packaging").rglob("*.py"))]
LONGEST_FILE = 400
TOP_LEVEL = {
    ".ci",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "build_app.py",
    "editor",
    "pyproject.toml",
    "requirements.lock",
    "resources",
    "sample_content",
    "tests",
}


def imported_modules(source: Path) -> set[str]:
    """The first part of each name that a file imports, wherever in the file it does."""
    return {name.partition(".")[0] for name in imported_names(source)}


def test_import_contracts_hold() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    result = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_qt_is_known_in_the_window_only(source: Path) -> None:
    in_ui = (ROOT / "editor" / "ui") in source.parents
    assert in_ui or not imported_modules(source) & {"PySide6", "shiboken6"}


@pytest.mark.parametrize("source", CHORES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_chores_need_nothing_but_python(source: Path) -> None:
    assert imported_modules(source) <= sys.stdlib_module_names | {"resources"}


def test_other_programs_are_started_in_one_place() -> None:
    users = [source.name for source in SOURCES if "PySide6.QtGui.QDesktopServices" in imported_names(source)]
    assert users == ["other_programs.py"], "started elsewhere, a browser inherits this program's own settings"


def test_no_file_is_too_long() -> None:
    lengths = {
        source.relative_to(ROOT).as_posix(): len(source.read_bytes().splitlines()) for source in SOURCES + CHORES
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_top_level_holds_only_what_belongs_there() -> None:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("this is not a Git checkout")
    entries = {name.partition("/")[0] for name in listing.stdout.split("\0") if name}
    assert entries - TOP_LEVEL == set()


def test_wheel_brings_what_the_program_reads_and_no_chores(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", tmp_path]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
        commands = next(name for name in names if name.endswith("entry_points.txt"))
        assert b"clinic-page-editor = editor.__main__:main" in wheel.read(commands)
    shipped = [path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*") if path.is_file()]
    needed = {
        f"editor/resources/{path.as_posix()}" for path in shipped if path.parts[0] not in {"packaging", "screenshots"}
    }
    assert needed, "there are no resources to look for"
    assert needed <= names
    assert "editor/sample_content/site.yaml" in names
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"editor"}
    assert not [name for name in names if "/packaging/" in name or "/screenshots/" in name]
