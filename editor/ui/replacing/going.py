"""Going to the places that were found, in the order in which they stand in the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from editor.content.condition_page import ConditionPage
from editor.content.replacing import Searched
from editor.content.study import Study
from editor.content.text_lists import start_in_list
from editor.ui.editing import Editing
from editor.ui.page_view import PageView
from editor.ui.replacing.found_model import FoundModel, Row
from editor.ui.replacing.found_page import FoundPage


class Going(QObject):
    """Brings a place into sight, with its words selected, and knows which one it was."""

    went = Signal()
    """A place is to be in sight."""

    def __init__(self, editing: Editing, view: PageView, model: FoundModel, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._view = view
        self._model = model
        self._window = window
        self._page: FoundPage | None = None
        self._number = -1
        self._is_gone = False
        model.modelReset.connect(self._begin_anew)

    @property
    def at(self) -> QModelIndex:
        """The place where one is; the row above it where somebody has written other words there."""
        if self._page is None:
            return QModelIndex()
        return self._model.index(self._model.row_of(self._page.place, self._number))

    def stand_at(self, index: QModelIndex) -> None:
        """Be at a place, or at a page, without bringing it into sight."""
        if index != self.at:
            row = self._model.row(index)
            self._page, self._number, self._is_gone = row.page, -1 if row.number is None else row.number, False

    def follow(self, page: FoundPage) -> None:
        """Stay at the same place of a page in which something else is found by now."""
        if self._page is not None and page.place == self._page.place:
            self._number, is_there = page.number_now(self._number, self._page)
            self._page, self._is_gone = page, self._is_gone or not is_there

    def next(self, by: int) -> tuple[QModelIndex, bool] | None:
        """The place after the one where one is; `by` is 1, or -1 for before.

        Beside it stands whether it goes on from the other end. None where there is no place.
        """
        at = self.at
        if self._page is None:
            start = -1 if by > 0 else self._model.rowCount()
        else:
            start = at.row() + (self._is_gone and by < 0)
        row = self._model.next_place(start, by)
        if row is None:
            return None
        return self._model.index(row), at.isValid() and (row - start) * by <= 0

    def enter(self, index: QModelIndex) -> QRect:
        """Go to a place and select its words; where on the screen one sees them, empty where that is nowhere."""
        self.stand_at(index)
        row = self._model.row(index)
        self._editing.choose(row.page.place)
        self.went.emit()
        self._select(row)
        self._window.activateWindow()
        seen = self._window.focusWidget()
        return QRect() if seen is None else QRect(seen.mapToGlobal(QPoint(0, 0)), seen.size())

    def _begin_anew(self) -> None:
        self._page = None

    def _select(self, row: Row) -> None:
        one, record = row.occurrence, self._editing.session.record(row.page.place)
        if one is None or record is None:
            return
        holder: Searched | Study | None = record
        if isinstance(record, ConditionPage) and one.study is not None:
            self._editing.choose_study(one.study)
            holder = record.study(one.study)
        if holder is not None:
            value = one.field.of(holder)
            start = start_in_list(value, one.item) if isinstance(value, tuple) else 0
            self._view.bring_words(one.field, (start + one.start, start + one.end), of_study=one.study is not None)
