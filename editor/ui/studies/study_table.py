"""The table of a page's studies; the chosen one is shown by its card below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from editor.content.study import Study, StudyKey
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.studies.study_cells import CellBox, CellDelegate, keep_text
from editor.ui.studies.study_columns import COLUMNS
from editor.ui.studies.study_header import TITLE, StudyHeader
from editor.ui.studies.study_model import StudyModel
from editor.words import tr

_SELECT = QItemSelectionModel.SelectionFlag
_Trigger = QAbstractItemView.EditTrigger
_ROWS = _SELECT.ClearAndSelect | _SELECT.Rows


class StudyTable(QTableView):
    """Shows studies in the website's order; cells are edited in place, and each keystroke is told.

    `chosen` tells the chosen studies, the current row's first; the current row always is one of them.
    """

    edited = Signal(str, object, str)
    chosen = Signal(tuple)
    columns_changed = Signal()
    opened = Signal(object, object)
    """A cell is edited: its text box, and the field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_interrupted = False
        self._studies = StudyModel(self)
        self._studies.edited.connect(self.edited)
        self.row_menu = QMenu(self)
        self.setModel(self._studies)
        delegate = CellDelegate(self)
        delegate.opened.connect(self.opened)
        self.setItemDelegate(delegate)
        self.setAccessibleName(tr("Studies"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.header = StudyHeader(self._studies, self)
        self.header.columns_changed.connect(self._follow_columns)
        self.setHorizontalHeader(self.header)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(LEAST_HEIGHT)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.selectionModel().currentChanged.connect(self._tell_chosen)

    # Studies

    def show_studies(self, studies: tuple[Study, ...], chosen: tuple[StudyKey, ...], *, editable: bool) -> None:
        """Show these studies with some of them chosen.

        None is chosen while rows come, go and move: Qt would choose others on the way.
        """
        current = self.currentIndex()
        row, column = current.row(), current.column() if current.isValid() else TITLE
        if not self._studies.has_rows_of(studies):
            self._was_interrupted = self._is_editing()
            self.selectionModel().clear()
        self._studies.show_studies(studies, editable=editable)
        self._choose(chosen, column)
        if self.currentIndex().row() != row:
            self.scrollTo(self.currentIndex())

    @property
    def chosen_keys(self) -> tuple[StudyKey, ...]:
        """The chosen studies, the current row's first; empty while the current row is none of them."""
        current = self.currentIndex().row()
        rows = self._chosen_rows()
        if current not in rows:
            return ()
        return tuple(self._studies.study(row).key for row in (current, *(row for row in rows if row != current)))

    def _chosen_rows(self) -> list[int]:
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def keep_cell(self) -> None:
        """Have Escape take back, in a cell that is being edited, only what is typed from now on."""
        keep_text(self.indexWidget(self.currentIndex()))

    def _choose(self, keys: tuple[StudyKey, ...], column: int) -> None:
        if keys == self.chosen_keys:
            return
        rows = [row for key in keys if (row := self._studies.row_of(key)) is not None]
        if len(rows) == 1:
            self.selectionModel().setCurrentIndex(self._studies.index(rows[0], column), _ROWS)
            return
        self.selectionModel().clear()
        selection = QItemSelection()
        for row in rows:
            selection.select(self._studies.index(row, 0), self._studies.index(row, len(COLUMNS) - 1))
        if rows:
            self.selectionModel().select(selection, _ROWS)
            self.selectionModel().setCurrentIndex(self._studies.index(rows[0], column), _SELECT.NoUpdate)

    def _tell_chosen(self) -> None:
        if keys := self.chosen_keys:
            self.chosen.emit(keys)

    def _settle(self) -> None:
        """Have the current row among the chosen ones, also where Ctrl and a click have taken it out."""
        rows, current = self._chosen_rows(), self.currentIndex()
        if not current.isValid() or current.row() in rows:
            return
        nearest = min(rows, key=lambda row: abs(row - current.row()), default=None)
        if nearest is None:
            self.selectionModel().setCurrentIndex(current, _ROWS)
        else:
            index = self._studies.index(nearest, current.column())
            self.selectionModel().setCurrentIndex(index, _SELECT.NoUpdate)

    # Columns

    @property
    def shown_columns(self) -> tuple[str, ...]:
        """The shown columns by the names of their fields; what is set is shown beside the main ones."""
        return self.header.shown_columns

    @shown_columns.setter
    def shown_columns(self, names: Iterable[str]) -> None:
        self.header.show_columns(names)

    def _follow_columns(self) -> None:
        """Have rows of two lines where long texts are shown, and the current cell in sight."""
        lines = 2 * self.fontMetrics().lineSpacing() + 10 if self.header.has_long_texts else 0
        self.setWordWrap(self.header.has_long_texts)
        self.verticalHeader().setDefaultSectionSize(max(lines, LEAST_HEIGHT))
        current = self.currentIndex()
        if current.isValid() and self.isColumnHidden(current.column()):
            self.selectionModel().setCurrentIndex(current.siblingAtColumn(TITLE), _SELECT.NoUpdate)
        self.columns_changed.emit()

    # Mouse and keys

    def offer(self, actions: Sequence[QAction | None]) -> None:
        """Have these in the menu of a row, with a line for each None; their own keys count here."""
        for action in actions:
            if action is None:
                self.row_menu.addSeparator()
            else:
                self.row_menu.addAction(action)
                self.addAction(action)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.row_menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._can_edit():
            self.edit(self.currentIndex())
        elif not _is_typed(event) or not self._type_over(event):
            row = self.currentIndex().row()
            self._was_interrupted = False
            super().keyPressEvent(event)
            if self.currentIndex().row() != row and self.currentIndex().row() not in self._chosen_rows():
                self.selectionModel().select(self.currentIndex(), _ROWS)  # with Ctrl, Qt goes there and chooses nothing
            self._settle()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not (event.preeditString() or event.commitString()) or not self._type_over(event):
            super().inputMethodEvent(event)

    def _type_over(self, event: QEvent) -> bool:
        """Have what is typed take the place of what the cell says, as in a spreadsheet; Escape brings it back.

        Where rows that came or went have closed a cell, typing goes on in it.
        """
        if self._is_editing() or not self._can_edit():
            return False
        index = self.currentIndex()
        goes_on, self._was_interrupted = self._was_interrupted, False
        self.edit(index)
        box = self.indexWidget(index)
        if not isinstance(box, CellBox):
            return box is not None
        if not goes_on:
            box.selectAll()
        QCoreApplication.sendEvent(box, event)
        return True

    def _is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def _can_edit(self) -> bool:
        return bool(self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._was_interrupted = False
        super().mousePressEvent(event)
        self._settle()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._settle()


def _is_typed(event: QKeyEvent) -> bool:
    """Whether a key writes something; a blank alone, which is easily pressed by mistake, is not enough."""
    others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return event.text().isprintable() and bool(event.text().strip()) and not event.modifiers() & others
