"""A process that breaks off leaves a note, which is told once; one that ends as it should leaves nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from editor.storage.crash_note import MOST_KEPT, CrashNote
from tests.conftest import ROOT

ENDS = """
import ctypes, os, signal, sys
from pathlib import Path
from editor.storage.crash_note import CrashNote
note = CrashNote(Path(sys.argv[1]))
note.begin()
{
    "crash": lambda: ctypes.string_at(0),
    "abort": os.abort,
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "end": note.end,
    "run": lambda: (print("runs", flush=True), sys.stdin.read()),
}[sys.argv[2]]()
"""
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="ends processes by signals")


def start(folder: Path, how: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", ENDS, str(folder), how]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def end(folder: Path, how: str) -> None:
    with start(folder, how) as process:
        process.communicate(timeout=60)


def began(folder: Path) -> bool:
    """Whether a process that starts now hears of a crash."""
    command = [sys.executable, "-c", ENDS.replace("note.begin()", "sys.exit(note.begin())"), str(folder), "end"]
    return bool(subprocess.run(command, cwd=ROOT, check=False, timeout=60).returncode)


@needs_signals
@pytest.mark.parametrize("how", ["crash", "abort"])
def test_a_crash_is_told_once_and_its_note_stays(tmp_path: Path, how: str) -> None:
    end(tmp_path, how)
    assert began(tmp_path)
    assert not began(tmp_path)
    notes = [path.read_text() for path in tmp_path.iterdir() if path.stat().st_size]
    assert len(notes) == 1
    assert "Fatal Python error" in notes[0]


@needs_signals
def test_a_kill_is_no_crash_and_what_it_leaves_goes(tmp_path: Path) -> None:
    end(tmp_path, "kill")
    assert len(list(tmp_path.iterdir())) == 1
    end(tmp_path, "end")
    assert not list(tmp_path.iterdir())


def test_the_usual_end_leaves_nothing(tmp_path: Path) -> None:
    end(tmp_path / "new", "end")
    assert not list((tmp_path / "new").iterdir())


def test_the_note_of_a_process_that_runs_stays_its_own(tmp_path: Path) -> None:
    with start(tmp_path, "run") as process:
        assert process.stdout is not None
        process.stdout.readline()
        (note,) = tmp_path.iterdir()
        assert not began(tmp_path)
        assert note.exists()
        process.communicate(timeout=60)


def test_a_few_notes_are_kept(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"2026-{number}.crash-told").write_text("told")
    end(tmp_path, "end")
    assert len(list(tmp_path.iterdir())) == MOST_KEPT


def test_a_place_where_nothing_can_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_bytes(b"")
    note = CrashNote(tmp_path / "blocked")
    assert not note.begin()
    note.end()
