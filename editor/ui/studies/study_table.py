"""The table of a page's studies; the chosen one is shown by its card below."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from editor.content.study import Study, StudyKey
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.studies.study_model import COLUMNS, StudyModel
from editor.words import tr

_WIDTHS = {"date": 110, "journal": 170}


class StudyTable(QTableView):
    """Shows studies in the website's order; cells are edited in place, and each keystroke is told."""

    edited = Signal(str, object, str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studies = StudyModel(self)
        self._studies.edited.connect(self.edited)
        self.setModel(self._studies)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(tr("Studies"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self._size_columns()
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)

    def show_studies(self, studies: tuple[Study, ...], chosen: StudyKey | None, *, editable: bool) -> None:
        """Show these studies with one of them chosen.

        It is chosen before rows change too, where it is there: Qt would choose another when the chosen row goes.
        """
        if not self._choose(chosen):
            self.selectionModel().clear()
        row = self.currentIndex().row()
        self._studies.show_studies(studies, editable=editable)
        self._choose(chosen)
        if self.currentIndex().row() != row:
            self.scrollTo(self.currentIndex())

    def close_cell(self) -> None:
        """End the editing of a cell; what was typed stays."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, key: StudyKey | None) -> bool:
        """Go to a study's row; whether it is there."""
        row = None if key is None else self._studies.row_of(key)
        if row is not None and row != self.currentIndex().row():
            self.setCurrentIndex(self._studies.index(row, max(self.currentIndex().column(), 0)))
        return row is not None

    @property
    def chosen_key(self) -> StudyKey | None:
        """The study that is chosen in the table."""
        current = self.currentIndex()
        return self._studies.study(current.row()).key if current.isValid() else None

    def _tell_chosen(self) -> None:
        if self.chosen_key is not None:
            self.chosen.emit(self.chosen_key)

    def _size_columns(self) -> None:
        self.verticalHeader().setDefaultSectionSize(LEAST_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, field in enumerate(COLUMNS):
            if field.name in _WIDTHS:
                self.setColumnWidth(column, _WIDTHS[field.name])
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)


class CellBox(QLineEdit):
    """The box within a cell; undo is the window's here too, and `text_before` is what Escape brings back."""

    text_before: str | None = None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if any(event.matches(key) for key in undo):
                event.ignore()
                return False
        return super().event(event)


class CellDelegate(QStyledItemDelegate):
    """Edits a cell in place; what is typed is taken over at once, so that the preview follows and nothing waits."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        box = CellBox(parent)
        box.setMaxLength(2**31 - 1)
        box.setFrame(False)
        box.setAutoFillBackground(True)
        box.setAccessibleName(COLUMNS[index.column()].label)
        box.setAccessibleDescription(COLUMNS[index.column()].help)
        box.textEdited.connect(self._take_over)
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, CellBox):
            if editor.text_before is None:
                editor.text_before = text
            if editor.text() != text:
                editor.setText(text)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, CellBox):
            model.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        escapes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escapes and event.type() == QEvent.Type.KeyPress and isinstance(editor, CellBox):
            editor.setText(editor.text_before or "")
            self.commitData.emit(editor)
        return super().eventFilter(editor, event)

    def _take_over(self) -> None:
        box = self.sender()
        if isinstance(box, CellBox):
            self.commitData.emit(box)
