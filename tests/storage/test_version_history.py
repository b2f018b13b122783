from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from editor.storage import VersionHistory

PAGE = "conditions/back-pain.yaml"


@pytest.fixture
def history(tmp_path: Path) -> VersionHistory:
    return VersionHistory(tmp_path / "app-data" / "history")


def kept(history: VersionHistory, root: Path, name: str = PAGE) -> list[bytes]:
    return [history.read(version) for version in history.versions(root, name)]


def test_versions_come_newest_first_and_byte_for_byte(history: VersionHistory, tmp_path: Path) -> None:
    for data in (b"one\r\n", b"two\x00", b"three"):
        history.keep(tmp_path, PAGE, data)
    assert kept(history, tmp_path) == [b"three", b"two\x00", b"one\r\n"]


def test_a_version_knows_its_file_time_and_digest(history: VersionHistory, tmp_path: Path) -> None:
    before = datetime.now(UTC)
    history.keep(tmp_path, PAGE, b"")
    (version,) = history.versions(tmp_path, PAGE)
    assert version.name == PAGE
    assert before <= version.time <= datetime.now(UTC)
    assert version.digest == "e3b0c44298fc1c14"


def test_the_same_content_twice_in_a_row_is_kept_once(history: VersionHistory, tmp_path: Path) -> None:
    for data in (b"one", b"one", b"two", b"one"):
        history.keep(tmp_path, PAGE, data)
    assert kept(history, tmp_path) == [b"one", b"two", b"one"]


def test_a_clock_that_was_put_back_does_not_change_the_order(history: VersionHistory, tmp_path: Path) -> None:
    history.keep(tmp_path, PAGE, b"one")
    (version,) = history.versions(tmp_path, PAGE)
    tomorrow = (version.time + timedelta(days=1)).strftime("%Y%m%dT%H%M%S.%fZ")
    version.path.rename(version.path.with_name(f"{tomorrow}-{version.digest}"))
    history.keep(tmp_path, PAGE, b"two")
    assert kept(history, tmp_path) == [b"two", b"one"]


def test_every_file_of_every_content_folder_has_versions_of_its_own(history: VersionHistory, tmp_path: Path) -> None:
    names = [
        PAGE,
        "conditions/Back Pain.yaml",
        "conditions/back pain.yaml",
        "site.yaml",
        f"conditions/{'n' * 245}.yaml",
    ]
    for root in (tmp_path / "clinic", tmp_path / "else" / "clinic"):
        for name in names:
            history.keep(root, name, f"{root} {name}".encode())
    for root in (tmp_path / "clinic", tmp_path / "else" / "clinic"):
        assert history.names(root) == tuple(sorted(names))
        for name in names:
            assert kept(history, root, name) == [f"{root} {name}".encode()]


def test_a_file_without_versions_has_none(history: VersionHistory, tmp_path: Path) -> None:
    assert history.versions(tmp_path, PAGE) == ()
    assert history.names(tmp_path) == ()


@pytest.mark.skipif(os.name != "posix", reason="names that are no text are possible on Linux only")
def test_a_name_that_is_no_text_is_kept_too(history: VersionHistory, tmp_path: Path) -> None:
    name = os.fsdecode(b"conditions/\xff.yaml")
    history.keep(tmp_path, name, b"one")
    assert history.names(tmp_path) == (name,)
    assert kept(history, tmp_path, name) == [b"one"]


def test_a_damaged_copy_is_never_given_out(history: VersionHistory, tmp_path: Path) -> None:
    history.keep(tmp_path, PAGE, b"one two three")
    (version,) = history.versions(tmp_path, PAGE)
    version.path.write_bytes(b"one two")
    with pytest.raises(OSError):
        history.read(version)


def test_it_lies_in_this_users_app_data(own_user_folders: Path) -> None:
    assert VersionHistory().folder.is_relative_to(own_user_folders)
