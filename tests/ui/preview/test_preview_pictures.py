from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor.ui.preview.preview_pictures import Picture, read_picture


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with two pictures, beside a file that is nobody's business."""
    folder = tmp_path / "site"
    (folder / "images" / "staff").mkdir(parents=True)
    (folder / "images" / "spine.png").write_bytes(b"png")
    (folder / "images" / "staff" / "Dr Ä.JPG").write_bytes(b"jpg")
    (folder / "images" / "notes.html").write_text("<script>")
    (folder / "images" / "folder.png").mkdir()
    (folder / "secret.png").write_bytes(b"secret")
    (tmp_path / "outside.png").write_bytes(b"outside")
    return folder


@pytest.mark.parametrize("address", ["/images/spine.png", "/conditions/back/images/spine.png"])
def test_a_picture_is_found_wherever_the_page_lies(address: str, folder: Path) -> None:
    assert read_picture(folder, address) == Picture(b"image/png", b"png")


def test_names_may_have_spaces_capitals_and_folders(folder: Path) -> None:
    assert read_picture(folder, "/images/staff/Dr Ä.JPG") == Picture(b"image/jpeg", b"jpg")


@pytest.mark.parametrize(
    "address",
    [
        "/images/../secret.png",
        "/images/../../outside.png",
        "/images/staff/../../secret.png",
        "/images//etc/passwd",
        "/images/notes.html",
        "/images/folder.png",
        "/images/missing.png",
        "/images/",
        "/images/C:/x.png",
        "/images/nul\0.png",
        "/secret.png",
        "/",
        "",
    ],
)
def test_all_else_is_refused(address: str, folder: Path) -> None:
    with pytest.raises((OSError, ValueError)):
        read_picture(folder, address)


@pytest.mark.skipif(os.name != "posix", reason="needs symbolic links and pipes")
def test_links_out_and_what_is_no_file_are_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "images" / "link.png").symlink_to(tmp_path / "outside.png")
    os.mkfifo(folder / "images" / "pipe.png")
    for name in ("link.png", "pipe.png"):
        with pytest.raises(ValueError):
            read_picture(folder, f"/images/{name}")
    (folder / "images").rename(tmp_path / "images")
    (folder / "images").symlink_to(tmp_path / "images")
    with pytest.raises(ValueError):
        read_picture(folder, "/images/spine.png")


def test_a_link_within_is_followed(folder: Path) -> None:
    (folder / "images" / "again.png").symlink_to("spine.png")
    assert read_picture(folder, "/images/again.png").content == b"png"
