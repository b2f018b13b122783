"""What a start loads: every module costs a moment before the window stands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def loaded_with(module: str) -> set[str]:
    code = f"import {module}, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def loaded_by_the_window() -> set[str]:
    return loaded_with("editor.ui.application")


@pytest.mark.parametrize(
    "late",
    [
        "PySide6.QtWebEngineCore",
        "PySide6.QtNetwork",
        "bibtexparser",
        "defusedxml",
        "editor.checks.evidence",
        "editor.content.column_matching",
        "editor.markup.pasting",
        "editor.references.looking_up",
        "editor.references.reading",
        "editor.ui.comparing.difference_list",
        "editor.ui.completing.suggestion_list",
        "editor.ui.problems.fix_box",
        "editor.ui.replacing.replace_box",
        "editor.yaml_text.writing",
        "httpx",
        "jinja2",
        "markdown",
        "nh3",
        "rapidfuzz",
        "truststore",
    ],
)
def test_the_window_stands_without_what_has_time(late: str, loaded_by_the_window: set[str]) -> None:
    assert late not in loaded_by_the_window


def test_showing_the_first_page_loads_nothing_that_compares_titles(sample_folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "editor", str(sample_folder)]
    command += ["--picture", str(tmp_path / "window.png")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "editor.ui.studies.study_table" in loaded
    assert not {"rapidfuzz", "editor.references.duplicate_search"} & loaded


def test_qt_does_not_read_the_source_of_all_that_is_loaded_after_it() -> None:
    code = (
        "import linecache; from editor.ui.loading_qt import load_qt; load_qt(); import editor.ui.application;"
        "print(*linecache.cache, sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert str(ROOT / "editor") not in done.stdout


def test_the_rendering_process_is_started_before_the_window_is_loaded() -> None:
    assert "editor.ui.main_window" not in loaded_with("editor.ui.launch")


def test_looking_up_is_ready_without_what_speaks_to_the_network() -> None:
    assert not {"httpx", "truststore"} & loaded_with("editor.ui.looking_up.looking_up")
