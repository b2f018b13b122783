"""Where the program's own files are found, and those of the user."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editor import paths
from tests.conftest import ROOT


def test_in_the_source_tree_the_sample_stands_beside_the_program() -> None:
    assert paths.sample_content() == ROOT / "sample_content"
    assert paths.resources() == ROOT / "resources"


def test_a_packaged_program_brings_the_sample_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.sample_content() == tmp_path / "sample_content"
    assert paths.resources() == tmp_path / "resources"


def test_an_installed_program_holds_the_sample_within(tmp_path: Path) -> None:
    package = tmp_path / "editor"
    package.mkdir()
    for name in ("__init__.py", "paths.py"):
        shutil.copy2(ROOT / "editor" / name, package / name)
    shutil.copytree(ROOT / "sample_content", package / "sample_content")
    ask = "from editor.paths import sample_content; print(sample_content())"
    command = [sys.executable, "-c", ask]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).resolve() == (package / "sample_content").resolve()


def test_documents_and_app_data_are_the_users_own(own_user_folders: Path) -> None:
    assert own_user_folders in paths.documents().parents
    assert own_user_folders in paths.app_data().parents
