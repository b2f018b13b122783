from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from editor.storage.faults import LockHeld
from editor.storage.save_lock import SaveLock

KILLED_WITH_THE_LOCK = """
import os, sys
from pathlib import Path
from editor.storage.save_lock import SaveLock
SaveLock(Path(sys.argv[1])).__enter__()
os._exit(1)
"""

MINE_FOR_EVER = f"{os.uname().nodename if os.name == 'posix' else ''} {'9' * 30} 0123456789abcdef".encode()


def lock_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_it_leaves_nothing_behind(tmp_path: Path) -> None:
    with SaveLock(tmp_path) as lock:
        lock.check_held()
        assert lock_file(tmp_path).name.startswith(".")
    assert not list(tmp_path.iterdir())


def test_only_one_has_it_at_a_time(tmp_path: Path) -> None:
    inside: list[int] = []
    most = []

    def use() -> None:
        for _ in range(10):
            with SaveLock(tmp_path):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=use) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 40


def test_who_does_not_get_it_in_time_is_told(tmp_path: Path) -> None:
    with SaveLock(tmp_path) as holder:
        with pytest.raises(LockHeld), SaveLock(tmp_path, patience=0.2):
            pass
        holder.check_held()


@pytest.mark.skipif(sys.platform == "win32", reason="there only time tells that the owner is gone")
def test_the_lock_of_a_killed_program_is_broken_soon(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED_WITH_THE_LOCK, tmp_path], check=False)
    assert lock_file(tmp_path)
    with SaveLock(tmp_path, dead_after=0.1, unknown_after=3600, patience=5) as lock:
        lock.check_held()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("owner", [b"another-pc 1 0123456789abcdef", b"", b"\xff\x00", MINE_FOR_EVER])
def test_the_lock_of_an_unknown_owner_is_broken_later(tmp_path: Path, owner: bytes) -> None:
    with SaveLock(tmp_path):
        path = lock_file(tmp_path)
    path.write_bytes(owner)
    with pytest.raises(LockHeld), SaveLock(tmp_path, dead_after=0, unknown_after=3600, patience=0.2):
        pass
    with SaveLock(tmp_path, unknown_after=0.1, patience=5) as lock:
        lock.check_held()


def test_a_lock_that_changes_hands_is_not_taken_for_a_stale_one(tmp_path: Path) -> None:
    stop = threading.Event()
    broken: list[OSError] = []

    def keep_saving() -> None:
        while not stop.is_set():
            try:
                with SaveLock(tmp_path) as lock:
                    stop.wait(0.1)
                    lock.check_held()
            except OSError as error:
                broken.append(error)

    thread = threading.Thread(target=keep_saving)
    thread.start()
    try:
        with suppress(OSError), SaveLock(tmp_path, unknown_after=0.3, patience=1):
            pass  # or not: the other hardly ever lets go
    finally:
        stop.set()
        thread.join()
    assert not broken


def test_who_slept_while_the_lock_was_broken_is_told_and_leaves_the_next_owner_alone(tmp_path: Path) -> None:
    with SaveLock(tmp_path) as sleeper, SaveLock(tmp_path, unknown_after=0.1, patience=5) as next_owner:
        with pytest.raises(LockHeld):
            sleeper.check_held()
        sleeper.__exit__(None, None, None)
        next_owner.check_held()


def test_a_breaker_that_was_killed_stops_nobody_for_long(tmp_path: Path) -> None:
    with SaveLock(tmp_path):
        path = lock_file(tmp_path)
    path.write_bytes(b"another-pc 1 0123456789abcdef")
    path.with_name(".~clinic-break.lock").write_bytes(b"another-pc 1 0123456789abcdef")
    with pytest.raises(LockHeld), SaveLock(tmp_path, unknown_after=0.1, patience=0.3):
        pass
    with SaveLock(tmp_path, unknown_after=0.1, patience=5) as lock:
        lock.check_held()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_colleague_can_see_whose_lock_it_is(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        with SaveLock(tmp_path):
            assert lock_file(tmp_path).stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(before)
