"""What is in a content folder, at a glance."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from editor.storage import Unreachable
from editor.storage.folder_listing import list_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "conditions").mkdir()
    return tmp_path


def test_pages_and_the_sites_file_are_listed_with_size_and_time(root: Path) -> None:
    (root / "site.yaml").write_bytes(b"name: A\n")
    (root / "conditions" / "Back.YML").write_bytes(b"name: Back\n")
    os.utime(root / "conditions" / "Back.YML", (1000.5, 1000.5))
    listing = list_files(root)
    assert sorted(listing.files) == ["conditions/Back.YML", "site.yaml"]
    assert listing.files["conditions/Back.YML"][:2] == (11, 1000.5)
    assert listing.tells_pages


def test_of_several_files_of_the_site_the_first_counts(root: Path) -> None:
    for name in ("site.yml", "site.yaml", "SITE.yaml"):
        (root / name).write_bytes(b"")
    assert list(list_files(root).files) == ["site.yaml"]


@pytest.mark.parametrize("name", [".hidden.yaml", ".~clinic-12.tmp", "page.txt", "page.yaml~"])
def test_other_files_are_not_listed(root: Path, name: str) -> None:
    (root / "conditions" / name).write_bytes(b"")
    assert list_files(root).files == {}


def test_folders_and_links_to_nothing_are_not_listed(root: Path) -> None:
    (root / "conditions" / "folder.yaml").mkdir()
    if sys.platform != "win32":
        (root / "conditions" / "link.yaml").symlink_to("nowhere")
    assert list_files(root).files == {}


def test_without_a_folder_of_pages_nothing_is_told_of_them(root: Path) -> None:
    (root / "conditions").rmdir()
    (root / "site.yaml").write_bytes(b"")
    listing = list_files(root)
    assert list(listing.files) == ["site.yaml"]
    assert not listing.tells_pages


def test_a_folder_with_nothing_of_a_website_is_the_place_of_a_drive_that_is_away(root: Path) -> None:
    (root / "conditions").rmdir()
    (root / "notes.txt").write_bytes(b"")
    with pytest.raises(Unreachable, match="can't be found"):
        list_files(root)


def test_a_folder_that_is_not_there_cannot_be_listed(root: Path) -> None:
    with pytest.raises(Unreachable):
        list_files(root / "away")
