"""The clinic's list of words: a word goes in and out, and nothing else of the file changes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from editor.storage import ContentFolder, NotSaved, VersionHistory
from editor.storage.own_rules import OWN_WORDS, add_own_word, drop_own_word, words_in


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    (tmp_path / "site").mkdir()
    return ContentFolder(tmp_path / "site", VersionHistory(tmp_path / "history"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"moxa\n"),
        (b"qi # breath\n", b"qi # breath\nmoxa\n"),
        (b"qi", b"qi\nmoxa\n"),
        (b"qi\r\nyin\r\n", b"qi\r\nyin\r\nmoxa\r\n"),
        (b"\xef\xbb\xbfqi\r\nyin", b"\xef\xbb\xbfqi\r\nyin\r\nmoxa\r\n"),
        (b"  moxa  # from the wormwood\n", b"  moxa  # from the wormwood\n"),
    ],
)
def test_a_word_is_put_at_the_end_of_the_list(folder: ContentFolder, before: bytes, after: bytes) -> None:
    path = folder.root / OWN_WORDS
    if before:
        path.parent.mkdir()
        path.write_bytes(before)
    add_own_word(folder, "moxa")
    assert path.read_bytes() == after
    assert "moxa" in words_in(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"qi\nmoxa\nyin\n", b"qi\nyin\n"),
        (b"\xef\xbb\xbfmoxa\r\nyin", b"\xef\xbb\xbfyin"),
        (b"moxas\n", b"moxas\n"),
        (b"yin\nmoxa", b"yin\n"),
    ],
)
def test_a_word_is_taken_out(folder: ContentFolder, before: bytes, after: bytes) -> None:
    path = folder.root / OWN_WORDS
    path.parent.mkdir()
    path.write_bytes(before)
    drop_own_word(folder, "moxa")
    assert path.read_bytes() == after


def test_no_word_is_lost_where_several_are_added_at_once(folder: ContentFolder) -> None:
    words = [f"word{letter}" for letter in "abcdefghijkl"]
    folders = [ContentFolder(folder.root, folder.history) for _ in words]
    with ThreadPoolExecutor(len(words)) as threads:
        list(threads.map(add_own_word, folders, words))
    assert words_in((folder.root / OWN_WORDS).read_bytes()) == set(words)


def test_a_folder_that_is_away_is_told_and_not_made(folder: ContentFolder) -> None:
    folder.root.rmdir()
    with pytest.raises(NotSaved):
        add_own_word(folder, "moxa")
    assert not folder.root.exists()


def test_what_the_list_held_before_is_kept_on_this_pc(folder: ContentFolder) -> None:
    add_own_word(folder, "qi")
    add_own_word(folder, "moxa")
    (version,) = folder.history.versions(folder.root, OWN_WORDS)
    assert folder.history.read(version) == b"qi\n"
