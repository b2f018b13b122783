"""Reading a content folder in the background, so that the window stands at once."""

from __future__ import annotations

import functools
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from editor.session import DeletedPage, Listing, OpenFile, OpenRecords, Place, list_folder, read_file, read_trash
from editor.storage import ContentFolder, Unreachable
from editor.ui.background import Background

FILES_AT_A_TIME = 50
PATIENCE_MS = 400
"""Milliseconds: a window that shows a page at once is worth this wait, no longer."""


class Opening(QObject):
    """Reads all files of a session's folder: first what the window shows at once, then the rest, some at a time."""

    begun = Signal()
    """The window may be shown: the first page is read, or will take too long to wait for. Emitted once."""
    changed = Signal()
    """More is read, or everything, or the folder turned out to be unreadable."""
    done = Signal()
    """Everything is read, what was deleted too."""

    def __init__(self, session: OpenRecords, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._places: tuple[Place, ...] = ()
        self._read = 0
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.begun)
        self.is_reading = False
        self.failure = ""
        """Why the folder cannot be read, and what to do; "" as long as it can."""

    @property
    def progress(self) -> tuple[int, int]:
        """How many files are read, and how many there are."""
        return self._read, len(self._places)

    def start(self, first: Place = "") -> None:
        """Begin to read; of the pages the one at `first`, if there is one."""
        self.is_reading = True
        self._patience.start()
        self._background.run(functools.partial(_look, self._session.folder, first), self._receive_first, self._fail)

    def _receive_first(self, look: tuple[Listing, list[OpenFile]]) -> None:
        listing, files = look
        self._places = listing.places
        self._session.receive_listing(listing)
        self._receive(files)
        self._begin()

    def _receive(self, files: list[OpenFile]) -> None:
        self._session.receive(*files)
        self._read += len(files)
        self._go_on()

    def _go_on(self) -> None:
        some = self._places[self._read : self._read + FILES_AT_A_TIME]
        self.is_reading = bool(some)
        self.changed.emit()
        if some:
            work = functools.partial(_read_files, self._session.folder, some)
            self._background.run(work, self._receive, self._fail)
        else:
            self._background.run(functools.partial(_tidy, self._session.folder), self._receive_deleted, self._fail)

    def _receive_deleted(self, pages: tuple[DeletedPage, ...]) -> None:
        self._session.receive_deleted(pages)
        self.done.emit()

    def _fail(self, error: BaseException) -> None:
        self.is_reading = False
        if isinstance(error, Unreachable):
            self.failure = str(error)
        self.changed.emit()
        self._begin()
        if not self.failure:
            raise error

    def _begin(self) -> None:
        if self._patience.isActive():
            self._patience.stop()
            self.begun.emit()


def _look(folder: ContentFolder, first: Place) -> tuple[Listing, list[OpenFile]]:
    """What is in the folder, in the order in which it is read, with the site's texts and the first page."""
    listing = list_folder(folder)
    site, *pages = listing.places
    pages.sort(key=first.__ne__)  # a stable sort: the first comes first, all others stay as they are
    places = (site, *pages)
    return replace(listing, places=places), _read_files(folder, places[:2])


def _read_files(folder: ContentFolder, places: tuple[Place, ...]) -> list[OpenFile]:
    """The files; what only a save needs of them is found out again there, as it takes most of their room."""
    files = [read_file(folder, place) for place in places]
    for file in files:
        if file.source is not None:
            file.source.let_go()
    return files


def _tidy(folder: ContentFolder) -> tuple[DeletedPage, ...]:
    """What has time until the pages are read: deleted pages, and what killed programs have left behind."""
    folder.sweep()
    return read_trash(folder)
