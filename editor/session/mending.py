"""Mending a broken file, from the proposal to the file on the disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from editor.content.mending import Choice, Mend, Mending, mend_page, mend_site
from editor.session.open_file import OpenFile, is_site, read_file
from editor.storage import ChangedOnDisk, ContentFolder, NotSaved

__all__ = ["Choice", "Mend", "MendFailed", "MendResult", "Mended", "Mending", "mending_of", "run_mend"]


@dataclass(frozen=True, slots=True)
class Mended:
    """The file is mended, on the disk too; `warning` is something the user should know all the same."""

    file: OpenFile
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class MendFailed:
    """Nothing was written; `file` is what the folder holds now, where somebody changed it meanwhile."""

    error: NotSaved
    file: OpenFile | None = None


MendResult = Mended | MendFailed


def mending_of(file: OpenFile, chosen: Sequence[int] = ()) -> Mending | None:
    """How a file with problems can be mended, as `mend_page` says; None where it is not sure how."""
    if file.data is None or not file.problems:
        return None
    return mend_site(file.data, chosen) if is_site(file.place) else mend_page(file.data, chosen)


def run_mend(folder: ContentFolder, file: OpenFile, mended: bytes, called: str) -> MendResult:
    """Save what `file` was mended to, unless the folder holds something else by now. It blocks on the disk.

    `called` is what staff call the file within a sentence. The history keeps the version before.
    """
    try:
        report = folder.save(file.place, mended, file.data, called)
    except ChangedOnDisk as changed:
        return MendFailed(changed, read_file(folder, file.place))
    except NotSaved as not_saved:
        return MendFailed(not_saved)
    return Mended(read_file(folder, file.place), report.warning)
