"""A folder is shown by one process at a time, and whoever comes later can find it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor.paths import app_data
from editor.storage.folder_claim import FolderClaim


def test_only_the_first_has_it_until_it_lets_go(tmp_path: Path) -> None:
    first, second = FolderClaim(tmp_path), FolderClaim(tmp_path)
    assert first.take()
    assert first.is_held
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_another_folder_is_free(tmp_path: Path) -> None:
    first, other = FolderClaim(tmp_path), FolderClaim(tmp_path / "other")
    assert first.take()
    assert other.take()
    assert first.address != other.address
    first.release()
    other.release()


def test_one_folder_has_one_address_for_each_user(tmp_path: Path) -> None:
    assert FolderClaim(tmp_path).address == FolderClaim(tmp_path).address
    assert FolderClaim(tmp_path, tmp_path / "anna").address != FolderClaim(tmp_path, tmp_path / "bob").address
    assert len(os.fsencode(FolderClaim(tmp_path).address)) < 60  # what a system takes as a name in its folder for them


def test_where_app_data_cannot_be_written_everybody_is_free(tmp_path: Path) -> None:
    app_data().parent.mkdir(parents=True)
    app_data().write_bytes(b"")
    claim = FolderClaim(tmp_path)
    assert claim.take()
    assert not claim.is_held
    claim.release()


def test_the_drive_of_the_folder_is_not_asked(tmp_path: Path) -> None:
    class GonePath(type(tmp_path)):
        def resolve(self, *_: object, **__: object) -> Path:
            raise AssertionError("asked")

        stat = resolve

    claim = FolderClaim(GonePath(tmp_path))
    assert claim.take()
    claim.release()


@pytest.mark.parametrize("name", ["", "x" * 200, "Räume & mehr"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    claim = FolderClaim(tmp_path / name)
    assert claim.take()
    claim.release()
