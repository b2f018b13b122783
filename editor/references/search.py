"""From files and texts to proposals for a page; it takes its time, and can be followed and stopped."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from editor.content.condition_page import ConditionPage
from editor.content.same_studies import Standing
from editor.references.duplicates import Lookalikes
from editor.references.proposals import Found, Proposal, proposals
from editor.references.reading import MOST_BYTES, ReadingStopped, UnsupportedFormat, references_in, references_of_text
from editor.references.reference import Reference
from editor.references.study_of import study_of
from editor.references.tables import UnclearColumns, is_table, studies_in_table
from editor.words import tr

Progress = Callable[[int, float], None]
"""Is told how many studies are found, and how much of the work is done, from 0 to 1."""

_READING = 0.8
"""Of the work; the rest is to compare with what stands on the site."""
_EACH = 200


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed, and what could not be read, each with its place."""

    proposals: tuple[Proposal, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """One search for studies for a page, of all the pages there are."""

    page: str
    pages: Mapping[str, ConditionPage]
    stop: threading.Event

    def in_files(self, files: Sequence[Path], progress: Progress) -> Proposed:
        """What files hold. Blocking; raises OSError, UnsupportedFormat, UnclearColumns and ReadingStopped."""
        found: list[Found] = []
        unread: list[str] = []
        for number, file in enumerate(files):
            part = functools.partial(_tell_read, progress, number / len(files), 1 / len(files))
            try:
                places = self._read(file, part, found)
            except (OSError, UnsupportedFormat, UnclearColumns) as error:
                if len(files) == 1:
                    raise
                places = (_why_not_read(error),)
            several = len(files) > 1
            unread += (tr("{file}: {place}", file=file.name, place=one) if several else one for one in places)
        return self.compared(found, unread, progress)

    def _read(self, file: Path, progress: Progress, found: list[Found]) -> tuple[str, ...]:
        """Add what a file holds to what was found; what in it could not be read."""
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)  # enough to see that it is too large
        unclear: UnclearColumns | None = None
        if is_table(file.name) and len(data) <= MOST_BYTES:
            try:
                table = studies_in_table(data)
            except UnclearColumns as error:
                unclear = error  # other headings may be those of a reference manager
            else:
                found += map(Found, table.studies)
                return table.unread
        try:
            read = references_in(data, file.name, progress=progress, stop=self.stop)
        except UnsupportedFormat as error:
            if unclear is not None and unclear.unread:
                raise UnsupportedFormat(unclear.unread[0]) from error
            raise unclear or error from error
        found += self._found(read.references)
        return read.unread

    def in_text(self, text: str, progress: Progress) -> Proposed:
        """What a pasted text holds. Blocking; raises UnsupportedFormat and ReadingStopped."""
        read = references_of_text(text, progress=functools.partial(_tell_read, progress, 0, 1), stop=self.stop)
        return self.among(read.references, read.unread, progress)

    def among(self, references: Sequence[Reference], unread: Sequence[str], progress: Progress) -> Proposed:
        """What references are for the page. Blocking; raises ReadingStopped."""
        return self.compared(list(self._found(references)), unread, progress)

    def compared(self, found: Sequence[Found], unread: Sequence[str], progress: Progress) -> Proposed:
        """The studies beside those that stand on the site. Blocking; raises ReadingStopped."""
        standings = (Standing(name, study) for name, page in self.pages.items() for study in page.study_list)
        alike = Lookalikes(standings)
        compared = functools.partial(self._compared, progress, len(found))
        return Proposed(proposals(found, self.page, self.pages, alike.of, compared), tuple(unread))

    def _found(self, references: Iterable[Reference]) -> Iterator[Found]:
        for reference in references:
            self._mind_stop()
            yield Found(study_of(reference), reference)

    def _compared(self, progress: Progress, total: int, count: int) -> None:
        if count % _EACH == 0:
            self._mind_stop()
            progress(total, _READING + (1 - _READING) * count / total)

    def _mind_stop(self) -> None:
        if self.stop.is_set():
            raise ReadingStopped


def _why_not_read(error: Exception) -> str:
    """Why nothing of one of several files is told."""
    if isinstance(error, UnsupportedFormat):
        return str(error)
    if isinstance(error, UnclearColumns):
        return tr("The table has no plain headings. Add it alone, to say what its columns are.")
    return tr("The file can't be read now.")


def _tell_read(progress: Progress, begin: float, size: float, count: int, share: float) -> None:
    """Tell how much of the whole it is to have read a share of a part."""
    progress(count, _READING * (begin + size * share))
