"""The short lock around the replacing of a file, for everybody who saves into the same folder, on any PC."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from types import TracebackType

from editor.storage.disk import CREATE, LOCK, OURS, patiently, read_file, remove_file
from editor.storage.faults import LockHeld

_ROOM_FOR_OWNER = 1000  # bytes


class SaveLock:
    """A lock file in the content folder, held for the moment of a save; use it with `with`.

    A lock that stays because its program was killed is broken: after `dead_after` seconds when its owner is known to be
    gone, else after `unknown_after` seconds. Both are counted by watching it, because clocks of PCs and servers differ.
    """

    def __init__(
        self, folder: Path, *, dead_after: float = 1.0, unknown_after: float = 10.0, patience: float = 20.0
    ) -> None:
        self._path = folder / f"{OURS}save{LOCK}"
        self._breaking = folder / f"{OURS}break{LOCK}"
        self._owner = f"{_host()} {os.getpid()} {os.urandom(8).hex()}".encode()
        self._dead_after = dead_after
        self._unknown_after = unknown_after
        self._patience = patience

    def __enter__(self) -> SaveLock:
        """Wait for the lock. Raises LockHeld when others do not let go of it, and OSError."""
        began = since = time.monotonic()
        watched = None
        while not _create(self._path, self._owner):
            now = time.monotonic()
            owner = self._present_owner()
            if owner != watched:
                watched, since = owner, now
            elif owner is not None and now - since > self._life_of(owner):
                self._break(owner)
            if now - began > self._patience:
                remove_file(self._breaking)  # needed for an instant: whoever made it was killed
                raise LockHeld(errno.EBUSY, os.strerror(errno.EBUSY))
            time.sleep(0.005 + os.urandom(1)[0] / 10_000)  # at random, lest two go on in step
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._present_owner() in (self._owner, b""):  # what cannot be read just now is ours too, most likely
            with suppress(OSError):
                patiently(self._path.unlink)  # who waits for it may be looking into it

    def check_held(self) -> None:
        """Raises LockHeld when the lock is no longer ours: while this PC slept another may have broken it."""
        if self._present_owner() != self._owner:
            raise LockHeld(errno.EBUSY, os.strerror(errno.EBUSY))

    def _present_owner(self) -> bytes | None:
        """Who has the lock: None when nobody has, nothing when it cannot be read."""
        try:
            return patiently(partial(read_file, self._path, _ROOM_FOR_OWNER))
        except FileNotFoundError:
            return None
        except OSError:
            return b""

    def _life_of(self, owner: bytes) -> float:
        host, _, rest = owner.decode(errors="replace").partition(" ")
        pid = rest.partition(" ")[0]
        gone = host == _host() and pid.isdecimal() and not _is_running(int(pid))
        return self._dead_after if gone else self._unknown_after

    def _break(self, owner: bytes) -> None:
        """Remove the lock of `owner`, one breaker at a time: a second could remove the next lock."""
        if not _create(self._breaking, self._owner):
            return
        if self._present_owner() == owner:
            remove_file(self._path)
        remove_file(self._breaking)


def _create(path: Path, owner: bytes) -> bool:
    """Make a lock file; False when it is there already."""
    try:
        descriptor = os.open(path, CREATE, 0o666)
    except FileExistsError:
        return False
    except PermissionError:
        if sys.platform != "win32":
            raise
        return False  # what Windows answers while the lock is being removed
    with ExitStack() as undo:
        undo.callback(remove_file, path)
        try:
            if sys.platform != "win32":
                os.fchmod(descriptor, 0o644)  # a colleague must be able to see whose lock it is
            os.write(descriptor, owner)
        finally:
            os.close(descriptor)
        undo.pop_all()
    return True


def _host() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _is_running(pid: int) -> bool:
    if sys.platform == "win32":
        return True  # not known: os.kill would end it
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
