"""What one file held before, so that undo and the next save can fall back on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.content.study import StudyKey
from editor.session.records import Record

if TYPE_CHECKING:
    from editor.content.writing import RememberedStudy

VERSIONS_REMEMBERED = 50
"""How many versions of a file are remembered byte for byte, the first always."""


@dataclass(slots=True)
class EarlierText:
    """One file's earlier text.

    `studies` are those that left the file, with their lines there. `unconfirmed` are the bytes of a save that the
    drive did not confirm: the file may hold them.
    """

    studies: dict[StudyKey, RememberedStudy] = field(default_factory=dict)
    unconfirmed: bytes | None = None
    _versions: list[tuple[Record, bytes]] = field(default_factory=list)

    def bytes_of(self, record: Record) -> bytes | None:
        """The file's bytes when it last said just what the record says; None where it never did."""
        return next((data for version, data in reversed(self._versions) if version == record), None)

    def keep(self, record: Record, data: bytes) -> None:
        """Remember a version of the file."""
        self._versions.append((record, data))
        del self._versions[1:-VERSIONS_REMEMBERED]

    @property
    def is_known(self) -> bool:
        """Whether any version is remembered."""
        return bool(self._versions)

    def forget_versions(self) -> None:
        """The file is another now: what was written before would take back what a colleague has changed."""
        self._versions.clear()
        self.unconfirmed = None
