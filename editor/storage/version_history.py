"""Earlier versions of the files of content folders, kept on this PC."""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from editor.paths import app_data
from editor.storage.disk import create_file, flush_folder, read_file, temporary_name
from editor.storage.own_folders import folder_of, own_name

_TIME = "%Y%m%dT%H%M%S.%fZ"
_NAME_FILE = "name.txt"
_LARGEST = 1 << 30  # bytes; what is kept here was read under a limit of its own


@dataclass(frozen=True)
class Version:
    """A file of a content folder as it once was: `time` in UTC, `digest` the first 16 hex digits of its SHA-256."""

    name: str
    time: datetime
    digest: str
    path: Path


class VersionHistory:
    """Copies of old versions: a folder for each content folder, in it one for each file, in it one file a version.

    A save keeps what it replaces, so that whoever looks after the computer, or a later view of the history, can give
    it back: `names` finds the file, also one that was deleted, `versions` its versions, `read` the bytes of one.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder if folder is not None else app_data() / "history"

    def keep(self, root: Path, name: str, data: bytes) -> None:
        """Keep what the file `name` of the content folder `root` held, unless that is the newest version already.

        When it returns, the copy is on the disk. Raises OSError.
        """
        place = self._place(root, name)
        versions = _versions(place, name)
        digest = _digest(data)
        if versions and versions[0].digest == digest:
            return
        time = datetime.now(UTC)
        if versions:  # clocks are put back, the order of versions must not be
            time = max(time, versions[0].time + timedelta(microseconds=1))
        if not (place / _NAME_FILE).is_file():
            place.mkdir(parents=True, exist_ok=True)
            self._write(place / _NAME_FILE, os.fsencode(name))
            flush_folder(place.parent)
        self._write(place / f"{time.strftime(_TIME)}-{digest}", data)

    def versions(self, root: Path, name: str) -> tuple[Version, ...]:
        """The versions kept of a file, newest first. Raises OSError."""
        return _versions(self._place(root, name), name)

    def names(self, root: Path) -> tuple[str, ...]:
        """The files of a content folder that have versions, also those that are gone by now. Raises OSError."""
        place = self._place(root)
        if not place.is_dir():
            return ()
        kept = (folder / _NAME_FILE for folder in place.iterdir())
        return tuple(sorted(os.fsdecode(read_file(path, _LARGEST)) for path in kept if path.is_file()))

    def read(self, version: Version) -> bytes:
        """What the file held. Raises OSError, also when the copy is no longer what was kept."""
        data = read_file(version.path, _LARGEST)
        if _digest(data) != version.digest:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return data

    def _place(self, root: Path, name: str | None = None) -> Path:
        place = folder_of(self.folder, root)
        return place if name is None else place / own_name(Path(name).stem, name)

    def _write(self, path: Path, data: bytes) -> None:
        temporary = temporary_name(self.folder)  # there all that kills leave behind is swept at once
        create_file(temporary, data)
        temporary.replace(path)
        flush_folder(path.parent)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _versions(place: Path, name: str) -> tuple[Version, ...]:
    if not place.is_dir():
        return ()
    found = (_version(name, path) for path in place.iterdir())
    return tuple(sorted(filter(None, found), key=lambda version: version.time, reverse=True))


def _version(name: str, path: Path) -> Version | None:
    time, _, digest = path.name.partition("-")
    try:
        return Version(name, datetime.fromisoformat(time), digest, path)
    except ValueError:
        return None  # not a version
