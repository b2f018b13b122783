"""Which content folders have a window on this PC, so that a second start can find it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from editor.paths import APP_NAME, app_data
from editor.storage.file_lock import lock_file
from editor.storage.own_folders import own_name


class FolderClaim:
    """That this process shows a folder to this user; it ends with the process, however that ends.

    `resolved` is the folder's path without links. Its drive, which may be gone by now, is not asked.
    """

    def __init__(self, resolved: Path, folder: Path | None = None) -> None:
        place = folder or app_data() / "windows"
        name = own_name(resolved.name, str(resolved))
        self.address = f"{APP_NAME}{own_name('', str(place / name))}"
        """What the process that shows the folder can be called by: for each user and folder another."""
        self._path = place / f"{name}.lock"
        self._lock: BinaryIO | None = None

    def take(self) -> bool:
        """Whether no other process shows the folder. Where app data cannot be written, nobody is known to."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            lock = self._path.open("ab")
            if not lock_file(lock):
                lock.close()
                return False
            self._lock = lock
        return True

    @property
    def is_held(self) -> bool:
        """Whether others can see that the folder is shown here."""
        return self._lock is not None

    def release(self) -> None:
        """The folder is not shown any more."""
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.close()
