"""The table of a page's studies; the chosen one is shown by its card below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QHideEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from editor.content.study import Study, StudyKey
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.studies.cell_selection import CellSelection, Runs
from editor.ui.studies.chosen_studies import ChosenStudies
from editor.ui.studies.row_drag import RowDrag
from editor.ui.studies.row_numbers import RowNumbers
from editor.ui.studies.study_cells import CellBox, CellDelegate, keep_text
from editor.ui.studies.study_columns import MAIN_COLUMNS
from editor.ui.studies.study_header import TITLE, StudyHeader
from editor.ui.studies.study_model import Mark, ProblemMark, StudyModel
from editor.ui.studies.table_keys import TABS, TableKeys
from editor.ui.studies.table_mouse import TableMouse
from editor.words import tr

_Trigger = QAbstractItemView.EditTrigger
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class StudyTable(QTableView):
    """Shows studies in rows; cells are chosen as in a spreadsheet, edited in place, and each keystroke is told.

    `chosen` tells the studies of which a cell is chosen, the current cell's first; that always is one of them.
    """

    edited = Signal(str, object, str)
    restored = Signal(str, object, str)
    chosen = Signal(tuple)
    filled = Signal(str)
    """What was typed is meant for all of the chosen cells."""
    columns_changed = Signal()
    opened = Signal(object, object)
    """A cell is edited: its text box, and the field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_interrupted = False
        self._studies = StudyModel(self)
        self._studies.edited.connect(self.edited)
        self._studies.restored.connect(self.restored)
        self.row_menu = QMenu(self)
        self.setModel(self._studies)
        self.cells = CellSelection(self)
        self.choice = ChosenStudies(self, self._studies, self.cells)
        self._keys = TableKeys(self, self.cells)
        self._mouse = TableMouse(self, self.cells)
        self._delegate = CellDelegate(self)
        self._delegate.opened.connect(self.opened)
        self.setItemDelegate(self._delegate)
        self.header = StudyHeader(self._studies, self)
        self._numbers = RowNumbers(self)
        self.drag = RowDrag(self, self._numbers)
        self._look()
        self._connect()

    def _look(self) -> None:
        self.setAccessibleName(tr("Studies"))
        self.setAccessibleDescription(tr("Tab goes from cell to cell, Ctrl+Tab leaves the table."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed)
        self.setTabKeyNavigation(False)  # Tab goes from cell to cell by `event`, and only without Ctrl
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalHeader(self.header)
        self.header.sectionPressed.disconnect()  # a heading sorts, and chooses no cells
        self.header.sectionEntered.disconnect()
        self.header.sectionHandleDoubleClicked.disconnect()  # Qt would fit a column to a whole summary
        self.setVerticalHeader(self._numbers)
        self._numbers.setDefaultSectionSize(LEAST_HEIGHT)

    def _connect(self) -> None:
        self._delegate.went_on.connect(self._keys.go_on)
        self._delegate.filled.connect(self.filled)
        self.header.columns_changed.connect(self._follow_columns)
        self.header.arranged.connect(self.columns_changed)
        self.header.sectionHandleDoubleClicked.connect(self._fit_column)
        self._numbers.row_pressed.connect(self._press_row)
        self.drag.pressed_alone.connect(self._choose_row_alone)
        self._numbers.row_reached.connect(self._mouse.reach_row)
        self._numbers.menu_wanted.connect(self._open_row_menu)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.selectionModel().currentChanged.connect(self._follow_current)

    # Studies

    def show_studies(
        self,
        studies: tuple[Study, ...],
        chosen: tuple[StudyKey, ...],
        *,
        editable: bool,
        on_website: tuple[Study, ...] | None = None,
    ) -> None:
        """Show these studies with some of them chosen; `on_website` are all of the page, where that are others.

        None is chosen while rows come, go and move: Qt would choose others on the way. Chosen cells go with their rows.
        """
        current = self.currentIndex()
        row, column = current.row(), current.column() if current.isValid() else TITLE
        cells: dict[StudyKey, Runs] = {}
        if not self._studies.has_rows_of(studies):
            self.drag.end()  # it would go on with other rows
            self._was_interrupted = self._is_editing()
            cells = self.choice.runs()
            self.selectionModel().clear()
            if all(self._studies.row_of(study.key) is None for study in studies):
                self.cells.begin_anew()  # these are those of another page
        self._studies.show_studies(studies, editable=editable, on_website=on_website)
        self._numbers.show_total(len(studies if on_website is None else on_website))
        self.choice.choose_again(cells, chosen, column)
        self.choice.choose(chosen, column)
        if self.currentIndex().row() != row:
            self.scrollTo(self.currentIndex())

    def show_marks(self, marks: Mapping[StudyKey, Mark]) -> None:
        """Mark these studies with a word or two before their titles, such as "Retracted"."""
        self._studies.show_marks(marks)

    def show_problems(self, problems: Mapping[StudyKey, ProblemMark]) -> None:
        """Have a sign beside the numbers of studies in which something was found."""
        self._studies.show_problems(problems)

    def keep_cell(self) -> None:
        """Have Escape take back, in a cell that is being edited, only what is typed from now on."""
        keep_text(self.indexWidget(self.currentIndex()))

    def _tell_chosen(self) -> None:
        if keys := self.choice.keys:
            self.chosen.emit(keys)

    def _follow_current(self, now: QModelIndex, before: QModelIndex) -> None:
        self._tell_chosen()
        if now.row() != before.row():
            for row in (now.row(), before.row()):
                self.viewport().update(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

    # Columns

    @property
    def shown_columns(self) -> tuple[str, ...]:
        """The shown columns by the names of their fields; those that are set are shown beside the main ones."""
        return self.header.shown_columns

    @shown_columns.setter
    def shown_columns(self, names: Iterable[str]) -> None:
        self.header.show_columns((*MAIN_COLUMNS, *names))

    def _fit_column(self, column: int) -> None:
        self.header.fit(column, self.sizeHintForColumn(column))

    def _follow_columns(self) -> None:
        """Have rows of two lines where long texts are shown, and the current cell in sight."""
        lines = 2 * self.fontMetrics().lineSpacing() + 10 if self.header.has_long_texts else 0
        self.setWordWrap(self.header.has_long_texts)
        self._numbers.setDefaultSectionSize(max(lines, LEAST_HEIGHT))
        current = self.currentIndex()
        if current.isValid() and self.isColumnHidden(current.column()):
            self.cells.choose(current.siblingAtColumn(TITLE))
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

    def selectAll(self) -> None:
        """The corner of the two headings was clicked."""
        self.cells.choose_all()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.row_menu.popup(at)

    def _press_row(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Choose a study by its number; those that are chosen already are about to be dragged."""
        if self.cells.are_rows and row in self.cells.rows and not modifiers:
            self.drag.press(row)
        else:
            self._choose_row(row, modifiers)

    def _choose_row(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._keys.begin_anew()
        self._mouse.press_row(row, modifiers)

    def _choose_row_alone(self, row: int) -> None:
        self._choose_row(row, Qt.KeyboardModifier.NoModifier)

    def _open_row_menu(self, row: int, at: QPoint) -> None:
        """Open the menu for the chosen studies, or for that of another row alone."""
        if not (self.cells.are_rows and row in self.cells.rows):
            self._choose_row_alone(row)
        self.row_menu.popup(at)

    def event(self, event: QEvent) -> bool:
        """Have Tab go from cell to cell, and with Ctrl leave the table."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in TABS:
            if not self._keys.take(event):
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab and not event.modifiers() & _SHIFT)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._edits_with(event):
            self.edit(self.currentIndex())
        elif not _is_typed(event) or not self._type_over(event):
            self._was_interrupted = False
            if event.key() == Qt.Key.Key_F2:
                super().keyPressEvent(event)
            elif not self._keys.take(event):
                event.ignore()  # Qt would go through the rows with Alt, and search them for what is typed

    def _edits_with(self, event: QKeyEvent) -> bool:
        """Whether Enter opens the cell: it goes on where several are chosen."""
        return self._can_edit() and not self.cells.has_several() and not event.modifiers() & (_SHIFT | _CTRL)

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
            box.was_typed_over = True
        QCoreApplication.sendEvent(box, event)
        return True

    def _is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def _can_edit(self) -> bool:
        return bool(self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.header.fit_title()  # Qt does not tell it of a scroll bar that comes with the table itself

    def hideEvent(self, event: QHideEvent) -> None:
        self.drag.end()
        super().hideEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._was_interrupted = False
        self._keys.begin_anew()
        if self._mouse.is_plain(event):
            super().mousePressEvent(event)  # it knows two clicks on one cell
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._mouse.release()
        if not self._is_editing():  # as after a double click, which opens the cell before the button is let go
            self.setState(QAbstractItemView.State.NoState)


def _is_typed(event: QKeyEvent) -> bool:
    """Whether a key writes something; a blank alone, which is easily pressed by mistake, is not enough."""
    others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return event.text().isprintable() and bool(event.text().strip()) and not event.modifiers() & others
