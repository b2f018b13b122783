"""The list of pages, with the texts that all pages share as its first entry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from editor.session import Place
from editor.ui.pages.entries import Entry
from editor.ui.pages.entry_delegate import EntryDelegate
from editor.ui.pages.entry_model import PLAIN, Details, EntryModel
from editor.words import tr


class ConditionList(QListView):
    """Shows the entries and tells which one is chosen, and what was found on it."""

    chosen = Signal(str, object)
    """A page's place, and where it has the words looked for: a Hit, None where none are."""
    entered = Signal()
    """The chosen page is to be worked on."""
    left = Signal()
    """The keyboard goes up from the first entry."""
    delete_wanted = Signal()
    rename_wanted = Signal()
    pasted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = EntryModel(self)
        self._chosen: Place | None = None
        self.setModel(self._entries)
        self.setItemDelegate(EntryDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell_other)
        self.clicked.connect(self._tell_chosen)
        self.doubleClicked.connect(self.entered)

    def show_entries(self, entries: Sequence[Entry], chosen: Place, details: Details = PLAIN) -> None:
        """Show these entries with one of them chosen, or none where that is not among them."""
        before = self.currentIndex()
        is_search = details.hit_at is not None  # then the best hits are to be in sight
        stays_in_sight = not is_search and (chosen != self._chosen or not before.isValid() or self._is_in_sight(before))
        row = before.row()
        self._chosen = chosen
        if before.isValid() and chosen not in {entry.place for entry in entries}:
            self.selectionModel().clear()  # lest Qt chooses another when the chosen row goes
        self._entries.show_entries(entries, details)
        wanted = self._entries.row_of(chosen)
        if wanted is not None and wanted != self.currentIndex().row():
            self.setAutoScroll(stays_in_sight)
            self.setCurrentIndex(self._entries.index(wanted))
            self.setAutoScroll(True)
        if wanted is not None and wanted != row and stays_in_sight:
            self.scrollTo(self.currentIndex())

    def choose_first(self) -> None:
        """Choose the first entry, and tell it though it is chosen already."""
        if self._entries.rowCount():
            self.setCurrentIndex(self._entries.index(0))
            self._tell_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete:
            if self.currentIndex().isValid():  # not a page that is chosen and hidden
                self.delete_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            if self.currentIndex().isValid():
                self.rename_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if QRect(QPoint(), event.oldSize()).intersects(self.visualRect(self.currentIndex())):
            self.scrollTo(self.currentIndex())

    def _is_in_sight(self, index: QModelIndex) -> bool:
        return self.viewport().rect().intersects(self.visualRect(index))

    def _tell_other(self) -> None:
        current = self.currentIndex()
        if current.isValid() and self._entries.entry(current.row()).place != self._chosen:
            self._tell_chosen()

    def _tell_chosen(self) -> None:
        current = self.currentIndex()
        if current.isValid():
            self.chosen.emit(self._entries.entry(current.row()).place, self._entries.hit(current.row()))
