"""The one safe way to take a page's file out of the content folder: it is moved, never just deleted."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from editor.storage.disk import flush_folder, patiently, read_file
from editor.storage.faults import not_saved, unconfirmed
from editor.storage.refusals import ChangedOnDisk
from editor.storage.save_lock import SaveLock
from editor.words import tr


@dataclass(frozen=True)
class PageRemoval:
    """One move of `target`, which should hold `expected`, to `destination` on the same disk.

    `name` is what the user calls the file, `target` its place, `limit` the largest size in bytes that a file of a
    content folder may have.
    """

    name: str
    target: Path
    expected: bytes
    destination: Path
    limit: int

    def run(self, keep_old: Callable[[bytes], str | None]) -> str | None:
        """Move it, and return only when that is on the disk for certain.

        `keep_old` gets the bytes before anything is changed; the warning it gives is handed back. A file that is gone
        already is no error. Raises NotSaved, ChangedOnDisk, Unconfirmed.
        """
        try:
            if not patiently(self._is_there):
                return None
            warning = keep_old(self.expected)
            self._make_room()
            with SaveLock(self.target.parent) as lock:
                lock.check_held()
                if patiently(self._is_there):
                    patiently(partial(self.target.rename, self.destination))
                    self._look_what_was_moved()
                    self._confirm()
        except OSError as error:
            raise not_saved(error, self.name) from error
        return warning

    def _is_there(self) -> bool:
        """Whether the file is there, with what was read from it. Raises ChangedOnDisk when it holds something else."""
        try:
            current = read_file(self.target, self.limit)
        except FileNotFoundError:
            if not self.target.parent.is_dir():
                raise
            return False
        if current != self.expected:
            raise self._changed(current)
        if self.target.is_symlink() or not os.access(self.target, os.W_OK):  # somebody protected it
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return True

    def _make_room(self) -> None:
        folder = self.destination.parent
        if not folder.is_dir():
            folder.mkdir(parents=True)
            flush_folder(folder.parent)
            flush_folder(folder.parent.parent)

    def _look_what_was_moved(self) -> None:
        """Put back what a program without our lock has saved there in the last instant. Raises ChangedOnDisk."""
        moved = patiently(partial(read_file, self.destination, self.limit))
        if moved != self.expected:
            if not self.target.exists():
                self.destination.rename(self.target)
            raise self._changed(moved)

    def _confirm(self) -> None:
        """See to it that the move stays. Raises Unconfirmed."""
        try:
            flush_folder(self.destination.parent)
            flush_folder(self.target.parent)
        except OSError as error:
            raise unconfirmed(self.name) from error

    def _changed(self, current: bytes) -> ChangedOnDisk:
        return ChangedOnDisk(
            tr("Somebody else has changed {file} since you opened it, so it was not deleted.", file=self.name),
            tr("Open their version, and delete it again if that is still right."),
            current,
        )
