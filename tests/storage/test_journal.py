"""The journal gives back what was written to it, whatever ended the program that wrote."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from editor.storage.journal import Journal, LeftJournal, left_behind, left_elsewhere, put_aside

ROOT = Path("clinic")
SIX_HUNDRED = b"two" * 200
WRITES = """
import sys
from pathlib import Path
from editor.storage.journal import Journal
journal = Journal(Path("clinic"), Path(sys.argv[1]))
for line in sys.stdin:
    kind, record = line.split()
    {"write": journal.write, "anew": journal.write_anew}[kind](record.encode())
    journal.settle()
    print("written", flush=True)
"""


class Program:
    """A program that writes what it is told, until it is killed."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-c", WRITES, str(folder)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def write(self, *records: bytes, kind: str = "write") -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        for record in records:
            self._process.stdin.write(kind.encode() + b" " + record + b"\n")
            self._process.stdin.flush()
            assert self._process.stdout.readline() == b"written\n"

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


def records(folder: Path) -> list[tuple[bytes, ...]]:
    """What is offered, and left for another time."""
    found = left_behind(ROOT, folder)
    for journal in found:
        journal.leave()
    return [journal.records() for journal in found]


def left(folder: Path, *records: bytes) -> Path:
    """A journal of these records whose program was killed."""
    program = Program(folder)
    program.write(*records)
    program.kill()
    return next(folder.glob("*/*.journal"))


def test_a_killed_program_leaves_all_that_was_written(tmp_path: Path) -> None:
    program = Program(tmp_path)
    program.write(b"one", SIX_HUNDRED)
    assert records(tmp_path) == [], "a program that runs has left nothing"
    program.kill()
    assert records(tmp_path) == [(b"one", SIX_HUNDRED)]


def test_one_that_windows_does_not_remove_at_once_says_nothing_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError

    journal = Journal(ROOT, tmp_path)
    journal.write(b"one")
    journal.write(SIX_HUNDRED)
    with monkeypatch.context() as windows:
        windows.setattr(Path, "unlink", refuse)
        journal.remove()
    assert records(tmp_path) == [()]
    journal.write(b"new")
    journal.leave()
    assert records(tmp_path) == [(b"new",)]


def test_one_that_is_held_for_a_moment_is_written_anew_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, refusals = Path.replace, [PermissionError()]

    def hold(path: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(path, target)

    journal = Journal(ROOT, tmp_path)
    journal.write(b"one")
    monkeypatch.setattr(Path, "replace", hold)
    journal.write_anew(b"two")
    journal.leave()
    assert records(tmp_path) == [(b"two",)]


def test_what_is_torn_ends_it_at_every_length(tmp_path: Path) -> None:
    path = left(tmp_path, b"one", SIX_HUNDRED, b"three")
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        (found,) = records(tmp_path)
        assert found == (b"one", SIX_HUNDRED, b"three")[: len(found)]
        assert len(found) == (length >= 11) + (length >= 11 + 608)


def test_zeros_after_a_power_cut_are_no_records(tmp_path: Path) -> None:
    path = left(tmp_path, b"one", b"two")
    path.write_bytes(path.read_bytes() + bytes(5000))
    assert records(tmp_path) == [(b"one", b"two")]


def test_a_record_in_which_a_bit_has_changed_is_none(tmp_path: Path) -> None:
    path = left(tmp_path, b"one", b"two")
    whole = path.read_bytes()
    for place in range(8 * len(whole)):
        flipped = bytearray(whole)
        flipped[place // 8] ^= 1 << place % 8
        path.write_bytes(flipped)
        assert records(tmp_path) == [(b"one",) if place >= 8 * 11 else ()]


def test_what_is_written_anew_is_all_there_is(tmp_path: Path) -> None:
    program = Program(tmp_path)
    program.write(SIX_HUNDRED)
    program.write(b"all", kind="anew")
    program.write(b"more")
    program.kill()
    assert records(tmp_path) == [(b"all", b"more")]


def test_a_journal_that_was_removed_is_not_offered_and_can_begin_again(tmp_path: Path) -> None:
    journal = Journal(ROOT, tmp_path)
    journal.write(b"one")
    journal.remove()
    assert records(tmp_path) == []
    assert not journal.path.exists()
    journal.write(b"two")
    assert journal.path.stat().st_size == journal.size == 11
    journal.remove()


def test_what_was_decided_is_offered_no_more_and_kept_for_a_month(tmp_path: Path) -> None:
    path = left(tmp_path, b"one")
    (journal,) = left_behind(ROOT, tmp_path)
    assert left_behind(ROOT, tmp_path) == (), "another window has it in hand"
    journal.put_away()
    assert records(tmp_path) == []
    kept = path.with_suffix(".decided")
    assert not path.with_suffix(".lock").exists()
    left_behind(ROOT, tmp_path)
    assert kept.exists()
    old = kept.stat().st_mtime - 31 * 24 * 3600
    os.utime(kept, (old, old))
    half_made = [path.with_suffix(ending) for ending in (".lock", ".new")]
    for other in half_made:
        other.write_bytes(b"")
        os.utime(other, (old, old))
    left_behind(ROOT, tmp_path)
    assert [other.name for other in path.parent.iterdir()] == ["folder.txt"]


def test_what_was_put_aside_is_found_by_whoever_asks_for_it(tmp_path: Path) -> None:
    path = left(tmp_path, b"one")
    (journal,) = left_behind(ROOT, tmp_path)
    journal.put_away(aside=True)
    assert left_behind(ROOT, tmp_path) == ()
    for leave in (
        LeftJournal.leave,
        partial(LeftJournal.leave_only, records=[]),
        partial(LeftJournal.put_away, aside=True),
    ):
        (journal,) = put_aside(ROOT, tmp_path)
        assert journal.records() == (b"one",)
        assert put_aside(ROOT, tmp_path) == (), "another window has it in hand"
        leave(journal)
    (journal,) = put_aside(ROOT, tmp_path)
    journal.put_away()
    assert put_aside(ROOT, tmp_path) == ()
    assert path.with_suffix(".decided").exists()


def test_what_nobody_has_decided_stays_however_old_it_is(tmp_path: Path) -> None:
    path = left(tmp_path, b"one")
    for file in path.parent.iterdir():
        os.utime(file, (0, 0))
    there = sorted(path.parent.iterdir())
    assert records(tmp_path) == [(b"one",)]
    assert sorted(path.parent.iterdir()) == there


def test_a_full_disk_costs_one_record_and_no_other(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="Windows sets no limit to the size of a file")
    journal = Journal(ROOT, tmp_path)
    journal.write(b"one")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            journal.write(SIX_HUNDRED)
        journal.write(b"three")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    data = journal.path.read_bytes()
    journal.remove()
    path = left(tmp_path, b"one")
    path.write_bytes(data)
    assert records(tmp_path) == [(b"one", b"three")]


def test_folders_have_journals_of_their_own(tmp_path: Path) -> None:
    left(tmp_path, b"one")
    assert left_behind(Path("other"), tmp_path) == ()


def test_what_stays_for_the_next_start_is_offered_alone_and_all_of_it_is_kept(tmp_path: Path) -> None:
    path = left(tmp_path, b"one", b"two", b"three")
    whole = path.read_bytes()
    (journal,) = left_behind(ROOT, tmp_path)
    journal.leave_only([b"two"])
    assert records(tmp_path) == [(b"two",)]
    assert path.with_suffix(".decided").read_bytes() == whole
    (journal,) = left_behind(ROOT, tmp_path)
    journal.leave_only([b"two"])
    assert records(tmp_path) == [(b"two",)]
    assert sorted(kept.suffix for kept in path.parent.iterdir()) == [".decided", ".journal", ".lock", ".txt"]


def test_a_journal_that_is_left_is_offered_at_once(tmp_path: Path) -> None:
    journal = Journal(ROOT, tmp_path)
    journal.write(b"one")
    journal.leave()
    assert records(tmp_path) == [(b"one",)]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a special right on Windows")
def test_a_folder_that_is_opened_by_another_way_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "clinic").mkdir()
    (tmp_path / "drive").symlink_to(tmp_path)
    journal = Journal(tmp_path / "drive" / "clinic", tmp_path / "journal")
    journal.write(b"one")
    journal.leave()
    (found,) = left_behind(tmp_path / "clinic", tmp_path / "journal")
    found.leave()


def test_the_journal_of_a_folder_that_is_gone_is_found_elsewhere(tmp_path: Path) -> None:
    here, there = tmp_path / "clinic", tmp_path / "moved"
    here.mkdir()
    journal = Journal(here, tmp_path / "journal")
    journal.write(b"one")
    journal.settle()
    journal.leave()
    assert left_elsewhere(there, tmp_path / "journal") == (), "a folder that is there keeps its own"
    here.rename(there)
    assert left_elsewhere(here, tmp_path / "journal") == ()
    (found,) = left_elsewhere(there, tmp_path / "journal")
    assert found.records() == (b"one",)
    found.leave()


def test_what_a_folder_declined_is_offered_to_others_and_to_it_if_it_asks(tmp_path: Path) -> None:
    path = left(tmp_path, b"one")
    (journal,) = left_elsewhere(Path("moved"), tmp_path)
    journal.decline(Path("moved"))
    assert left_elsewhere(Path("moved"), tmp_path) == ()
    for file in path.parent.iterdir():
        os.utime(file, (0, 0))
    (journal,) = left_elsewhere(Path("other"), tmp_path)
    journal.leave()
    assert records(tmp_path) == [(b"one",)]
    assert left_elsewhere(Path("moved"), tmp_path) == (), "however long ago"
    (journal,) = left_elsewhere(Path("moved"), tmp_path, also_declined=True)
    assert journal.records() == (b"one",)
    journal.leave()
