"""Folders of records within a content folder: one small file each, shared by all who use the folder.

Each file is written whole and says all there is to say, so that of two PCs which write the same one either is right.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from editor.storage.disk import create_file, flush_folder, patiently, read_file, remove_file, temporary_name
from editor.storage.faults import OutsideFolder, TooLarge

PUBLISHER_RECORDS = ".clinic-editor/publisher-records"
ANSWERS = ".clinic-editor/not-a-problem"
_ENDING = ".json"
_LARGEST = 1 << 18
"""Bytes; a paper of a thousand authors needs a quarter of it."""

Stamp = tuple[int, int]
"""By which a file is known again: when it was changed last, and its size."""


class RecordFiles:
    """The records in `folder` of the content folder `root`; remembers which it has read. It blocks on the disk."""

    def __init__(self, root: Path, folder: str) -> None:
        self._root = root
        self._name = folder
        self._read: dict[str, Stamp] = {}

    def read_new(self) -> dict[str, bytes]:
        """What the files hold that are new, or others than when they were read, by name. What cannot be read now
        waits.
        """
        found = {}
        for path, stamp in self._listed():
            if self._read.get(path.name) != stamp:
                try:
                    found[path.name] = read_file(path, _LARGEST)
                except OSError:
                    continue
                self._read[path.name] = stamp
        return found

    def read(self, name: str) -> bytes:
        """What the file `name` holds now, nothing where there is none. Raises OSError."""
        try:
            return read_file(self._folder() / name, _LARGEST)
        except (FileNotFoundError, TooLarge):
            return b""

    def names(self) -> frozenset[str]:
        """The names of all files that are there now. Raises OSError where that cannot be seen; none where there is
        no folder yet. A file that is gone and comes back is new for `read_new`.
        """
        try:
            names = {path.name for path, _ in self._entries()}
            folder = self._folder()
        except FileNotFoundError:
            self._root.stat()  # where that is away too, nobody knows
            self._read.clear()
            return frozenset()
        names.update(name for name in self._read.keys() - names if (folder / name).is_file())  # left out by a drive
        self._read = {name: stamp for name, stamp in self._read.items() if name in names}
        return frozenset(names)

    def remove(self, name: str) -> None:
        """Have there be no file `name`. Raises OSError."""
        patiently(partial((self._folder() / name).unlink, missing_ok=True))
        self._read.pop(name, None)

    def write(self, name: str, data: bytes) -> None:
        """Put `data` into the file `name`, in place of what it held. Raises OSError; the file is as before then."""
        folder = self._folder()
        for made in (folder.parent, folder):  # not the root: where a drive is away, nothing may take its place
            made.mkdir(exist_ok=True)
        new = temporary_name(folder)
        try:
            create_file(new, data)
            patiently(partial(new.replace, folder / name))
        finally:
            remove_file(new)
        flush_folder(folder)

    def _folder(self) -> Path:
        """The folder, all links followed. Raises OSError where it is not within the content folder."""
        try:
            root = self._root.resolve(strict=True)
            folder = (root / self._name).resolve()
        except RuntimeError as error:  # links in a circle
            raise OutsideFolder from error
        if not folder.is_relative_to(root):
            raise OutsideFolder
        return folder

    def _listed(self) -> list[tuple[Path, Stamp]]:
        try:
            return list(self._entries())
        except OSError:  # there are none yet, or the drive is away
            return []

    def _entries(self) -> Iterator[tuple[Path, Stamp]]:
        with os.scandir(self._folder()) as entries:
            for entry in entries:
                if entry.name.endswith(_ENDING) and entry.is_file():
                    try:
                        status = entry.stat()
                    except FileNotFoundError:  # another PC has removed it at this very moment
                        continue
                    yield Path(entry.path), (status.st_mtime_ns, status.st_size)
