"""What is said of a place that somebody wants to open, and the content folders found near it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from editor.storage.folder_look import FolderKind, look_at


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder two levels down in a website's folder."""
    content = tmp_path / "website" / "src" / "content"
    make_content(content)
    return content


def make_content(folder: Path) -> None:
    (folder / "conditions").mkdir(parents=True)
    (folder / "site.yaml").write_bytes(b"name: The Clinic\n")
    (folder / "conditions" / "knee.yaml").write_bytes(b"name: Knee pain\n")


def test_a_content_folder_can_be_opened(content: Path) -> None:
    look = look_at(content)
    assert look.can_be_opened
    assert (look.root, look.page, look.explanation, look.nearby) == (content, "", "", ())


@pytest.mark.parametrize("name", ["", "conditions/knee.yaml", "site.yaml"])
def test_a_folder_behind_a_link_is_known_to_be_the_same(content: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "link").symlink_to(content)
    look = look_at(tmp_path / "link" / name)
    assert (look.root, look.resolved) == (tmp_path / "link", look_at(content / name).resolved)
    assert look.resolved == content


@pytest.mark.parametrize("name", ["conditions/knee.yaml", "site.yaml"])
def test_a_file_of_a_content_folder_stands_for_the_folder(content: Path, name: str) -> None:
    look = look_at(content / name)
    assert look.can_be_opened
    assert (look.root, look.page) == (content, name)


def test_another_file_is_none_and_its_folder_is_looked_around(content: Path) -> None:
    (content / "letter.docx").write_bytes(b"")
    look = look_at(content / "letter.docx")
    assert look.kind is FolderKind.OTHER_FILE
    assert "is a file, and none" in look.explanation
    assert look.root == content
    assert look.nearby == (content,)


def test_a_yaml_file_of_another_program_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "docker.yaml").write_bytes(b"")
    assert look_at(tmp_path / "docker.yaml").kind is FolderKind.OTHER_FILE


def test_a_folder_two_levels_above_the_pages_says_where_they_are(content: Path, tmp_path: Path) -> None:
    look = look_at(tmp_path / "website")
    assert look.kind is FolderKind.OTHER_FOLDER
    assert "site.yaml" in look.explanation
    assert look.found == f"In {tmp_path / 'website'} there is only: src."
    assert look.nearby == (content,)


def test_a_folder_within_says_so_too(content: Path) -> None:
    (content / "images").mkdir()
    (content / "images" / "knee.png").write_bytes(b"")
    for inside in ("conditions", "images"):
        assert look_at(content / inside).nearby == (content,)


def test_three_levels_above_is_too_far(content: Path, tmp_path: Path) -> None:
    assert content.is_dir()
    assert look_at(tmp_path).nearby == ()


def test_an_empty_folder_is_empty_whatever_a_file_manager_left_in_it(tmp_path: Path) -> None:
    (tmp_path / "desktop.ini").write_bytes(b"")
    (tmp_path / ".DS_Store").write_bytes(b"")
    look = look_at(tmp_path)
    assert look.kind is FolderKind.EMPTY
    assert look.found == f"There is nothing in {tmp_path} yet."


def test_of_many_files_some_are_named(tmp_path: Path) -> None:
    for name in (".hidden", "a.docx", "b.docx", "c.docx", "d.docx"):
        (tmp_path / name).write_bytes(b"")
    assert look_at(tmp_path).found == f"In {tmp_path} there are 5 other things, such as a.docx, b.docx, c.docx."


def test_a_folder_that_was_renamed_is_found_beside(content: Path) -> None:
    look = look_at(content.with_name("content-of-2020"))
    assert look.kind is FolderKind.UNREACHABLE
    assert "can't be found" in look.explanation
    assert look.nearby == (content,)


def test_a_drive_that_is_gone_is_told(tmp_path: Path) -> None:
    look = look_at(tmp_path / "drive" / "website" / "content")
    assert look.kind is FolderKind.UNREACHABLE
    assert "network drive" in look.explanation
    assert look.nearby == ()


@pytest.mark.parametrize("name", ["\0", "a\0b", "x" * 300], ids=["nul", "nul within", "long"])
def test_a_name_that_no_folder_can_have_is_one_that_cannot_be_found(tmp_path: Path, name: str) -> None:
    assert look_at(tmp_path / name).kind is FolderKind.UNREACHABLE


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may open every folder")
def test_a_folder_that_may_not_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    assert "may not open" in look_at(tmp_path / "closed").explanation


def test_very_many_folders_are_not_all_looked_into(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"a{number:03}").mkdir()
    make_content(tmp_path / "z")
    assert look_at(tmp_path).nearby == ()
    make_content(tmp_path / "a000" / "content")
    assert look_at(tmp_path).nearby == (tmp_path / "a000" / "content",)
