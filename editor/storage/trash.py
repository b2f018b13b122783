"""The trash of a content folder: pages that staff deleted, shared by all who use the folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from editor.storage.file_names import ENDINGS
from editor.storage.slugs import refused_slug

TRASH = ".clinic-editor/trash"
_TIME = "%Y%m%dT%H%M%S.%fZ"
_MARK = "~"


@dataclass(frozen=True, slots=True)
class TrashedFile:
    """A deleted page: `name` is the file it was, `when` it was deleted (UTC), `entry` its file in the trash."""

    name: str
    when: datetime
    entry: str


def trashed_now(name: str, clock: datetime | None = None) -> TrashedFile:
    """Where the file `name` goes when it is deleted now."""
    when = clock or datetime.now(UTC)
    return TrashedFile(name, when, f"{TRASH}/{when.strftime(_TIME)}{_MARK}{PurePosixPath(name).name}")


def trashed_files(root: Path, conditions: str) -> tuple[TrashedFile, ...]:
    """What is in the trash, newest first; `conditions` is the folder the pages come from. Raises OSError."""
    try:
        with os.scandir(root / TRASH) as entries:
            found = [_trashed(entry.name, conditions) for entry in entries]
    except FileNotFoundError:
        return ()
    return tuple(sorted(filter(None, found), key=lambda file: file.when, reverse=True))


def _trashed(entry: str, conditions: str) -> TrashedFile | None:
    time, mark, name = entry.partition(_MARK)
    try:
        when = datetime.strptime(time, _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None  # not ours
    if not mark or not name.lower().endswith(ENDINGS) or refused_slug(PurePosixPath(name).stem, ()) is not None:
        return None
    return TrashedFile(f"{conditions}/{name}", when, f"{TRASH}/{entry}")
