"""The fields of one proposed study: what is there now beside what comes, with a tick for what is taken."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from editor.content.search_text import single_spaced
from editor.references.field_comparison import FieldPair
from editor.ui.adding.review_choices import ReviewChoices
from editor.ui.forms.field_words import plain_field_words
from editor.ui.look.colours import mixed
from editor.words import tr

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
FIELD, NOW, COMES = range(3)
_MOST_LETTERS = 300
"""Of a text in a cell; the whole one stands below."""
FOUND = tr("Found")
"""What stands above what comes."""
_HEADINGS = (tr("Field"), tr("There now"), FOUND)


class FieldModel(QAbstractTableModel):
    """Shows the fields of a proposal, by its number."""

    ticked = Signal(int)
    """The number of the proposal of which a field was ticked, or is no more."""

    def __init__(self, choices: ReviewChoices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._number = -1
        self._pairs: tuple[FieldPair, ...] = ()

    def show_proposal(self, number: int) -> None:
        """Show the fields of this proposal."""
        self.beginResetModel()
        self._number = number
        self._pairs = self._choices.pairs(number)
        self.endResetModel()

    def pair(self, row: int) -> FieldPair:
        """The field of a row."""
        return self._pairs[row]

    def note(self, row: int) -> str:
        """What is to be known of a field before it is taken."""
        pair = self._pairs[row]
        if self._choices.is_abstract(self._number, pair):
            return tr("The publisher's own words; write yours instead.")
        if pair.field.name in self._choices.proposals[self._number].found.unsure:
            return tr("Please check: it may be wrong.")
        return ""

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._pairs)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(index.row(), index.column(), role)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == FIELD:
            return self._check_state(self._pairs[index.row()])
        return self._look(index.row(), index.column(), role)

    def _words(self, row: int, column: int, role: int) -> str | None:
        pair = self._pairs[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._label(row) if column == FIELD else _cell(pair, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.note(row) or None
        if column != FIELD:
            return _cell(pair, column)
        parts = (pair.field.label, self.note(row), _cell(pair, NOW), _cell(pair, COMES))
        return tr(", ").join(filter(None, parts))

    def _check_state(self, pair: FieldPair) -> Qt.CheckState | None:
        if pair.agrees:
            return None
        return Qt.CheckState.Checked if self._choices.is_taken(self._number, pair) else Qt.CheckState.Unchecked

    def _look(self, row: int, column: int, role: int) -> QColor | QFont | None:
        """What agrees is quiet, what is to be checked is in italics."""
        if role == Qt.ItemDataRole.ForegroundRole and self._pairs[row].agrees:
            palette = QGuiApplication.palette()
            words, ground = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
            return mixed(words, ground, 0.66)
        if role == Qt.ItemDataRole.FontRole and column == FIELD and self.note(row):
            font = QFont(QGuiApplication.font())
            font.setItalic(True)
            return font
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and index.column() == FIELD and not self._pairs[index.row()].agrees:
            return _READABLE | Qt.ItemFlag.ItemIsUserCheckable
        return _READABLE

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        taken = Qt.CheckState(value) == Qt.CheckState.Checked
        self._choices.take(self._number, self._pairs[index.row()], taken=taken)
        self.show_again()
        self.ticked.emit(self._number)
        return True

    def show_again(self) -> None:
        """Show what is taken by now."""
        if self._pairs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._pairs) - 1, COMES))

    def _label(self, row: int) -> str:
        pair = self._pairs[row]
        if self._choices.is_abstract(self._number, pair):
            return tr("Summary: the abstract")
        return tr("{field}: please check", field=pair.field.label) if self.note(row) else pair.field.label


def _cell(pair: FieldPair, column: int) -> str:
    text = plain_field_words(pair.field, pair.now if column == NOW else pair.comes)
    return single_spaced(text[:_MOST_LETTERS])
