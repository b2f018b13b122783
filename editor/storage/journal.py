"""The journal of unsaved work, in this PC's app data: what a killed program leaves behind for the next start.

Each window writes a file of its own, which only grows: records of length, CRC-32 and bytes. Whatever is torn or damaged
ends what can be read, so that nothing is ever read that was not written.
"""

from __future__ import annotations

import functools
import os
import struct
import threading
import time
import zlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from editor.paths import app_data
from editor.storage.disk import (
    create_file,
    flush,
    flush_folder,
    patiently,
    read_file,
    remove_file,
    temporary_name,
    write_all,
)
from editor.storage.file_lock import lock_file
from editor.storage.own_folders import folder_of

_ENDING = ".journal"
_LOCK_ENDING = ".lock"
_NEW_ENDING = ".new"
_DECIDED_ENDING = ".decided"
_ASIDE_ENDING = ".aside"
_DECLINED_ENDING = ".declined"
_ROOT_FILE = "folder.txt"
_KEPT_SECONDS = 30 * 24 * 3600.0
_HEAD = struct.Struct("<II")
_LARGEST = 1 << 30  # bytes
_LONGEST_PATH = 1 << 16  # bytes


class Journal:
    """What one window has not saved of a content folder. All of it blocks on the disk, on any thread.

    The file is there from the first record on. Nobody else offers it as left behind while this program runs.
    """

    def __init__(self, root: Path, folder: Path | None = None) -> None:
        self._root = _name_of(root)  # never asked for again: the drive may be away by then
        place = folder_of(_journals(folder), root)
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.urandom(4).hex()}"
        self.path = place / f"{name}{_ENDING}"
        self._lock: BinaryIO | None = None
        self._file = -1
        self._is_new = False
        self._turn = threading.Lock()
        self.size = 0
        """Bytes of all records."""
        self.is_doubtful = False
        """Whether the disk may have lost a record that was written: `write_anew` comes next."""

    def write(self, record: bytes) -> None:
        """Add a record; when this returns, it outlives this program, and after `settle` a power cut. Raises OSError."""
        with self._turn:
            self._open()
            os.lseek(self._file, self.size, os.SEEK_SET)
            piece = _framed(record)
            try:
                write_all(self._file, piece)
            except OSError:
                with suppress(OSError):  # else the next record is written over what there is of this one
                    os.ftruncate(self._file, self.size)
                raise
            self.size += len(piece)

    def settle(self) -> None:
        """See to it that all that was written is on the disk. Raises OSError.

        Others may write meanwhile: a disk that is busy takes seconds.
        """
        with self._turn:
            if self._file < 0:
                return
            file, is_new = os.dup(self._file), self._is_new
        try:
            flush(file)
            if is_new:
                self._note_root()
                flush_folder(self.path.parent)
                self._is_new = False
        except OSError:
            self.is_doubtful = True
            raise
        finally:
            os.close(file)

    def write_anew(self, record: bytes) -> None:
        """Have the journal hold this one record and nothing else, on the disk for certain. Raises OSError."""
        with self._turn:
            self._replace(record)
            self.is_doubtful = False

    def _replace(self, record: bytes) -> None:
        self._open()
        piece = _framed(record)
        new = self.path.with_suffix(_NEW_ENDING)
        remove_file(new)
        create_file(new, piece)
        self._close()  # Windows replaces no file that is open, or being settled
        patiently(functools.partial(new.replace, self.path))
        self.size = len(piece)
        flush_folder(self.path.parent)

    def remove(self) -> None:
        """End the journal: everything is saved, or nobody wants it any more."""
        with self._turn:
            if self._file >= 0:
                with suppress(OSError):  # Windows removes no file that is being settled: it stays, and says nothing
                    os.ftruncate(self._file, 0)
            self._close()
            remove_file(self.path)
            self.size = 0
            if self._lock is not None:
                self._lock.close()
                remove_file(self.path.with_suffix(_LOCK_ENDING))
                self._lock = None

    def leave(self) -> None:
        """Stop writing, and leave what there is to the next start."""
        with self._turn:
            self._close()
            if self._lock is not None:
                self._lock.close()
                self._lock = None

    def _open(self) -> None:
        if self._file >= 0:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if self._lock is None:
            self._lock = _locked(self.path)
        self._file = os.open(self.path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        self._is_new = True

    def _note_root(self) -> None:
        """Tell whose journals these are, for when the content folder is somewhere else."""
        note = self.path.parent / _ROOT_FILE
        if not note.exists():
            new = temporary_name(note.parent)
            create_file(new, self._root)
            new.replace(note)

    def _close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


class LeftJournal:
    """The journal of a program that has ended, kept from others as long as this is open."""

    def __init__(self, path: Path, lock: BinaryIO) -> None:
        self.path = path
        self._lock = lock

    def records(self) -> tuple[bytes, ...]:
        """Its records, as far as they are whole. Raises OSError."""
        return _records(read_file(self.path, _LARGEST))

    def put_away(self, *, aside: bool = False) -> None:
        """Offer it no more, as its user has decided; for a month it is kept. Raises OSError.

        One put `aside`, as not all of it is wanted now, is offered to whoever asks for it.
        """
        self.path.replace(self.path.with_suffix(_ASIDE_ENDING if aside else _DECIDED_ENDING))
        self._lock.close()
        remove_file(self.path.with_suffix(_LOCK_ENDING))

    def leave_only(self, records: Iterable[bytes]) -> None:
        """Let the next start offer these records; all of it can still be found for a month. Raises OSError."""
        if self.path.suffix == _ASIDE_ENDING:
            self.leave()
            return
        decided, new = self.path.with_suffix(_DECIDED_ENDING), self.path.with_suffix(_NEW_ENDING)
        for path in (decided, new):
            remove_file(path)
        create_file(decided, read_file(self.path, _LARGEST))
        create_file(new, b"".join(map(_framed, records)))
        new.replace(self.path)
        flush_folder(self.path.parent)
        self.leave()

    def leave(self) -> None:
        """Let the next start offer it again."""
        self._lock.close()

    def decline(self, root: Path) -> None:
        """Leave it, for the content folder that it is of may come back, and offer it to this one only if that asks for
        what it declined. Raises OSError.
        """
        with self.path.with_suffix(_DECLINED_ENDING).open("ab") as note:
            note.write(_name_of(root) + b"\0")
        self.leave()

    def is_declined(self, root: Path) -> bool:
        """Whether this content folder has declined it."""
        try:
            return _name_of(root) in read_file(self.path.with_suffix(_DECLINED_ENDING), _LARGEST).split(b"\0")
        except OSError:
            return False


def left_behind(root: Path, folder: Path | None = None, own: Path | None = None) -> tuple[LeftJournal, ...]:
    """The journals of a content folder whose programs have ended, the oldest first. It blocks on the disk.

    `own` is being written by this program: where there are no locks, nothing else tells.
    """
    return _left_in(folder_of(_journals(folder), root), own)


def put_aside(root: Path, folder: Path | None = None) -> tuple[LeftJournal, ...]:
    """The journals of a content folder that were put aside within a month, the oldest first. It blocks on the disk."""
    place = folder_of(_journals(folder), root)
    found = ((path, _lock_of(path)) for path in sorted(place.glob(f"*{_ASIDE_ENDING}")))
    return tuple(LeftJournal(path, lock) for path, lock in found if lock is not None)


def left_elsewhere(root: Path, folder: Path | None = None, *, also_declined: bool = False) -> tuple[LeftJournal, ...]:
    """Such journals of other content folders that are no longer where they were: `root` may be what became of one.

    Those that `root` has declined only if asked for. It blocks on the disk, and on drives that are gone for long.
    """
    own = folder_of(_journals(folder), root)
    try:
        places = sorted(_journals(folder).iterdir())
    except OSError:
        return ()
    gone = (place for place in places if place != own and any(place.glob(f"*{_ENDING}")) and _is_of_none(place))
    found = []
    for journal in (journal for place in gone for journal in _left_in(place)):
        if also_declined or not journal.is_declined(root):
            found.append(journal)
        else:
            journal.leave()
    return tuple(found)


def _is_of_none(place: Path) -> bool:
    """Whether the content folder is known whose journals these are, and is not there."""
    try:
        return not Path(os.fsdecode(read_file(place / _ROOT_FILE, _LONGEST_PATH))).exists()
    except OSError:
        return False


def _left_in(place: Path, own: Path | None = None) -> tuple[LeftJournal, ...]:
    try:
        files = sorted(place.iterdir())
    except OSError:
        return ()
    paths = [path for path in files if path.suffix == _ENDING]
    beside = (_ENDING, _LOCK_ENDING, _DECLINED_ENDING)
    kept = {_ROOT_FILE, *(path.with_suffix(ending).name for path in paths for ending in beside)}
    for path in files:
        if path.name not in kept and _is_old(path):
            remove_file(path)  # what was decided, and what kills have left half-made
    found = ((path, _lock_of(path)) for path in paths if path != own)
    return tuple(LeftJournal(path, lock) for path, lock in found if lock is not None)


def _name_of(root: Path) -> bytes:
    return os.fsencode(root.resolve())


def _journals(folder: Path | None) -> Path:
    return app_data() / "journal" if folder is None else folder


def _locked(path: Path) -> BinaryIO | None:
    """The lock of a new journal; None where there are no locks."""
    lock = path.with_suffix(_LOCK_ENDING).open("ab")
    if lock_file(lock):
        return lock
    lock.close()
    return None


def _lock_of(path: Path) -> BinaryIO | None:
    """The lock of a journal that was left behind; None while its program runs, or another has taken it in hand."""
    try:
        return _locked(path)
    except OSError:
        return None


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _KEPT_SECONDS
    except OSError:
        return False


def _framed(record: bytes) -> bytes:
    return _HEAD.pack(len(record), zlib.crc32(record)) + record


def _records(data: bytes) -> tuple[bytes, ...]:
    found = []
    place = 0
    while place + _HEAD.size <= len(data):
        length, check = _HEAD.unpack_from(data, place)
        place += _HEAD.size
        record = data[place : place + length]
        if not record or len(record) < length or zlib.crc32(record) != check:
            break
        found.append(record)
        place += length
    return tuple(found)
