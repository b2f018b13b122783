"""A look at what somebody wants to open: is it a content folder, and if not, what is it and is one near?"""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from editor.storage.content_folder import explain_folder
from editor.storage.faults import unreachable
from editor.storage.file_names import ENDINGS, PAGES_FOLDER
from editor.words import tr

LITTER = {"desktop.ini", "thumbs.db", ".ds_store"}
"""What file managers leave in folders that people call empty."""
_MOST_LOOKED_INTO = 300
_MOST_IN_ONE_FOLDER = 60
_MOST_NEARBY = 3
_MOST_NAMED = 3


class FolderKind(Enum):
    """What a place is."""

    CONTENT = auto()
    EMPTY = auto()
    OTHER_FOLDER = auto()
    OTHER_FILE = auto()
    UNREACHABLE = auto()


@dataclass(frozen=True, slots=True)
class FolderLook:
    """What is at the place `asked` for.

    `root` is the content folder, or the folder in which to look for one; `page` the page whose file was asked for.
    `explanation` says why it cannot be opened, `found` what is there instead; `nearby` are content folders near it.
    `resolved` is the path of a content folder without links.
    """

    asked: Path
    kind: FolderKind
    root: Path
    page: str = ""
    explanation: str = ""
    found: str = ""
    nearby: tuple[Path, ...] = ()
    resolved: Path = Path()

    @property
    def can_be_opened(self) -> bool:
        """Whether there is a content folder."""
        return self.kind is FolderKind.CONTENT


def look_at(path: Path) -> FolderLook:
    """Look what is at `path`; a page's own file stands for its folder. It blocks on the disk and raises nothing."""
    path = path.absolute()
    nearby: tuple[Path, ...] = ()
    try:
        if _is_content(path):
            return FolderLook(path, FolderKind.CONTENT, path, resolved=path.resolve())
        nearby = _nearby(path)
        names = sorted(entry.name for entry in path.iterdir() if entry.name.lower() not in LITTER)
    except NotADirectoryError:
        return _look_at_file(path, nearby)
    except OSError as fault:
        return FolderLook(path, FolderKind.UNREACHABLE, path, "", str(unreachable(fault, str(path))), "", nearby)
    except ValueError:  # a name that no file can have
        error = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return FolderLook(path, FolderKind.UNREACHABLE, path, "", str(unreachable(error, str(path))))
    expected = tr("A website's pages are kept with a file called site.yaml, a folder called conditions, or both.")
    kind = FolderKind.OTHER_FOLDER if names else FolderKind.EMPTY
    return FolderLook(path, kind, path, "", expected, _found(path, names), nearby)


def _look_at_file(path: Path, nearby: tuple[Path, ...]) -> FolderLook:
    """A file: one of a website's folder, or something else."""
    if path.suffix.lower() in ENDINGS:
        inside = path.parent.parent if path.parent.name.lower() == PAGES_FOLDER else path.parent
        if _is_content(inside):
            page = path.relative_to(inside).as_posix()
            return FolderLook(path, FolderKind.CONTENT, inside, page, resolved=inside.resolve())
    explanation = tr("{file} is a file, and none of a website's pages.", file=path)
    return FolderLook(path, FolderKind.OTHER_FILE, path.parent, "", explanation, "", nearby)


def _found(path: Path, names: list[str]) -> str:
    """What is in a folder, in a sentence."""
    if not names:
        return tr("There is nothing in {folder} yet.", folder=path)
    shown = ", ".join([name for name in names if not name.startswith(".")][:_MOST_NAMED] or names[:_MOST_NAMED])
    if len(names) <= _MOST_NAMED:
        return tr("In {folder} there is only: {names}.", folder=path, names=shown)
    count = len(names)
    return tr("In {folder} there are {count} other things, such as {names}.", folder=path, count=count, names=shown)


def _nearby(path: Path) -> tuple[Path, ...]:
    """The content folders near `path`: the one it lies in, those up to two below it; beside it, if it is no folder."""
    start = path if is_folder(path) else path.parent
    candidates = itertools.chain((path.parent,), itertools.chain.from_iterable(_steps_below(start)))
    looked_into = itertools.islice(candidates, _MOST_LOOKED_INTO)
    return tuple(itertools.islice(filter(_is_content, looked_into), _MOST_NEARBY))


def _steps_below(folder: Path) -> Iterator[tuple[Path, ...]]:
    """The folders in a folder first, then what is in each that holds no pages itself."""
    inside = _folders_in(folder)
    yield inside
    for each in inside:
        if not _is_content(each):
            yield _folders_in(each)


def _folders_in(folder: Path) -> tuple[Path, ...]:
    """The folders in a folder, by name, some of them where there are very many; hidden ones are nobody's website."""
    try:
        with os.scandir(folder) as entries:
            found = [entry.path for entry in entries if not entry.name.startswith(".") and is_folder(entry)]
    except OSError:
        return ()
    return tuple(map(Path, sorted(found)[:_MOST_IN_ONE_FOLDER]))


def is_folder(place: Path | os.DirEntry[str]) -> bool:
    """Whether there is a folder that can be reached. It blocks on the disk."""
    try:
        return place.is_dir()
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return False


def _is_content(folder: Path) -> bool:
    return explain_folder(folder) is None
