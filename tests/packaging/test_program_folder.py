"""The chore `package`, with a stand-in for the Python that runs PyInstaller; the real program has tests of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import build_app
from resources.packaging import program_folder
from resources.packaging.chore import ChoreError

NOTE = """#!/bin/sh
if [ "$1" = -c ]; then exit {library}; fi
printf '%s\\n' "$PWD" "$@" > "{told}/command"
env > "{told}/settings"
exit {status}
"""
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the stand-ins are shell scripts")


def stand_in(folder: Path, *, library: int = 0, status: int = 0) -> Path:
    """A Python that notes how it is started; `library`, `status`: how it ends when it looks for itself, and packs."""
    python = folder / "python"
    python.write_text(NOTE.format(told=folder, library=library, status=status), encoding="utf-8")
    python.chmod(0o755)
    return python


def settings_of(folder: Path) -> dict[str, str]:
    lines = (folder / "settings").read_text(encoding="utf-8").splitlines()
    return {name: value for name, _, value in (line.partition("=") for line in lines)}


@ON_LINUX
def test_pyinstaller_is_run_on_the_specification(tmp_path: Path) -> None:
    assert program_folder.make(tmp_path, stand_in(tmp_path)) == tmp_path / "dist" / "clinic-page-editor"
    where, *command = (tmp_path / "command").read_text(encoding="utf-8").splitlines()
    assert where == str(tmp_path)
    assert command[:2] == ["-m", "PyInstaller"]
    assert command[command.index("--distpath") + 1] == str(tmp_path / "dist")
    assert command[-1] == str(tmp_path / "resources" / "packaging" / "clinic_page_editor.spec")


def test_the_specification_is_there_and_is_python() -> None:
    specification = build_app.ROOT / program_folder.SPECIFICATION
    compile(specification.read_text(encoding="utf-8"), specification, "exec")


@ON_LINUX
def test_nothing_of_the_builders_settings_gets_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "PYTHONOPTIMIZE", "QT_PLUGIN_PATH"):
        monkeypatch.setenv(name, "of the builder")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    program_folder.make(tmp_path, stand_in(tmp_path))
    settings = settings_of(tmp_path)
    assert {"PYTHONPATH", "PYTHONOPTIMIZE", "QT_PLUGIN_PATH"} & settings.keys() == set()
    assert settings["PYTHONHASHSEED"] == "1"
    assert settings["SOURCE_DATE_EPOCH"] == program_folder.OF_NO_COMMIT


@ON_LINUX
def test_the_time_in_it_is_that_of_the_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "1600000001 +0000")
    author = ["-c", "user.name=Test", "-c", "user.email=test@clinic.example"]
    for command in (["init", "--quiet"], [*author, "commit", "--quiet", "--allow-empty", "-m", "Empty"]):
        subprocess.run(["git", "-C", tmp_path, *command], check=True)
    program_folder.make(tmp_path, stand_in(tmp_path))
    assert settings_of(tmp_path)["SOURCE_DATE_EPOCH"] == "1600000001"


@ON_LINUX
def test_what_an_earlier_build_left_is_not_used_again(tmp_path: Path) -> None:
    left = tmp_path / ".build" / "program" / "left from before"
    left.mkdir(parents=True)
    program_folder.make(tmp_path, stand_in(tmp_path))
    assert not left.exists()


@ON_LINUX
def test_a_build_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(ChoreError, match="could not be made; the reason stands above"):
        program_folder.make(tmp_path, stand_in(tmp_path, status=1))


@ON_LINUX
def test_python_is_asked_for_as_a_library_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no apt-get to install it with
    with pytest.raises(ChoreError, match=rf"libpython3\.{sys.version_info[1]}\."):
        program_folder.make(tmp_path, stand_in(tmp_path, library=1))
    assert not (tmp_path / "command").exists()


def test_links_and_folders_count_as_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").write_bytes(b"12345")
    (tmp_path / "link").symlink_to(tmp_path / "folder" / "file")
    assert program_folder.measured(tmp_path) == (1, 5)


def test_what_it_does_is_told_and_nothing_else_is_taken() -> None:
    command = [sys.executable, build_app.ROOT / "build_app.py", "package"]
    helped = subprocess.run([*command, "--help"], capture_output=True, text=True, check=True)
    assert "package" in helped.stdout
    chores = subprocess.run([*command[:2], "--help"], capture_output=True, text=True, check=True).stdout
    assert "make the program folder" in chores
    refused = subprocess.run([*command, "somewhere"], capture_output=True, text=True, check=False)
    assert refused.returncode == 2 and "unrecognized arguments: somewhere" in refused.stderr
