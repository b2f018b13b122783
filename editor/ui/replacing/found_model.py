"""The places that were found as rows: each page, and below it its places, all with a tick."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from editor.content.condition_page import ConditionPage
from editor.content.literal_search import Replacement, Search
from editor.content.replacing import Occurrence
from editor.session import Place, is_site
from editor.ui.replacing.found_page import FoundPage
from editor.words import tr, tr_count

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_CheckState = Qt.CheckState


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a page, or a place on it, of which `number` is counted from 0."""

    page: FoundPage
    number: int | None = None

    @property
    def occurrence(self) -> Occurrence | None:
        """The place; None where the row is the page."""
        return None if self.number is None else self.page.found[self.number]


class FoundModel(QAbstractListModel):
    """Shows what a run finds, in the order of the list of pages."""

    ticked = Signal()
    """Other places are ticked."""

    def __init__(self, name_of: Callable[[Place], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._pages: list[FoundPage] = []
        self._ends: list[int] = []
        self.replacement = Replacement(Search(""), "")

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._pages, self._ends = [], []
        self.endResetModel()

    def put_page(self, page: FoundPage) -> None:
        """Show what was found on a page, in the place of what was shown of it before."""
        at = next((at for at, shown in enumerate(self._pages) if shown.place == page.place), None)
        if at is not None and page.found == self._pages[at].found:
            self._pages[at] = page
            self._tell_changed(at, at)
            return
        if at is not None:
            self._remove(at)
        if page.found:
            at = bisect_right(self._pages, _order(page.place), key=_order_of)
            first = self._first_row(at)
            self.beginInsertRows(_TOP, first, first + len(page.found))
            self._pages.insert(at, page)
            self._count()
            self.endInsertRows()

    def remove_page(self, place: Place) -> None:
        """Show nothing of a page any more."""
        for at, page in enumerate(self._pages):
            if page.place == place:
                self._remove(at)
                return

    def show_replacement(self, replacement: Replacement) -> None:
        """Show these words in the place of those found."""
        self.replacement = replacement
        self._tell_changed(0, len(self._pages) - 1)

    def row(self, index: _Index) -> Row:
        """What stands in a row."""
        at = bisect_right(self._ends, index.row())
        number = index.row() - self._first_row(at) - 1
        return Row(self._pages[at], None if number < 0 else number)

    def row_of(self, place: Place, number: int) -> int:
        """Where a place of a page stands, or for -1 the page; the row above where nothing is found on it any more."""
        at = bisect_left(self._pages, _order(place), key=_order_of)
        is_there = at < len(self._pages) and self._pages[at].place == place
        return self._first_row(at) + (1 + number if is_there else -1)

    def next_place(self, row: int, by: int) -> int | None:
        """The next row (`by` is 1) or the one before (-1) with a place on a page, from the other end again if need be.

        None where there is none.
        """
        count = self.rowCount()
        rows = ((row + by * step) % count for step in range(1, min(count, 3) + 1))
        return next((row for row in rows if self.row(self.index(row)).number is not None), None)

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() or not self._ends else self._ends[-1]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick_of(self.row(index))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(self.row(index))
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        row, is_on = self.row(index), _CheckState(value) == _CheckState.Checked
        if row.number is None:
            row.page.tick_all(is_on=is_on)
        else:
            row.page.tick(row.number, is_on=is_on)
        at = bisect_right(self._ends, index.row())
        self._tell_changed(at, at)
        self.ticked.emit()
        return True

    def title(self, page: FoundPage) -> str:
        """What a page is called."""
        return self._name_of(page.place)

    def detail(self, row: Row) -> str:
        """How many places a page has, or in which field a place is."""
        one = row.occurrence
        if one is None:
            count = len(row.page.found)
            if row.page.ticked == count:
                return tr_count("1 place", "{count} places", count)
            return tr_count("{ticked} of 1 place", "{ticked} of {count} places", count, ticked=row.page.ticked)
        record = row.page.record
        study = record.study(one.study) if isinstance(record, ConditionPage) and one.study is not None else None
        where = one.field.label
        if study is not None:
            title = " ".join((study.title or "").split()) or tr("no title")
            where = tr("{field} of the study “{title}”", field=one.field.label, title=title)
        return tr("Stays, as nothing would be left: {field}", field=where) if self._is_kept(row) else where

    def words_for(self, row: Row) -> str:
        """What stands in a place afterwards; "" for a page."""
        one = row.occurrence
        if one is None:
            return ""
        return one.words if self._is_kept(row) else self.replacement.of(one.words)

    def _is_kept(self, row: Row) -> bool:
        return row.number is not None and row.page.is_kept(row.number, self.replacement)

    def _spoken(self, row: Row) -> str:
        one, detail = row.occurrence, self.detail(row)
        if one is None:
            return f"{self.title(row.page)}, {detail}"
        before, after = one.text[max(one.start - 40, 0) : one.start], one.text[one.end : one.end + 40]
        words = tr("“{before}” becomes “{after}”", before=one.words, after=self.words_for(row))
        return f"{detail}: {' '.join((before + one.words + after).split())}. {words}"

    def _tick_of(self, row: Row) -> Qt.CheckState:
        if row.number is not None:
            return _CheckState.Checked if row.page.is_ticked(row.number) else _CheckState.Unchecked
        if row.page.ticked in (0, len(row.page.found)):
            return _CheckState.Checked if row.page.ticked else _CheckState.Unchecked
        return _CheckState.PartiallyChecked

    def _remove(self, at: int) -> None:
        self.beginRemoveRows(_TOP, self._first_row(at), self._ends[at] - 1)
        del self._pages[at]
        self._count()
        self.endRemoveRows()

    def _count(self) -> None:
        self._ends = list(accumulate(1 + len(page.found) for page in self._pages))

    def _first_row(self, at: int) -> int:
        return self._ends[at - 1] if at else 0

    def _tell_changed(self, first: int, last: int) -> None:
        """Pages have other ticks or words."""
        if first <= last:
            self.dataChanged.emit(self.index(self._first_row(first)), self.index(self._ends[last] - 1))


def _order(place: Place) -> tuple[bool, Place]:
    """The shared texts come first, as in the list of pages."""
    return not is_site(place), place


def _order_of(page: FoundPage) -> tuple[bool, Place]:
    return _order(page.place)
