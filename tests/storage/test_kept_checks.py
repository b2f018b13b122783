"""What was found in content folders, kept on this PC."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor.storage.kept_checks import KeptChecks


def test_each_folder_has_its_own_and_the_last_counts(tmp_path: Path) -> None:
    one, other = (KeptChecks(tmp_path / name / "website", tmp_path / "checks") for name in ("one", "other"))
    assert one.read() is None
    one.write({"a": 1})
    one.write({"a": [2, "\u982d"]})
    assert (one.read(), other.read()) == ({"a": [2, "\u982d"]}, None)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 100_000])
def test_what_cannot_be_read_was_never_kept(tmp_path: Path, data: bytes) -> None:
    kept = KeptChecks(tmp_path, tmp_path / "checks")
    kept.write({})
    (file,) = (tmp_path / "checks").iterdir()
    file.write_bytes(data)
    assert kept.read() is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "checks").touch()
    kept = KeptChecks(tmp_path, tmp_path / "checks")
    kept.write({})
    assert kept.read() is None


def test_the_folders_checked_longest_ago_are_forgotten(tmp_path: Path) -> None:
    for number in range(60):
        KeptChecks(tmp_path / str(number), tmp_path / "checks").write(number)
        for file in (tmp_path / "checks").iterdir():
            earlier = file.stat().st_mtime - 10
            os.utime(file, (earlier, earlier))
    assert len(list((tmp_path / "checks").iterdir())) == 50
    assert KeptChecks(tmp_path / "9", tmp_path / "checks").read() is None
    assert KeptChecks(tmp_path / "10", tmp_path / "checks").read() == 10
