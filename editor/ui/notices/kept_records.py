"""The publishers' records of the open folder: read in the background, kept there after each look-up."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.content.study import Study
from editor.references.reference import Notice, Reference
from editor.session import Session
from editor.storage.record_files import PUBLISHER_RECORDS, RecordFiles
from editor.ui.background import Background
from editor.words import tr

if TYPE_CHECKING:
    from editor.references.publisher_records import PublisherRecord, PublisherRecords

_EVERY_MS = 60_000
_NOT_KEPT = tr(
    "What the publishers said is known until you close this window, but could not be kept in the website's folder."
)


class KeptRecords(QObject):
    """Knows what was said of a study, at this PC or another one, as soon as the folder's records are read."""

    changed = Signal()
    """Something else is known."""
    said = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: PublisherRecords | None = None
        self._files = RecordFiles(session.folder.root, PUBLISHER_RECORDS)
        self._background = Background(self)
        self._next = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._next.timeout.connect(self.read)

    def read(self) -> None:
        """Read what is new in the folder, and again every minute: colleagues look studies up too."""
        self._background.run(functools.partial(_read, self._files), self._take_read, self._fail)

    def keep(self, records: Iterable[PublisherRecord]) -> None:
        """Know these records from now on, and put them into the folder."""
        kept = tuple(records)
        if not kept:
            return
        self._take(kept)
        self._background.run(functools.partial(_keep, self._files, kept), self._tell, self._fail)

    def keep_abstracts(self, references: Iterable[Reference]) -> None:
        """Keep the abstracts of imported papers on this PC, for checks to hold summaries against."""
        imported = tuple(reference for reference in references if reference.abstract)
        if imported:
            self._background.run(functools.partial(_keep_abstracts, imported), self._tell_of_abstracts, self._fail)

    def of(self, study: Study) -> tuple[PublisherRecord, ...]:
        """What is known of a study, the newest first."""
        return () if self._records is None else self._records.of(study)

    def notices(self, study: Study) -> tuple[Notice, ...]:
        """What was published about a study later, the gravest first."""
        return () if self._records is None else self._records.notices(study)

    def close(self) -> None:
        """Read no more."""
        self._next.stop()
        self._background.close()

    def _take_read(self, records: Sequence[PublisherRecord]) -> None:
        self._take(records)
        self._next.start()

    def _take(self, records: Sequence[PublisherRecord]) -> None:
        if not records:
            return
        from editor.references.publisher_records import PublisherRecords  # the window stands without what reads them

        if self._records is None:
            self._records = PublisherRecords()
        if self._records.take(records):
            self.changed.emit()

    def _tell_of_abstracts(self, is_other: bool, /) -> None:
        if is_other:
            self.changed.emit()

    def _tell(self, is_kept: bool, /) -> None:
        if not is_kept:
            self.said.emit(_NOT_KEPT)

    def _fail(self, error: BaseException) -> None:
        raise error


def _read(files: RecordFiles) -> list[PublisherRecord]:
    """The records that are new in the folder. It blocks on the disk."""
    from editor.session.publisher_records import read_records

    return read_records(files)


def _keep(files: RecordFiles, records: Sequence[PublisherRecord]) -> bool:
    """Put the records into the folder; whether all are there. It blocks on the disk."""
    from editor.session.publisher_records import keep_records

    return keep_records(files, records)


def _keep_abstracts(references: Sequence[Reference]) -> bool:
    from editor.references.publisher_records import abstracts_of
    from editor.storage.kept_abstracts import KeptAbstracts

    return KeptAbstracts().keep(abstracts_of(references))
