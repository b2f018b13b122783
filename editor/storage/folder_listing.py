"""What is in a content folder, at a glance: names, sizes and times of its files, without opening any of them."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from editor.storage.faults import unreachable
from editor.storage.file_names import ENDINGS, PAGES_FOLDER, SITE_FILES


class FileMark(NamedTuple):
    """What a listing tells of a file: its size in bytes, when it was changed last in seconds since 1970, its number."""

    size: int
    changed: float
    number: int


@dataclass(frozen=True, slots=True)
class FolderListing:
    """The pages' files, and of the site's files the one that counts.

    `tells_pages` is False while the pages' folder itself cannot be found: then nothing is known of its files.
    """

    files: Mapping[str, FileMark]
    tells_pages: bool


def list_files(root: Path) -> FolderListing:
    """Look what is in the content folder. It blocks on the disk.

    Raises Unreachable, also where nothing of a website is there: so looks the place of a drive that is not connected.
    """
    try:
        with os.scandir(root) as entries:
            top = [entry for entry in entries if is_site_name(entry.name) or entry.name.lower() == PAGES_FOLDER]
        if not top:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        sites = sorted((entry for entry in top if is_site_name(entry.name)), key=_order)
        files = _marks("", [entry for entry in sites if is_file(entry)][:1])
        try:
            with os.scandir(root / PAGES_FOLDER) as entries:
                files |= _marks(f"{PAGES_FOLDER}/", [entry for entry in entries if is_page(entry)])
        except (FileNotFoundError, NotADirectoryError):
            return FolderListing(files, tells_pages=False)
    except OSError as error:
        raise unreachable(error, str(root)) from error
    return FolderListing(files, tells_pages=True)


def is_page(entry: os.DirEntry[str]) -> bool:
    """Whether an entry of the pages' folder is a page's file; hidden files, our temporaries and folders are not."""
    return entry.name.lower().endswith(ENDINGS) and not entry.name.startswith(".") and is_file(entry)


def is_site_name(name: str) -> bool:
    """Whether a file of this name holds what all pages share."""
    return name.lower() in SITE_FILES


def site_order(name: str) -> tuple[int, str]:
    """Sorts the files of what all pages share: the first one counts."""
    return SITE_FILES.index(name.lower()), name.swapcase()  # small letters first


def is_file(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a file, or cannot be asked: then reading it tells what is wrong."""
    try:
        return entry.is_file()
    except OSError:
        return True


def _order(entry: os.DirEntry[str]) -> tuple[int, str]:
    return site_order(entry.name)


def _marks(prefix: str, entries: list[os.DirEntry[str]]) -> dict[str, FileMark]:
    """What is told of each; a file that goes away meanwhile counts as gone."""
    marks = {}
    for entry in entries:
        try:
            status = entry.stat()
        except FileNotFoundError:
            continue
        marks[f"{prefix}{entry.name}"] = FileMark(status.st_size, status.st_mtime, status.st_ino)
    return marks
