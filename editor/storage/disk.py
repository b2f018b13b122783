"""The few things done to files, each so that it works on Linux, Windows and macOS and on network drives."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TypeVar

from editor.storage.faults import SpecialFile, TooLarge

if sys.platform == "darwin":
    import fcntl

# Sync tools leave names of this form alone, and websites ignore what begins with a dot.
OURS = ".~clinic-"
TEMPORARY = ".tmp"
LOCK = ".lock"

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_PIECE = 1 << 16  # bytes read at once; room for many more costs more than reading a page
_NO_FOLDER_FSYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}  # some network and USB file systems cannot

_Answer = TypeVar("_Answer")


def read_file(path: Path, limit: int) -> bytes:
    """All bytes of the ordinary file at `path`.

    Raises SpecialFile for what is no ordinary file (a pipe would never answer), TooLarge for more than `limit` bytes,
    of which no more are read, and OSError.
    """
    return read_dated(path, limit)[0]


def read_dated(path: Path, limit: int) -> tuple[bytes, float]:
    """All bytes of the file, as `read_file`, and when it was changed last, in seconds since 1970."""
    descriptor = os.open(path, _READ)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise SpecialFile(errno.EINVAL, os.strerror(errno.EINVAL))
        data = _read_all(descriptor, limit + 1)
    finally:
        os.close(descriptor)
    if len(data) > limit:
        raise TooLarge(errno.EFBIG, os.strerror(errno.EFBIG))
    return data, status.st_mtime


def create_file(path: Path, data: bytes, mode: int | None = None, group: int | None = None) -> None:
    """Write a new file, see to it that it is on the disk, and read it back.

    `mode` are its permissions, None: as is usual for new files of this user. `group` is its owning group, which is
    kept where the system allows that. Raises FileExistsError; after that or any other OSError no new file is there.
    """
    descriptor = os.open(path, CREATE, 0o666 if mode is None else mode)
    with ExitStack() as undo:
        undo.callback(remove_file, path)
        try:
            _keep_rights(descriptor, mode, group)
            write_all(descriptor, data)
            flush(descriptor)
        finally:
            os.close(descriptor)
        if read_file(path, len(data)) != data:  # a full disk can lie until then
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        undo.pop_all()


def remove_file(path: Path) -> bool:
    """Remove a file of ours; whether it went. One that stays is swept later."""
    try:
        path.unlink()
    except OSError:
        return False
    return True


def temporary_name(folder: Path) -> Path:
    """A short new name in `folder`: derived from a page's name it could become too long."""
    return folder / f"{OURS}{os.urandom(6).hex()}{TEMPORARY}"


def flush_folder(folder: Path) -> None:
    """See to it that new names in `folder` are on the disk, where the system can do that. Raises OSError."""
    if sys.platform == "win32":
        return  # cannot open a folder; NTFS journals its names
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_FSYNC:
            raise
    finally:
        os.close(descriptor)


def patiently(action: Callable[[], _Answer], seconds: float = 2.0) -> _Answer:
    """The answer of `action`, tried again for a while on PermissionError.

    Virus scanners and sync tools hold files open for a moment, during which Windows lets nobody replace them.
    """
    deadline = time.monotonic() + seconds
    while True:
        try:
            return action()
        except PermissionError:
            if time.monotonic() >= deadline:
                raise
        time.sleep(0.05)


def _read_all(descriptor: int, limit: int) -> bytes:
    pieces = []
    while limit > 0 and (piece := os.read(descriptor, min(limit, _PIECE))):
        pieces.append(piece)
        limit -= len(piece)
    return b"".join(pieces)


def _keep_rights(descriptor: int, mode: int | None, group: int | None) -> None:
    if sys.platform == "win32" or mode is None:
        return
    status = os.fstat(descriptor)
    if group is not None and status.st_gid != group:
        with suppress(OSError):  # only its members may give a file to a group
            os.fchown(descriptor, -1, group)
    if stat.S_IMODE(status.st_mode) != mode:
        os.fchmod(descriptor, mode)


def write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def flush(descriptor: int) -> None:
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # there fsync leaves the bytes in the drive's own memory
        except OSError:
            os.fsync(descriptor)
    else:
        os.fsync(descriptor)
