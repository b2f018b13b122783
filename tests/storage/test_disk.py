from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor.storage.disk import create_file, patiently, read_dated, read_file, temporary_name
from editor.storage.faults import SpecialFile, TooLarge


def test_reading_stops_at_the_limit_however_large_the_file(tmp_path: Path) -> None:
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(10 << 30)
    with pytest.raises(TooLarge):
        read_file(huge, 1000)


def test_a_file_of_just_the_limit_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 3_000_000)
    assert read_file(tmp_path / "a", 3_000_000) == b"x" * 3_000_000


def test_when_a_file_was_changed_is_told_with_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    os.utime(tmp_path / "a", (5, 1_700_000_000))
    assert read_dated(tmp_path / "a", 10) == (b"x", 1_700_000_000)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files in folders")
def test_a_pipe_is_refused_at_once_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(SpecialFile):
        read_file(tmp_path / "pipe.yaml", 1000)


def test_a_folder_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        read_file(tmp_path, 1000)


def test_creating_never_touches_a_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "a", b"ours")
    assert (tmp_path / "a").read_bytes() == b"theirs"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of files")
def test_a_file_that_could_not_be_written_whole_is_not_left_behind(tmp_path: Path) -> None:
    script = (
        "import resource, sys; from pathlib import Path; from editor.storage.disk import create_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "create_file(Path(sys.argv[1]), b'x' * 2000)"
    )
    result = subprocess.run([sys.executable, "-c", script, tmp_path / "a"], check=False, capture_output=True, text=True)
    assert "File too large" in result.stderr
    assert not list(tmp_path.iterdir())


def test_temporary_names_are_hidden_short_and_never_the_same(tmp_path: Path) -> None:
    names = {temporary_name(tmp_path).name for _ in range(1000)}
    assert len(names) == 1000
    assert all(name.startswith(".") and len(name) < 40 for name in names)


def test_patience_outlasts_a_program_that_holds_the_file_for_a_moment() -> None:
    answers = [PermissionError(errno.EACCES, ""), PermissionError(errno.EACCES, ""), None]

    def action() -> str:
        if error := answers.pop(0):
            raise error
        return "done"

    assert patiently(action) == "done"


def test_patience_ends() -> None:
    tries = []

    def action() -> None:
        tries.append(1)
        raise PermissionError(errno.EACCES, "")

    with pytest.raises(PermissionError):
        patiently(action, seconds=0.2)
    assert len(tries) > 1


def test_other_errors_are_not_tried_again() -> None:
    tries = []

    def action() -> None:
        tries.append(1)
        raise OSError(errno.ENOSPC, "")

    with pytest.raises(OSError):
        patiently(action)
    assert tries == [1]
