"""The one safe save of a file of the content folder, from bytes in memory to bytes on the disk."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from editor.storage.disk import create_file, flush_folder, patiently, read_file, remove_file, temporary_name
from editor.storage.faults import HeldOpen, not_saved, unconfirmed
from editor.storage.refusals import ChangedOnDisk
from editor.storage.save_lock import SaveLock
from editor.words import tr


@dataclass(frozen=True)
class PageSave:
    """One save of `data` over `target`, which should hold `expected`; None: it should not be there yet.

    `name` is what the user calls the file, `target` its place with all links resolved, `limit` the largest size in
    bytes that a file of a content folder may have.
    """

    name: str
    target: Path
    data: bytes
    expected: bytes | None
    limit: int

    def run(self, keep_old: Callable[[bytes], str | None]) -> str | None:
        """Save, and return only when the new file is on the disk for certain.

        `keep_old` gets the old bytes before anything is changed; the warning it gives is handed back. Raises NotSaved,
        ChangedOnDisk, Unconfirmed.
        """
        try:
            old = patiently(self._compare)
            warning = None if old is None else keep_old(old)
            temporary = temporary_name(self.target.parent)
            try:
                self._write(temporary, new_page=old is None)
                with SaveLock(self.target.parent) as lock:
                    self._replace_patiently(temporary, lock)
                    self._confirm()
            finally:
                remove_file(temporary)
        except OSError as error:
            raise not_saved(error, self.name) from error
        return warning

    def _compare(self) -> bytes | None:
        """What the file holds now. Raises ChangedOnDisk when somebody else has saved since it was read."""
        current = self._current()
        if current in (self.expected, self.data):  # the second after a save that was not confirmed
            return current
        if current is None:
            reason = tr("Somebody has deleted or renamed {file}.", file=self.name)
            advice = tr("Save a copy elsewhere, and ask your colleagues.")
        elif self.expected is None:
            reason = tr("There is already a file for {file}.", file=self.name)
            advice = tr("Choose another name.")
        else:
            reason = tr("Somebody else has changed {file} since you opened it.", file=self.name)
            advice = tr("Try again: their changes are taken in, and you are asked where both changed the same words.")
        raise ChangedOnDisk(reason, advice, current)

    def _current(self) -> bytes | None:
        """What the file holds, None when it is not there though its folder is."""
        try:
            return read_file(self.target, self.limit)
        except FileNotFoundError:
            if self.expected is not None and not self.target.parent.is_dir():
                raise
            return None

    def _write(self, temporary: Path, *, new_page: bool) -> None:
        """Put the new bytes beside the target, with the target's rights."""
        if new_page:
            self.target.parent.mkdir(exist_ok=True)
            flush_folder(self.target.parent.parent)
            create_file(temporary, self.data)
            return
        if not os.access(self.target, os.W_OK):  # it could be replaced all the same, but somebody protected it
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        status = self.target.stat()
        create_file(temporary, self.data, stat.S_IMODE(status.st_mode), status.st_gid)

    def _replace_patiently(self, temporary: Path, lock: SaveLock) -> None:
        try:
            patiently(partial(self._replace, temporary, lock))
        except PermissionError as error:
            if sys.platform == "win32":  # there this means that it is open elsewhere: rights were looked at before
                raise HeldOpen(*error.args) from error
            raise

    def _replace(self, temporary: Path, lock: SaveLock) -> None:
        """Put the temporary file in the target's place, unless somebody has saved in the meantime."""
        lock.check_held()
        self._compare()
        try:
            temporary.replace(self.target)
        except PermissionError:
            raise
        except OSError:
            if not self._arrived():  # a network drive may have done it and lost the answer
                raise

    def _arrived(self) -> bool:
        """Whether the target holds the new bytes. Raises Unconfirmed when that cannot be seen."""
        try:
            return patiently(self._current) == self.data
        except OSError as error:
            raise unconfirmed(self.name) from error

    def _confirm(self) -> None:
        """See to it that the target's new bytes stay. Raises Unconfirmed."""
        try:
            flush_folder(self.target.parent)
        except OSError as error:
            raise unconfirmed(self.name) from error
        if not self._arrived():
            raise unconfirmed(self.name)
