"""A save in its hard moments: full disks, held files, colleagues, and a disk that does not confirm."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editor.storage import ChangedOnDisk, ContentFolder, NotSaved, SaveReport, Unconfirmed
from editor.storage.save_lock import SaveLock

PAGE = "conditions/back-pain.yaml"
OLD = b"name: Back pain\n"
NEW = b"name: Back and hip pain\n"

SAVE_WITH_A_LIMIT = """
import resource, sys
from pathlib import Path
from editor.storage import ContentFolder, NotSaved
root, new, limit = Path(sys.argv[1]), Path(sys.argv[2]).read_bytes(), int(sys.argv[3])
folder = ContentFolder(root)
old = folder.read("conditions/back-pain.yaml")
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    print(folder.save("conditions/back-pain.yaml", new, old).warning)
except NotSaved as refusal:
    print(refusal)
"""

needs_size_limits = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of files")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    (root / "conditions").mkdir(parents=True)
    (root / PAGE).write_bytes(OLD)
    return root


class SaveInThread(threading.Thread):
    """A save that runs beside the test, and what came of it."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root
        self.refusal: NotSaved | None = None

    def run(self) -> None:
        try:
            ContentFolder(self.root).save(PAGE, NEW, OLD)
        except NotSaved as refusal:
            self.refusal = refusal


def wait_until(condition: Callable[[], object]) -> None:
    for _ in range(2000):
        if condition():
            return
        threading.Event().wait(0.005)
    raise AssertionError("it did not come to pass within 10 s")


def content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def temporaries(root: Path) -> list[Path]:
    return list((root / "conditions").glob(".*.tmp"))


def fsync_without_folders(number: int) -> Callable[[int], None]:
    """As `os.fsync`, on a disk that answers with an error when asked about a folder."""
    really = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        really(descriptor)

    return fsync


def saved_with_a_limit(root: Path, new: bytes, limit: int) -> str:
    new_file = root.parent / "new"
    new_file.write_bytes(new)
    command = [sys.executable, "-c", SAVE_WITH_A_LIMIT, root, new_file, str(limit)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@needs_size_limits
@pytest.mark.parametrize("limit", [0, 1, 40_000])
def test_a_full_disk_costs_nothing_and_is_explained(root: Path, limit: int) -> None:
    answer = saved_with_a_limit(root, b"name: " + b"x" * 50_000, limit)
    assert "Not saved." in answer
    assert "is full" in answer
    assert "Nothing was lost: your text is still here." in answer
    assert "back-pain.yaml" in answer
    assert (root / PAGE).read_bytes() == OLD
    assert [path.name for path in (root / "conditions").iterdir()] == ["back-pain.yaml"]


@needs_size_limits
def test_a_history_that_is_full_warns_and_stops_nothing(root: Path) -> None:
    (root / PAGE).write_bytes(b"name: " + b"x" * 50_000)
    answer = saved_with_a_limit(root, NEW, 40_000)
    assert "Saved, but the earlier version of conditions/back-pain.yaml could not be kept" in answer
    assert (root / PAGE).read_bytes() == NEW


def test_a_history_that_cannot_be_written_warns_and_stops_nothing(root: Path) -> None:
    folder = ContentFolder(root)
    folder.history.folder.parent.mkdir(parents=True)
    folder.history.folder.write_bytes(b"a file in its place")
    report = folder.save(PAGE, NEW, OLD)
    assert report.warning is not None
    assert "could not be kept" in report.warning
    assert "exists" not in report.warning
    assert (root / PAGE).read_bytes() == NEW


def test_a_file_that_another_program_holds_open_for_a_moment_is_saved(root: Path) -> None:
    held = (root / PAGE).open("rb")
    release = threading.Timer(1.0, held.close)
    release.start()
    try:
        assert ContentFolder(root).save(PAGE, NEW, OLD) == SaveReport()
    finally:
        release.join()
        held.close()
    assert (root / PAGE).read_bytes() == NEW


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows lets nobody replace a file that is open")
def test_a_file_that_is_held_open_for_longer_may_be_saved_later(root: Path) -> None:
    with (root / PAGE).open("rb"), pytest.raises(NotSaved, match="Another program is using") as refused:
        ContentFolder(root).save(PAGE, NEW, OLD)
    assert refused.value.passing
    assert (root / PAGE).read_bytes() == OLD


@pytest.fixture
def protect(root: Path) -> Iterator[Callable[[str], None]]:
    """`protect("+i")` makes the page one that can't be replaced, `protect("-i")` lets it be replaced again."""
    chattr = shutil.which("chattr")

    def apply(flag: str) -> None:
        subprocess.run([str(chattr), flag, root / PAGE], check=True, capture_output=True)

    try:
        apply("+i")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs root and a file system that can protect files")
    apply("-i")
    yield apply
    apply("-i")


def test_a_refused_replacement_is_tried_again_for_a_while(root: Path, protect: Callable[[str], None]) -> None:
    save = SaveInThread(root)
    with SaveLock(root / "conditions"):
        save.start()
        wait_until(lambda: temporaries(root) and temporaries(root)[0].read_bytes() == NEW)
        protect("+i")
    save.join(0.5)
    assert save.is_alive()
    protect("-i")
    save.join()
    assert save.refusal is None
    assert (root / PAGE).read_bytes() == NEW


def test_a_save_whose_lock_was_broken_gives_way(root: Path, protect: Callable[[str], None]) -> None:
    save = SaveInThread(root)
    with SaveLock(root / "conditions") as mine:
        save.start()
        wait_until(lambda: temporaries(root) and temporaries(root)[0].read_bytes() == NEW)
        protect("+i")
        (lock,) = (root / "conditions").glob(".*.lock")
        my_mark = lock.read_bytes()
        mine.check_held()
    wait_until(lambda: content(lock) not in (b"", my_mark))
    lock.write_bytes(b"another-pc 1 0123456789abcdef")
    protect("-i")
    save.join()
    assert save.refusal is not None
    assert "has to wait" in str(save.refusal)
    assert (root / PAGE).read_bytes() == OLD
    assert lock.read_bytes() == b"another-pc 1 0123456789abcdef"


def test_a_colleagues_save_just_before_the_replacement_is_not_overwritten(root: Path) -> None:
    save = SaveInThread(root)
    with SaveLock(root / "conditions"):
        save.start()
        wait_until(lambda: temporaries(root) and temporaries(root)[0].read_bytes() == NEW)
        (root / PAGE).write_bytes(b"name: Theirs\n")
    save.join()
    assert isinstance(save.refusal, ChangedOnDisk)
    assert save.refusal.current == b"name: Theirs\n"
    assert (root / PAGE).read_bytes() == b"name: Theirs\n"
    assert not temporaries(root)


def test_programs_saving_at_once_lose_no_update(root: Path) -> None:
    def add(lines: range) -> None:
        folder = ContentFolder(root)
        for line in lines:
            while True:
                now = folder.read(PAGE)
                try:
                    folder.save(PAGE, now + b"x_%d: 1\n" % line, now)
                except ChangedOnDisk:
                    continue
                break

    threads = [threading.Thread(target=add, args=(range(first, first + 10),)) for first in (0, 10, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = (root / PAGE).read_bytes().splitlines()
    assert sorted(lines[1:]) == sorted(b"x_%d: 1" % line for line in range(30))
    assert [path.name for path in (root / "conditions").iterdir()] == ["back-pain.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not confirm folders")
def test_a_disk_that_does_not_confirm_the_new_name_is_no_success(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", fsync_without_folders(errno.EIO))
    with pytest.raises(Unconfirmed, match="did not confirm") as caught:
        ContentFolder(root).save(PAGE, NEW, OLD)
    assert "Saved" not in str(caught.value)
    assert "Your text is still here" in str(caught.value)
    assert [path.name for path in (root / "conditions").iterdir()] == ["back-pain.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not confirm folders")
def test_a_disk_that_cannot_confirm_folders_at_all_is_good_enough(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", fsync_without_folders(errno.EINVAL))
    assert ContentFolder(root).save(PAGE, NEW, OLD) == SaveReport()


def on_folder_fsync(monkeypatch: pytest.MonkeyPatch, happens: Callable[[Path], None]) -> None:
    """Have something happen whenever a folder is written to the disk, which is done all the same."""
    really = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            happens(Path(f"/proc/self/fd/{descriptor}").resolve())
        really(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which folder it is")
class TestTheLastStep:
    def test_the_new_name_is_on_the_disk_before_it_is_said(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        flushed: list[tuple[Path, bytes]] = []
        on_folder_fsync(monkeypatch, lambda folder: flushed.append((folder, content(root / PAGE))))
        ContentFolder(root).save(PAGE, NEW, OLD)
        assert flushed[-1] == (root / "conditions", NEW)

    def test_a_folder_made_for_it_is_on_the_disk_too(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (root / PAGE).unlink()
        (root / "conditions").rmdir()
        (root / "site.yaml").write_bytes(b"")  # else it might be the place of a drive that is away
        flushed: list[Path] = []
        on_folder_fsync(monkeypatch, flushed.append)
        ContentFolder(root).save(PAGE, NEW, None)
        assert flushed == [root, root / "conditions"]

    @pytest.mark.parametrize("there", [b"name: Something else\n", b"", None])
    def test_where_something_else_is_read_back_it_is_no_success(
        self, root: Path, monkeypatch: pytest.MonkeyPatch, there: bytes | None
    ) -> None:
        def disturb(folder: Path) -> None:
            if folder == root / "conditions":
                (root / PAGE).unlink() if there is None else (root / PAGE).write_bytes(there)

        on_folder_fsync(monkeypatch, disturb)
        with pytest.raises(Unconfirmed, match="did not confirm"):
            ContentFolder(root).save(PAGE, NEW, OLD)
