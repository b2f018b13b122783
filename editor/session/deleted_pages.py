"""Pages that were deleted: those in the folder's trash, and how they come back."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import datetime

from editor.content.condition_page import ConditionPage
from editor.session.open_file import OpenFile, Place, file_of, slug_of
from editor.storage import ContentFolder, TrashedFile, Unreachable


@dataclass(frozen=True, slots=True)
class DeletedPage:
    """A page that is not in the list any more: `when` it was deleted, None as long as that is not saved yet.

    `file` is what its file said.
    """

    place: Place
    name: str
    file: OpenFile
    trashed: TrashedFile | None = None

    @property
    def when(self) -> datetime | None:
        """When it was deleted (UTC), None: that is not saved yet."""
        return None if self.trashed is None else self.trashed.when


def read_trash(folder: ContentFolder) -> tuple[DeletedPage, ...]:
    """The deleted pages, newest first. It blocks on the disk. What cannot be read is left where it is."""
    try:
        return tuple(filter(None, (_read(folder, trashed) for trashed in folder.trash())))
    except Unreachable:
        return ()


def _read(folder: ContentFolder, trashed: TrashedFile) -> DeletedPage | None:
    try:
        return trashed_page(file_of(trashed.name, folder.read(trashed.entry)), trashed)
    except Unreachable:
        return None


def trashed_page(file: OpenFile, trashed: TrashedFile) -> DeletedPage:
    """The page that was in `file` when it was put into the trash."""
    name = (file.as_read.name or "").strip() if isinstance(file.as_read, ConditionPage) else ""
    return DeletedPage(file.place, name or slug_of(file.place), file, trashed)


class DeletedPages:
    """What is in the trash, and which of it stands in the list again."""

    def __init__(self) -> None:
        self._in_trash: tuple[DeletedPage, ...] = ()
        self._back: dict[Place, DeletedPage] = {}

    def receive(self, pages: tuple[DeletedPage, ...]) -> None:
        """Take in what is in the trash, newest first; what was there before may have been put there since."""
        known = {page.trashed: page for page in (*pages, *self._in_trash)}
        self._in_trash = tuple(sorted(known.values(), key=_when, reverse=True))

    def put(self, page: DeletedPage) -> None:
        """A page went into the trash; should its place be filled again, then with what it was."""
        self._in_trash = (page, *self._in_trash)
        self._back[page.place] = page

    def bring_back(self, page: DeletedPage, place: Place) -> None:
        """The page stands at a place again, not saved yet."""
        self._back[place] = page

    def behind(self, place: Place) -> TrashedFile | None:
        """What is in the trash of the page that stands at a place again."""
        page = self._back.get(place)
        return None if page is None else page.trashed

    def saved(self, place: Place) -> None:
        """The page at the place is on the disk again, and out of the trash."""
        page = self._back.pop(place, None)
        self._in_trash = tuple(other for other in self._in_trash if other is not page)

    def listed(self, present: Container[Place]) -> tuple[DeletedPage, ...]:
        """What is in the trash and not among the pages present."""
        back = {id(page) for place, page in self._back.items() if place in present}
        return tuple(page for page in self._in_trash if id(page) not in back)


def _when(page: DeletedPage) -> datetime:
    assert page.when is not None
    return page.when


def unsaved_deletion(file: OpenFile, name: str) -> DeletedPage:
    """A page that is gone from the list and will go from the disk at the next save."""
    return DeletedPage(file.place, name, replace(file))
