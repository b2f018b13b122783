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
from PySide6.QtGui import QAction, QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from editor.content.study import Study, StudyKey
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.studies.study_cells import CellBox, CellDelegate
from editor.ui.studies.study_columns import COLUMNS, LONG_KINDS, MAIN_COLUMNS, ColumnsMenu, with_main_columns
from editor.ui.studies.study_model import StudyModel
from editor.words import tr

_TITLE = next(column for column, field in enumerate(COLUMNS) if field.name == "title")
_LEAST_TITLE = 32
_WIDTHS = {
    "date": 16,
    "journal": 28,
    "publisher": 28,
    "authors": 28,
    "summary": 60,
    "study_type": 24,
    "url": 32,
    "doi": 28,
    "note": 40,
}
"""Characters; a column has the width of its heading at least."""

_SELECT = QItemSelectionModel.SelectionFlag
_ROWS = _SELECT.ClearAndSelect | _SELECT.Rows


class StudyTable(QTableView):
    """Shows studies in the website's order; cells are edited in place, and each keystroke is told.

    `chosen` tells the chosen studies, the current row's first; the current row always is one of them.
    """

    edited = Signal(str, object, str)
    chosen = Signal(tuple)
    columns_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studies = StudyModel(self)
        self._studies.edited.connect(self.edited)
        self.columns_menu = ColumnsMenu(self)
        self.row_menu = QMenu(self)
        self.setModel(self._studies)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(tr("Studies"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self._set_up_headers()
        self._shown_columns: tuple[str, ...] = ()
        self.shown_columns = MAIN_COLUMNS
        self.columns_menu.wanted.connect(self._show_columns)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.selectionModel().currentChanged.connect(self._tell_chosen)

    # Studies

    def show_studies(self, studies: tuple[Study, ...], chosen: tuple[StudyKey, ...], *, editable: bool) -> None:
        """Show these studies with some of them chosen.

        None is chosen while rows come, go and move: Qt would choose others on the way.
        """
        current = self.currentIndex()
        row, column = current.row(), current.column() if current.isValid() else _TITLE
        if not self._studies.has_rows_of(studies):
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

    def close_cell(self) -> None:
        """End the editing of a cell; what was typed stays."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

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
        return self._shown_columns

    @shown_columns.setter
    def shown_columns(self, names: Iterable[str]) -> None:
        names = with_main_columns(names)
        self.columns_menu.show_columns(names)
        if names == self._shown_columns:
            return
        self._shown_columns = names
        shown = [field.name in names for field in COLUMNS]
        for column, is_shown in enumerate(shown):
            self.setColumnHidden(column, not is_shown)
        current = self.currentIndex()
        if current.isValid() and not shown[current.column()]:
            self.selectionModel().setCurrentIndex(current.siblingAtColumn(_TITLE), _SELECT.NoUpdate)
        has_long = any(field.kind in LONG_KINDS and field.name in names for field in COLUMNS)
        lines = 2 * self.fontMetrics().lineSpacing() + 10 if has_long else 0
        self.setWordWrap(has_long)
        self.verticalHeader().setDefaultSectionSize(max(lines, LEAST_HEIGHT))
        self._fit_title()
        self.columns_changed.emit()

    def _show_columns(self, names: tuple[str, ...]) -> None:
        self.shown_columns = names

    def _set_up_headers(self) -> None:
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumHeight(LEAST_HEIGHT)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        character = self.fontMetrics().averageCharWidth()
        for column, field in enumerate(COLUMNS):
            self.setColumnWidth(column, max(_WIDTHS.get(field.name, 0) * character, header.sectionSizeHint(column)))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_columns_menu)
        header.sectionResized.connect(self._fit_title)

    def _show_columns_menu(self) -> None:
        self.columns_menu.popup(self.cursor().pos())

    def _fit_title(self) -> None:
        """Titles have the room that the other columns leave."""
        others = sum(self.columnWidth(column) for column in range(len(COLUMNS)) if column != _TITLE)
        least = _LEAST_TITLE * self.fontMetrics().averageCharWidth()
        width = max(self.viewport().width() - others, least)
        if width != self.columnWidth(_TITLE):
            self.setColumnWidth(_TITLE, width)

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

    def event(self, event: QEvent) -> bool:
        """F2 edits a cell here, whatever it does elsewhere in the window."""
        is_shortcut = event.type() == QEvent.Type.ShortcutOverride
        if is_shortcut and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._can_edit():
            self.edit(self.currentIndex())
        elif not _is_typed(event) or not self._type_over(event):
            row = self.currentIndex().row()
            super().keyPressEvent(event)
            if self.currentIndex().row() != row and self.currentIndex().row() not in self._chosen_rows():
                self.selectionModel().select(self.currentIndex(), _ROWS)  # with Ctrl, Qt goes there and chooses nothing
            self._settle()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not (event.preeditString() or event.commitString()) or not self._type_over(event):
            super().inputMethodEvent(event)

    def _type_over(self, event: QEvent) -> bool:
        """Have what is typed take the place of what the cell says, as in a spreadsheet; Escape brings it back."""
        if self.state() == QAbstractItemView.State.EditingState or not self._can_edit():
            return False
        index = self.currentIndex()
        self.edit(index)
        box = self.indexWidget(index)
        if not isinstance(box, CellBox):
            return box is not None
        box.selectAll()
        QCoreApplication.sendEvent(box, event)
        return True

    def _can_edit(self) -> bool:
        return bool(self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._settle()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()


def _is_typed(event: QKeyEvent) -> bool:
    """Whether a key writes a letter."""
    others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return event.text().isprintable() and bool(event.text()) and not event.modifiers() & others
