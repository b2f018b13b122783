"""Pictures are files of `images/` and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor.render.pictures import NoPicture, picture_file, picture_kind

links_only = pytest.mark.skipif(os.name != "posix", reason="links need rights of their own elsewhere")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with two pictures, beside files that are nobody's business."""
    folder = tmp_path / "site"
    (folder / "images" / "staff").mkdir(parents=True)
    (folder / "images" / "spine.png").write_bytes(b"spine")
    (folder / "images" / "staff" / "Dr Ä.JPG").write_bytes(b"doctor")
    (folder / "images" / "notes.txt").write_bytes(b"notes")
    (folder / "images" / "folder.png").mkdir()
    (folder / "secret.png").write_bytes(b"secret")
    return folder


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [("images/spine.png", b"spine", "image/png"), ("images/staff/Dr Ä.JPG", b"doctor", "image/jpeg")],
)
def test_a_picture_is_found(folder: Path, name: str, content: bytes, kind: str) -> None:
    file = picture_file(folder, name)
    assert (file.read_bytes(), picture_kind(file.name)) == (content, kind)


@pytest.mark.parametrize(
    "name",
    [
        "images/none.png",
        "images/notes.txt",
        "images/folder.png",
        "images/../secret.png",
        "images/../../secret.png",
        "images",
        "secret.png",
        "images/a\0.png",
    ],
)
def test_what_is_no_picture_of_the_folder_is_none(folder: Path, name: str) -> None:
    with pytest.raises(NoPicture):
        picture_file(folder, name)


@links_only
def test_a_link_out_of_the_folder_is_no_picture(folder: Path) -> None:
    (folder / "images" / "link.png").symlink_to(folder / "secret.png")
    with pytest.raises(NoPicture):
        picture_file(folder, "images/link.png")


@links_only
def test_a_folder_of_pictures_that_lies_elsewhere_has_none(folder: Path, tmp_path: Path) -> None:
    (folder / "images").rename(tmp_path / "elsewhere")
    (folder / "images").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NoPicture):
        picture_file(folder, "images/spine.png")
