"""A new content folder: all of it or nothing, never where something is already."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from editor.storage import NotMade, folder_name
from editor.storage.folder_look import look_at
from editor.storage.new_folder import free_place, make_content_folder
from editor.storage.slugs import refused_slug

if sys.platform != "win32":
    import resource

FILES = {"conditions/knee.yaml": b"name: Knee\n", "images/a/knee.png": b"\x89PNG\0\xff", "site.yaml": b"name: Clinic\n"}


def written(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_new_folder_holds_the_files(tmp_path: Path) -> None:
    root = tmp_path / "Documents" / "Clinic"
    make_content_folder(root, FILES)
    assert written(tmp_path / "Documents" / "Clinic") == FILES
    assert look_at(root).can_be_opened


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "desktop.ini").write_bytes(b"its own")
    make_content_folder(tmp_path, FILES)
    assert written(tmp_path) == {**FILES, "desktop.ini": b"its own"}


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"mine")
    with pytest.raises(NotMade, match=r"is not empty\. Nothing was made\."):
        make_content_folder(tmp_path, FILES)
    assert written(tmp_path) == {"letter.docx": b"mine"}


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "Clinic").write_bytes(b"mine")
    for place in ("Clinic", "Clinic/website"):
        with pytest.raises(NotMade, match="There is a file where the folder"):
            make_content_folder(tmp_path / place, FILES)
    assert (tmp_path / "Clinic").read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_name_that_no_folder_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotMade):
        make_content_folder(tmp_path / "Documents" / name, FILES)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")
def test_a_disk_that_fills_up_on_the_way_leaves_nothing_behind(tmp_path: Path) -> None:
    large = {**FILES, "conditions/long.yaml": b"name: Long\n" * 10_000}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(NotMade, match="full"):
            make_content_folder(tmp_path / "Documents" / "Clinic", large)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_protected_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    with pytest.raises(NotMade, match="protected"):
        make_content_folder(tmp_path / "closed" / "Clinic", FILES)


def test_names_are_counted_on_where_they_are_taken(tmp_path: Path) -> None:
    assert free_place(tmp_path / "not there yet", "Clinic").name == "Clinic"
    for name in ("Clinic", "Clinic 2"):
        (tmp_path / name).mkdir()
    assert free_place(tmp_path, "Clinic") == tmp_path / "Clinic 3"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sample Street Clinic", "Sample Street Clinic"),
        ("  A/B: \\ \u200b\t“C”?  ", "A B “C”"),
        ("Praxis Dr. Müller & Co.", "Praxis Dr. Müller & Co"),
        ("針灸診所", "針灸診所"),
        ("nul", "nul website"),
        ("...", ""),
        ("x" * 100, "x" * 60),
    ],
)
def test_a_clinics_name_becomes_a_folders(text: str, name: str) -> None:
    assert folder_name(text) == name
    assert not name or refused_slug(name, ()) is None
