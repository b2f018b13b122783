"""What an export says at its end, and why there may be none."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from editor.render.theme import ThemeFault
from editor.words import tr

_PROTECTED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A page that was not exported; `expected` is true where the page's status asks for just that.

    `page` is its slug, or its file where that cannot be read.
    """

    page: str
    reason: str
    expected: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that whoever exports should know, as a sentence; `expected` is true where nothing has to be mended.

    `is_of_look`: it is about the website's own look, and for the person who looks after that; `fault` is what of it.
    """

    text: str
    expected: bool = False
    is_of_look: bool = False
    fault: ThemeFault | None = None

    @classmethod
    def of_fault(cls, fault: ThemeFault) -> Notice:
        """What is to be known of a fault of the look."""
        return cls(fault.sentence(), is_of_look=True, fault=fault)


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did.

    `pages` are the files of all exported pages, in the order of the website's files; `unchanged` counts those that
    were there already, just as they would have been written. `index` is the file with which a
    visitor begins, where there is one; `is_mixed`: in the folder lie files of somebody else's too.
    """

    pages: tuple[Path, ...]
    unchanged: int
    left_out: tuple[LeftOut, ...]
    notices: tuple[Notice, ...]
    index: Path | None = None
    is_mixed: bool = False

    @property
    def is_clean(self) -> bool:
        """Whether nothing has to be mended."""
        return all(one.expected for one in self.left_out) and all(one.expected for one in self.notices)


class NotExported(Exception):
    """Nothing, or not everything, was exported: what happened and what to do, as sentences."""


class PlaceRefused(NotExported):
    """Nothing can be exported to the place asked for; to another one it can."""


class InsideContent(PlaceRefused):
    """The place asked for lies in the content folder, where no export may go."""


class NotWritten(PlaceRefused):
    """A file or folder cannot be written. What helps depends on the error that this is raised from, if there is one."""

    def __init__(self, target: Path) -> None:
        super().__init__(target)
        self.target = target

    def __str__(self) -> str:
        why = self.__cause__.errno if isinstance(self.__cause__, OSError) else None
        if why in _PROTECTED:
            reason = tr("{file} could not be written: it is protected, or in use.", file=self.target)
            advice = tr("Choose another folder.")
        elif why in _NO_ROOM:
            reason = tr("{file} could not be written: the disk is full.", file=self.target)
            advice = tr("Make room on the disk, or choose another folder, then export again.")
        else:
            reason = tr("{file} could not be written.", file=self.target)
            advice = tr("Choose another folder, or make room on the disk, then export again.")
        return f"{reason} {tr('Your pages are as they were.')} {advice}"


class SharedTextsUnreadable(NotExported):
    """The site's texts cannot be read, and no page may go out without its disclaimers."""


class ExportCancelled(NotExported):
    """Somebody wanted it to stop; what was exported before is as it was, unless placing the files `has_begun`."""

    def __init__(self, *, has_begun: bool = False) -> None:
        text = tr("The export was stopped. What was exported before is as it was.")
        if has_begun:
            text = tr("The export was stopped. Some pages may be new already, others not. Export again to finish it.")
        super().__init__(text)


def not_finished(target: Path) -> NotExported:
    """The refusal for a file that cannot be written when others are in place already."""
    return NotExported(
        tr(
            "{file} could not be written. Some pages may be new already, and others not."
            " Make room on the disk, or see why the file can't be replaced; then export again to finish it.",
            file=target,
        )
    )
