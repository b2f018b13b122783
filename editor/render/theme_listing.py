"""What lies in the website's `theme` folder, at a glance: enough to see that one of its files has changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from editor.render.theme import THEME_FOLDER
from editor.render.theme_folder import MOST_FILES

Listing = tuple[tuple[str, tuple[int, ...]], ...]
"""Each file's path with what changes whenever the file does; () where there is no theme folder."""


def list_theme(content_folder: Path) -> Listing | None:
    """The listing of the content folder's look; None while the content folder itself is away. It blocks on the disk."""
    try:
        return tuple(_files(content_folder / THEME_FOLDER))
    except OSError:
        return () if content_folder.is_dir() else None


def _files(theme_folder: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    folders = [theme_folder]
    count = 0
    while folders:
        with os.scandir(folders.pop(0)) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            count += 1
            if count > MOST_FILES:
                return
            if entry.is_dir(follow_symlinks=False):
                folders.append(Path(entry.path))
            yield entry.path, _state(entry)


def _state(entry: os.DirEntry[str]) -> tuple[int, ...]:
    try:
        state = entry.stat()
    except OSError:
        return ()  # a link that leads nowhere, or a file that has just gone
    return state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns
