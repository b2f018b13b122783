"""Reading a content folder in the background, so that the window stands at once."""

from __future__ import annotations

import functools

from PySide6.QtCore import QObject, Signal

from editor.session import DeletedPage, Listing, OpenFile, Place, Session, list_folder, read_file, read_trash
from editor.storage import ContentFolder, Unreachable
from editor.ui.background import Background

FILES_AT_A_TIME = 20


class Opening(QObject):
    """Reads all files of a session's folder, some at a time."""

    changed = Signal()
    """More is read, or everything, or the folder turned out to be unreadable."""

    def __init__(self, session: Session, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._places: tuple[Place, ...] = ()
        self._first: Place = ""
        self._read = 0
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
        self._first = first
        self._background.run(functools.partial(_sweep_and_list, self._session.folder), self._read_some, self._fail)

    def _read_some(self, listing: Listing) -> None:
        self._session.receive_listing(listing)
        self._places = _in_order(listing.places, self._first)
        self._go_on()

    def _go_on(self) -> None:
        some = self._places[self._read : self._read + FILES_AT_A_TIME]
        self.is_reading = bool(some)
        self.changed.emit()
        if some:
            work = functools.partial(_read_files, self._session.folder, some)
            self._background.run(work, self._receive, self._fail)
        else:
            self._background.run(functools.partial(read_trash, self._session.folder), self._receive_deleted, self._fail)

    def _receive_deleted(self, pages: tuple[DeletedPage, ...]) -> None:
        self._session.receive_deleted(pages)

    def _receive(self, files: list[OpenFile]) -> None:
        self._session.receive(*files)
        self._read += len(files)
        self._go_on()

    def _fail(self, error: BaseException) -> None:
        self.is_reading = False
        if isinstance(error, Unreachable):
            self.failure = str(error)
        self.changed.emit()
        if not self.failure:
            raise error


def _in_order(places: tuple[Place, ...], first: Place) -> tuple[Place, ...]:
    """The site's texts, which every page needs, then this page, then the others."""
    site, *pages = places
    early = [place for place in pages if place == first]
    return (site, *early, *(place for place in pages if place != first))


def _sweep_and_list(folder: ContentFolder) -> Listing:
    folder.sweep()
    return list_folder(folder)


def _read_files(folder: ContentFolder, places: tuple[Place, ...]) -> list[OpenFile]:
    return [read_file(folder, place) for place in places]
