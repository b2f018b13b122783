from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from editor.storage import ContentFolder
from editor.storage.faults import OutsideFolder
from editor.storage.record_files import PUBLISHER_RECORDS, RecordFiles


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def test_a_folder_without_records_has_none(root: Path) -> None:
    assert RecordFiles(root, PUBLISHER_RECORDS).read_new() == {}
    assert list(root.iterdir()) == []


def test_what_one_pc_writes_another_reads_once(root: Path) -> None:
    mine, theirs = RecordFiles(root, PUBLISHER_RECORDS), RecordFiles(root, PUBLISHER_RECORDS)
    mine.write("a.json", b"one")
    mine.write("b.json", b"two")
    assert sorted(theirs.read_new().values()) == [b"one", b"two"]
    assert theirs.read_new() == {}
    mine.write("a.json", b"three")
    assert list(theirs.read_new().values()) == [b"three"]
    assert sorted(path.name for path in (root / PUBLISHER_RECORDS).iterdir()) == ["a.json", "b.json"]


def test_what_is_no_record_or_cannot_be_read_hinders_no_other(root: Path) -> None:
    files = RecordFiles(root, PUBLISHER_RECORDS)
    files.write("a.json", b"one")
    (root / PUBLISHER_RECORDS / "notes.txt").write_text("not ours")
    (root / PUBLISHER_RECORDS / "folder.json").mkdir()
    (root / PUBLISHER_RECORDS / "large.json").write_bytes(b" " * (1 << 19))
    assert list(files.read_new().values()) == [b"one"]


def test_nothing_is_made_where_the_drive_is_away(root: Path) -> None:
    root.rmdir()
    with pytest.raises(OSError):
        RecordFiles(root, PUBLISHER_RECORDS).write("a.json", b"one")
    assert not root.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs rights to make links there")
def test_nothing_is_read_or_written_through_a_link_that_leads_out(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "publisher-records").mkdir(parents=True)
    (outside / "publisher-records" / "a.json").write_bytes(b"theirs")
    (root / ".clinic-editor").symlink_to(outside)
    files = RecordFiles(root, PUBLISHER_RECORDS)
    assert files.read_new() == {}
    with pytest.raises(OutsideFolder):
        files.write("b.json", b"one")
    assert [path.name for path in (outside / "publisher-records").iterdir()] == ["a.json"]


def test_what_a_killed_program_left_is_swept(root: Path) -> None:
    files = RecordFiles(root, PUBLISHER_RECORDS)
    files.write("a.json", b"one")
    left = root / PUBLISHER_RECORDS / ".~clinic-123.tmp"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    assert ContentFolder(root).sweep() == 1
    assert list(files.read_new().values()) == [b"one"]
