"""A hidden folder in which an export grows until it is whole; then its files are put in place one by one."""

from __future__ import annotations

import itertools
import os
import shutil
import stat
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from editor.render.exporting.digests import digest, file_digest
from editor.render.exporting.report import NotExported, NotWritten, not_finished
from editor.storage import address_key
from editor.storage.disk import patiently
from editor.storage.file_lock import lock_file
from editor.words import tr

STAGING_NAME = ".clinic-export-new"
_LOCK_NAME = "lock"


class Staging:
    """The files that an export to the folder `to` will write: a context that is there for one export at a time.

    Entering raises NotExported while another export has it. What a killed one has left behind goes then, and what is
    not put in place goes at the end. Everything here blocks on the disk.
    """

    def __init__(self, to: Path) -> None:
        self.to = to
        self.folder = to / STAGING_NAME
        self.digests: dict[str, str] = {}
        """What each file will hold, by its name in `to`, such as "images/clinic.jpg"."""
        self._staged: dict[str, Path] = {}
        self._number = itertools.count()
        self._has_begun = False

    def __enter__(self) -> Staging:
        lock = self.folder / _LOCK_NAME
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if self.folder.is_symlink():  # what is behind it is not ours to clear
                raise NotWritten(self.folder)
            self._lock = lock.open("ab")
        except OSError as error:
            raise NotWritten(self.to) from error
        if not lock_file(self._lock) or not _is_at(self._lock, lock):
            self._lock.close()
            raise NotExported(
                tr("Another export is writing to {folder} just now. Try again when it is done.", folder=self.to)
            )
        try:
            for left_behind in self.folder.iterdir():
                if left_behind.name != _LOCK_NAME:
                    left_behind.unlink(missing_ok=True)
        except OSError as error:
            self._lock.close()
            raise NotWritten(self.folder) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if sys.platform == "win32":  # where what is open cannot be removed
            self._lock.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.close()

    def keep(self, name: str, *known: str) -> bool:
        """Leave `name` as it is if it has one of these digests; whether it has."""
        found = file_digest(self.to / name)
        if not found or found not in known:
            return False
        self.digests[name] = found
        return True

    def add(self, name: str, data: bytes) -> None:
        """Have `name` hold these bytes. Raises NotExported."""
        if self.keep(name, digest(data)):
            return
        staged = self._next()
        with self._writing(name):
            staged.write_bytes(data)
        self.add_made(name, staged, digest(data))

    def add_made(self, name: str, staged: Path, found: str) -> None:
        """Have `name` be a file that lies in this folder already, with this digest."""
        self._staged[name] = staged
        self.digests[name] = found

    def drop_unchanged(self) -> None:
        """Forget the files that are in place already, just as they would be written."""
        for name in list(self._staged):
            if self.digests[name] == file_digest(self.to / name):
                del self._staged[name]

    @property
    def changed(self) -> frozenset[str]:
        """The files that `place` will write."""
        return frozenset(self._staged)

    def make_room(self) -> None:
        """Make the folders of the files. Raises NotExported where something stands in the way of any of them."""
        targets = [self.to / name for name in self._staged]
        for folder in {target.parent for target in targets}:
            try:
                folder.mkdir(parents=True, exist_ok=True)
                is_inside = folder.resolve().is_relative_to(self.to.resolve())
            except OSError as error:
                raise NotWritten(folder) from error
            if not is_inside:  # a link: what is behind it is not ours to write
                raise NotWritten(folder)
        for target in targets:
            if target.is_dir():
                raise NotWritten(target)

    def place(self) -> None:
        """Put each file in place, whole. Raises NotExported."""
        self._has_begun = True
        for name, staged in self._staged.items():
            self._put(staged, name)

    def write(self, name: str, data: bytes) -> None:
        """Put one file in place at once, unless it is there already. Raises NotExported."""
        if file_digest(self.to / name) == digest(data):
            return
        staged = self._next()
        with self._writing(name):
            staged.write_bytes(data)
        self._put(staged, name)

    def _put(self, staged: Path, name: str) -> None:
        with self._writing(name):
            _replace(staged, self.to / name)

    @contextmanager
    def _writing(self, name: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise (not_finished if self._has_begun else NotWritten)(self.to / name) from error

    def _next(self) -> Path:
        return self.folder / f"file-{next(self._number)}"


def remove(to: Path, name: str, known: Collection[str], others: Iterable[str]) -> bool:
    """Remove a file of an earlier export; False if it has none of these digests any more, and stays.

    What lies outside of `to`, by a link, stays, and what is one of `others` under another name, as some disks hold
    capitals and small letters for the same. Folders that are empty then go too. Raises OSError.
    """
    target = to / name
    if not target.parent.resolve().is_relative_to(to.resolve()):
        return True
    alike = (to / other for other in others if address_key(other) == address_key(name))
    if not target.is_file() or any(other.exists() and other.samefile(target) for other in alike):
        return True
    now = file_digest(target)
    if not now:
        raise PermissionError(f"{target} cannot be read")
    if now not in known:
        return False
    patiently(partial(target.unlink, missing_ok=True))
    for folder in target.relative_to(to).parents[:-1]:
        with suppress(OSError):  # it is not empty
            (to / folder).rmdir()
    return True


def _replace(staged: Path, target: Path) -> None:
    try:
        staged.replace(target)
    except PermissionError:
        with suppress(OSError):  # Windows replaces no file that is read-only
            target.chmod(stat.S_IREAD | stat.S_IWRITE | stat.S_IRGRP | stat.S_IROTH)
        patiently(partial(staged.replace, target))


def _is_at(file: BinaryIO, place: Path) -> bool:
    """Whether an open file is still the one at this place, and not one that an export took away as it ended."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), place.stat())
    except OSError:
        return False
