"""A file that somebody else has changed, with what becomes of one's own words."""

from __future__ import annotations

from dataclasses import dataclass

from editor.session.open_conflicts import OpenConflict
from editor.session.open_file import OpenFile
from editor.session.records import Record
from editor.session.undo_history import Step


@dataclass(frozen=True, slots=True)
class Rebased:
    """The file as it was read anew, and what its place says from now on: None where there is no page.

    `steps` lead there from what the place said before. `base` is what one's own words grew from, where that is not what
    the file says.
    """

    file: OpenFile
    record: Record | None
    steps: tuple[Step, ...] = ()
    base: Record | None = None
    conflicts: tuple[OpenConflict, ...] = ()
