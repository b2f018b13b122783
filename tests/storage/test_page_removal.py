"""Taking a page's file away: into the trash or for good, and what stands against it."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from editor.storage import ChangedOnDisk, ContentFolder, NotSaved, VersionHistory
from editor.storage.save_lock import SaveLock

PAGE = "conditions/back-pain.yaml"
OLD = b"name: Back pain\n"
CALLED = "the page \u201cBack pain\u201d"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    (root / "conditions").mkdir(parents=True)
    (root / PAGE).write_bytes(OLD)
    return root


@pytest.fixture
def folder(root: Path) -> ContentFolder:
    return ContentFolder(root)


def test_a_deleted_page_lies_in_the_trash_and_in_the_history(root: Path, folder: ContentFolder) -> None:
    report = folder.delete(PAGE, OLD, CALLED)
    assert report.warning is None
    assert not (root / PAGE).exists()
    (trashed,) = folder.trash()
    assert trashed == report.trashed
    assert trashed.name == PAGE
    assert folder.read(trashed.entry) == OLD
    (version,) = VersionHistory().versions(root, PAGE)
    assert VersionHistory().read(version) == OLD


def test_the_newest_stands_first_and_other_files_are_none(root: Path, folder: ContentFolder) -> None:
    first = folder.delete(PAGE, OLD, CALLED).trashed
    (root / PAGE).write_bytes(OLD)
    second = folder.delete(PAGE, OLD, CALLED).trashed
    moment = "20260101T000000.000000Z"
    for name in ("notes.txt", "yesterday~back-pain.yaml", f"{moment}~", f"{moment}~notes.txt", f"{moment}~nul.yaml"):
        (root / ".clinic-editor/trash" / name).write_bytes(b"")
    assert folder.trash() == (second, first)


def test_one_that_was_brought_back_leaves_the_trash_and_stays_in_the_history(root: Path, folder: ContentFolder) -> None:
    trashed = folder.delete(PAGE, OLD, CALLED).trashed
    assert trashed is not None
    (root / trashed.entry).write_bytes(OLD + b"# changed there\n")
    folder.empty_from_trash(trashed)
    assert folder.trash() == ()
    assert [VersionHistory().read(version) for version in VersionHistory().versions(root, PAGE)] == [
        OLD + b"# changed there\n",
        OLD,
    ]


def test_a_page_with_a_new_address_leaves_nothing_behind(root: Path, folder: ContentFolder) -> None:
    assert folder.remove_moved(PAGE, OLD, CALLED).trashed is None
    assert [path for path in root.rglob("*") if path.is_file()] == []
    (version,) = VersionHistory().versions(root, PAGE)
    assert VersionHistory().read(version) == OLD


def test_a_colleagues_words_are_not_deleted(root: Path, folder: ContentFolder) -> None:
    (root / PAGE).write_bytes(b"name: Sore back\n")
    with pytest.raises(ChangedOnDisk) as refused:
        folder.delete(PAGE, OLD, CALLED)
    assert refused.value.current == b"name: Sore back\n"
    assert (root / PAGE).read_bytes() == b"name: Sore back\n"
    assert folder.trash() == ()


def test_a_save_that_was_quicker_wins(root: Path, folder: ContentFolder) -> None:
    """Another computer holds the lock, saves, and lets go: what it saved stays."""
    refusals: list[NotSaved] = []

    def delete() -> None:
        try:
            folder.delete(PAGE, OLD, CALLED)
        except NotSaved as refused:
            refusals.append(refused)

    with SaveLock(root / "conditions"):
        deleting = threading.Thread(target=delete)
        deleting.start()
        while not (root / ".clinic-editor/trash").is_dir():  # made right before it waits for the lock
            deleting.join(0.01)
            assert deleting.is_alive()
        (root / PAGE).write_bytes(b"name: Sore back\n")
    deleting.join()
    assert [type(refused) for refused in refusals] == [ChangedOnDisk]
    assert (root / PAGE).read_bytes() == b"name: Sore back\n"


def test_where_the_trash_cannot_be_made_the_page_stays(root: Path, folder: ContentFolder) -> None:
    (root / ".clinic-editor").write_bytes(b"a file")
    with pytest.raises(NotSaved) as refused:
        folder.delete(PAGE, OLD, CALLED)
    assert CALLED in str(refused.value)
    assert (root / PAGE).read_bytes() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="links need a special right on Windows")
def test_a_link_is_left_alone(root: Path, folder: ContentFolder) -> None:
    (root / PAGE).rename(root / "elsewhere.yaml")
    (root / PAGE).symlink_to(root / "elsewhere.yaml")
    with pytest.raises(NotSaved):
        folder.delete(PAGE, OLD, CALLED)
    assert (root / PAGE).read_bytes() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="links need a special right on Windows")
def test_a_trash_outside_the_folder_is_not_used(root: Path, folder: ContentFolder, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (root / ".clinic-editor").symlink_to(tmp_path / "outside")
    with pytest.raises(NotSaved):
        folder.delete(PAGE, OLD, CALLED)
    assert (root / PAGE).read_bytes() == OLD
    assert list((tmp_path / "outside").iterdir()) == []


class AtTheLastInstant:
    """What a program without our lock does right before, and right after, the page is moved."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, before: bytes, after: bytes | None = None) -> None:
        self._before = before
        self._after = after
        self._really = os.rename
        monkeypatch.setattr(os, "rename", self._rename)

    def _rename(self, source: Path, target: Path) -> None:
        os.rename = self._really  # ours is moved once; what puts it back is left alone
        Path(source).write_bytes(self._before)
        Path(source).rename(target)
        if self._after is not None:
            Path(source).write_bytes(self._after)


def test_what_was_saved_in_the_last_instant_is_put_back(
    root: Path, folder: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    AtTheLastInstant(monkeypatch, b"name: Sore back\n")
    with pytest.raises(ChangedOnDisk) as refused:
        folder.delete(PAGE, OLD, CALLED)
    assert refused.value.current == b"name: Sore back\n"
    assert (root / PAGE).read_bytes() == b"name: Sore back\n"
    assert folder.trash() == ()


def test_what_cannot_be_put_back_as_its_place_is_taken_stays_in_the_trash(
    root: Path, folder: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    AtTheLastInstant(monkeypatch, b"name: Sore back\n", after=b"name: Sorer back\n")
    with pytest.raises(ChangedOnDisk):
        folder.delete(PAGE, OLD, CALLED)
    assert (root / PAGE).read_bytes() == b"name: Sorer back\n"
    assert [folder.read(trashed.entry) for trashed in folder.trash()] == [b"name: Sore back\n"]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_protected_page_stays(root: Path, folder: ContentFolder) -> None:
    (root / PAGE).chmod(0o444)
    with pytest.raises(NotSaved):
        folder.delete(PAGE, OLD, CALLED)
    assert (root / PAGE).read_bytes() == OLD
