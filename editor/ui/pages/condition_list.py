"""The list of pages, with the texts that all pages share as its first entry."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from editor.content.condition_page import Status
from editor.session import Place, Session, slug_of
from editor.words import tr, tr_count

_STATUS_WORDS = {
    Status.DRAFT: tr("Draft"),
    Status.PUBLISHED: tr("Published"),
    Status.ARCHIVED: tr("Archived"),
    None: tr("Status not clear"),
}
_TOP = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: a page's name, and what to know about it."""

    place: Place
    name: str
    detail: str
    unsaved: bool = False


def entries_of(session: Session) -> tuple[Entry, ...]:
    """The entries for all that is open: the shared texts, then the pages by name."""
    pages = (_page_entry(session, place) for place in session.page_places)
    return (_site_entry(session), *sorted(pages, key=_by_name))


class ConditionList(QListView):
    """Shows the entries and tells which one is chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = EntryModel(self)
        self.setModel(self._entries)
        self.setAccessibleName(tr("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setSpacing(4)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell_chosen)

    def show_entries(self, entries: tuple[Entry, ...], chosen: Place) -> None:
        """Show these entries with one of them chosen."""
        self._entries.show_entries(entries)
        row = self._entries.row_of(chosen)
        if row is not None and row != self.currentIndex().row():
            self.setCurrentIndex(self._entries.index(row))

    def _tell_chosen(self) -> None:
        current = self.currentIndex()
        if current.isValid():
            self.chosen.emit(self._entries.place(current.row()))


class EntryModel(QAbstractListModel):
    """The entries as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these entries; only rows that changed are told."""
        if entries == self._entries:
            return
        if [entry.place for entry in entries] != [entry.place for entry in self._entries]:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()
            return
        before, self._entries = self._entries, entries
        for row, (old, new) in enumerate(zip(before, entries, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def place(self, row: int) -> Place:
        """Which file an entry is."""
        return self._entries[row].place

    def row_of(self, place: Place) -> int | None:
        """The row of a file, None if it is not in the list."""
        return next((row for row, entry in enumerate(self._entries) if entry.place == place), None)

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{entry.name}{'*' if entry.unsaved else ''}\n{entry.detail}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            unsaved = tr("not saved yet") if entry.unsaved else ""
            return ", ".join(part for part in (entry.name, entry.detail, unsaved) if part)
        return None


def _by_name(entry: Entry) -> tuple[str, Place]:
    return entry.name.casefold(), entry.place


def _site_entry(session: Session) -> Entry:
    place = session.site_place
    file = session.files.get(place)
    detail = tr("Can't be changed") if file is not None and file.problems else tr("The same on every page")
    return Entry(place, tr("Shared texts"), detail, session.is_unsaved(place))


def _page_entry(session: Session, place: Place) -> Entry:
    page = session.page(place)
    if page is None:
        return Entry(place, slug_of(place), tr("Can't be read"))
    count = len(page.study_list)
    studies = tr_count("1 study", "{count} studies", count) if count else tr("no studies")
    status = _STATUS_WORDS[page.effective_status]
    detail = tr("{status}, {studies}", status=status, studies=studies)
    if session.files[place].problems:
        detail = tr("Can't be changed")
    return Entry(place, (page.name or "").strip() or slug_of(place), detail, session.is_unsaved(place))
