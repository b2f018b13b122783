"""The entries of the list as rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.content.page_search import Hit
from editor.content.search_text import Span, excerpt, runs
from editor.session import Place
from editor.ui.pages.entries import Entry
from editor.words import tr, tr_count

_TOP = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_BEFORE_HIT = 16
_EXCERPT = 120
"""Characters: what stands before words that were found, the field's label with it; and how much of a text is shown."""


class Role(IntEnum):
    """What the rows are asked for beside Qt's own roles."""

    NAME = Qt.ItemDataRole.UserRole
    DETAIL = Qt.ItemDataRole.UserRole + 1
    ENTRY = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and the pieces of it that stand out."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Details:
    """What the second lines show: where words were found, or else `line` of each entry.

    Another one, though it says the same, has all second lines drawn again: the words may be found elsewhere now.
    """

    hit_at: Callable[[Place], Hit | None] | None = None
    line: Callable[[Entry], str] = attrgetter("detail")


PLAIN = Details()
REVIEWS = Details(line=attrgetter("review_detail"))
CHANGES = Details(line=attrgetter("change_detail"))


class EntryModel(QAbstractListModel):
    """Shows a tuple of entries, with as few changes of rows as it takes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._rows: dict[Place, int] = {}
        self._details = PLAIN
        self._answers: dict[int, Callable[[int], object]] = {
            Qt.ItemDataRole.DisplayRole: self._plain_name,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Role.NAME: self._name,
            Role.DETAIL: self._detail,
            Role.ENTRY: self.entry,
        }

    def show_entries(self, entries: Sequence[Entry], details: Details) -> None:
        """Show these entries; the rows stay that are shown already."""
        wanted = {entry.place: row for row, entry in enumerate(entries)}
        self._remove_all_but(wanted)
        self._sort(wanted)
        self._insert_missing(entries)
        self._rows = wanted
        self._update(entries, details)

    def entry(self, row: int) -> Entry:
        """The entry in a row."""
        return self._entries[row]

    def row_of(self, place: Place) -> int | None:
        """The row of a file, None if it is not in the list."""
        return self._rows.get(place)

    def hit(self, row: int) -> Hit | None:
        """Where the words looked for are on the page in a row; None where none are looked for."""
        hit_at = self._details.hit_at
        return None if hit_at is None else hit_at(self._entries[row].place)

    def _remove_all_but(self, wanted: dict[Place, int]) -> None:
        for start, end in reversed(list(runs([entry.place not in wanted for entry in self._entries]))):
            self.beginRemoveRows(_TOP, start, end - 1)
            del self._entries[start:end]
            self.endRemoveRows()

    def _sort(self, wanted: dict[Place, int]) -> None:
        """Bring the rows into the order that they have among those wanted."""
        before = [wanted[entry.place] for entry in self._entries]
        if before == sorted(before):
            return
        self.layoutAboutToBeChanged.emit()
        self._entries.sort(key=lambda entry: wanted[entry.place])
        after = {wanted[entry.place]: row for row, entry in enumerate(self._entries)}
        old = self.persistentIndexList()
        self.changePersistentIndexList(old, [self.index(after[before[index.row()]]) for index in old])
        self.layoutChanged.emit()

    def _insert_missing(self, entries: Sequence[Entry]) -> None:
        present = {entry.place for entry in self._entries}
        for start, end in runs([entry.place not in present for entry in entries]):
            self.beginInsertRows(_TOP, start, end - 1)
            self._entries[start:start] = entries[start:end]
            self.endInsertRows()

    def _update(self, entries: Sequence[Entry], details: Details) -> None:
        before, self._entries = self._entries, list(entries)
        is_other, self._details = details is not self._details, details
        if is_other and entries:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        for start, end in runs([old is not new for old, new in zip(before, entries, strict=True)]):
            self.dataChanged.emit(self.index(start), self.index(end - 1))

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        answer = self._answers.get(role)
        return answer(index.row()) if answer is not None and index.isValid() else None

    def _name(self, row: int) -> Line:
        name, hit = self._entries[row].name, self.hit(row)
        return Line(name, hit.spans) if hit is not None and hit.is_name and hit.text == name else Line(name)

    def _detail(self, row: int) -> Line:
        entry, hit = self._entries[row], self.hit(row)
        if hit is None or self._name(row).spans:
            return _with_retracted(entry, self._details.line(entry))
        field = tr("Address") if hit.field is None else hit.field.label.partition(",")[0]
        label = tr("{field}:", field=field) + " "
        text, spans = excerpt(hit.text, hit.spans, max(_BEFORE_HIT - len(label), 2), _EXCERPT)
        return Line(label + text, tuple((start + len(label), end + len(label)) for start, end in spans))

    def _plain_name(self, row: int) -> str:
        return self._entries[row].name

    def _spoken(self, row: int) -> str:
        """The entry as a screen reader says it."""
        entry = self._entries[row]
        problems = "" if entry.problems is None else entry.problems.words
        words = (entry.name, self._detail(row).text, tr("not saved yet") if entry.unsaved else "", problems)
        return ", ".join(filter(None, words))


def _with_retracted(entry: Entry, words: str) -> Line:
    """The quiet line, before it in strong letters how many studies were retracted: its end may be cut off."""
    if not entry.retracted:
        return Line(words)
    retracted = tr_count("1 retracted", "{count} retracted", entry.retracted)
    return Line(tr("{retracted} · {words}", retracted=retracted, words=words), ((0, len(retracted)),))
