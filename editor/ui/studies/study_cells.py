"""The cells of the table of studies: how they are painted, and the boxes in which they are edited in place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPalette, QPen, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from editor.content.fields import Kind
from editor.ui.forms.choice_box import STUDY_TYPE_CHOICES, ChoiceBox
from editor.ui.forms.text_box import BoxKind, TextBox
from editor.ui.look.colours import mixed
from editor.ui.look.tips import in_lines
from editor.ui.studies.date_strip import DateStrip
from editor.ui.studies.study_columns import COLUMNS
from editor.ui.studies.study_model import RESTORED
from editor.ui.studies.table_keys import ENTER, STEPS, TABS
from editor.words import tr

Index = QModelIndex | QPersistentModelIndex

_BOX_KINDS = {Kind.MARKDOWN: BoxKind.MARKDOWN, Kind.TEXT: BoxKind.LINES}
_LINES = {BoxKind.LINE: (1, 5), BoxKind.LINES: (3, 6), BoxKind.MARKDOWN: (4, 6)}
_LEAST_WIDTH = 160
_LEAST_LONG_WIDTH = 400
"""Pixels of a box in a narrow cell, the second for texts of several sentences."""

_ENDS = frozenset({Qt.Key.Key_Escape, *ENTER, *TABS})
"""The keys that end the editing of a cell."""

_FOR_A_WHILE = (Qt.FocusReason.MenuBarFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why the keyboard leaves that comes back: to a menu, or to the search of actions."""

_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_TINT = 0.14
"""Of the colour of what is chosen, in the rest of the current row."""


class CellBox(TextBox):
    """The box over a cell, as large as its text needs, within the table."""

    def __init__(self, kind: BoxKind, table: QWidget) -> None:
        super().__init__(kind, table, _LINES[kind])
        self.was_typed_over = False
        """Whether typing has opened it: then arrows go on to the next cell, as in a spreadsheet."""
        self._table = table
        self._takes_lines = kind is not BoxKind.LINE
        if self._takes_lines:
            self.setToolTip(tr("Enter ends the editing; Alt+Enter begins a new line."))
        self._cell = QRect()
        self.strip: DateStrip | None = None
        """What is said of a date below the box."""

    def put_over(self, cell: QRect) -> None:
        """Stand over a cell, and as far as there is no room for it below or to the right, beside that."""
        self._cell = QRect(cell)  # the rectangle given is gone when the option is
        least = _LEAST_LONG_WIDTH if self._takes_lines else _LEAST_WIDTH
        self.setFixedWidth(min(max(cell.width(), least), self._table.width()))
        self._stay_inside()

    def begins_line_with(self, event: QKeyEvent) -> bool:
        """Whether a key begins a new line: in a text of several lines, Enter with Alt."""
        return self._takes_lines and event.key() in ENTER and bool(event.modifiers() & _ALT)

    def is_left_with(self, event: QKeyEvent) -> bool:
        """Whether a key ends the editing; an arrow does where typing has begun it, and then F2 has it stay."""
        if event.key() == Qt.Key.Key_F2:
            self.was_typed_over = False
        is_arrow = event.key() in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.key() in _ENDS or (self.was_typed_over and is_arrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stay_inside()

    def _stay_inside(self) -> None:
        room = self._table.size() - self.size()
        self.move(max(min(self._cell.left(), room.width()), 0), max(min(self._cell.top(), room.height()), 0))


class CellLook(QStyledItemDelegate):
    """Has the flag of a date that is not understood behind it, so that dates begin below each other."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right


class CellDelegate(CellLook):
    """Edits a cell in place; what is typed is taken over at once, so that the preview follows and nothing waits."""

    opened = Signal(object, object)
    """A cell is edited: its text box, and the field."""
    went_on = Signal(Qt.Key, Qt.KeyboardModifier)
    """A key has ended the editing, and says where to go."""
    filled = Signal(str)
    """A key has ended the editing, and what was typed is meant for all of the chosen cells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: QWidget | None = None
        self._role = Qt.ItemDataRole.EditRole

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = COLUMNS[index.column()]
        box: CellBox | ChoiceBox
        if field.kind is Kind.STUDY_TYPE:
            box = ChoiceBox(STUDY_TYPE_CHOICES, parent)
        else:
            box = CellBox(_BOX_KINDS.get(field.kind, BoxKind.LINE), parent)
            if field.kind is Kind.DATE:
                box.strip = DateStrip(field, box)
                box.strip.passed.connect(self._go_on)
                box.strip.left.connect(self._close)
        self._open = box  # Qt alone has it else, and Python's garbage collection would take it apart while one types
        box.setAccessibleName(field.label)
        box.setAccessibleDescription(field.help)
        text = str(index.data(Qt.ItemDataRole.EditRole))
        box.show_text(text)
        box.setProperty(_BEFORE, text)
        if isinstance(box, CellBox):
            box.moveCursor(QTextCursor.MoveOperation.End)
        box.edited.connect(self._take_over)
        if isinstance(box, CellBox):
            self.opened.emit(box, field)
        return box

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Tint the current row, whose card is below, and mark the cell that is typed into among those chosen."""
        table = self.parent()
        if isinstance(table, QTableView) and index.row() == table.currentIndex().row():
            palette = option.palette
            painter.fillRect(
                option.rect,
                mixed(palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.Base), _TINT),
            )
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.HighlightedText), 2))
            painter.drawRect(option.rect.adjusted(2, 2, -2, -2))
            painter.restore()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell says. Where that is not what was typed, as a colleague changed it, Escape leaves it."""
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, (CellBox, ChoiceBox)) and text != editor.text():
            editor.show_text(text)
            editor.setProperty(_BEFORE, text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, (CellBox, ChoiceBox)):
            model.setData(index, editor.text(), self._role)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        if isinstance(editor, CellBox):
            editor.put_over(option.rect)
        else:
            editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Escape brings back what the cell said; Enter, Tab and some arrows end, with Ctrl and Enter in all cells.

        A menu or the search of actions takes the keyboard for a while only: the cell stays open for what they do.
        """
        if isinstance(event, QFocusEvent) and (event.reason() in _FOR_A_WHILE or _is_asked(editor)):
            return False
        if event.type() == QEvent.Type.FocusOut and isinstance(editor, CellBox):
            editor.left.emit()
        if not isinstance(event, QKeyEvent) or not isinstance(editor, (CellBox, ChoiceBox)):
            return super().eventFilter(editor, event)
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(editor, event)
        ends = editor.is_left_with(event) if isinstance(editor, CellBox) else event.key() in _ENDS
        if not ends:
            return super().eventFilter(editor, event)
        if isinstance(editor, CellBox) and editor.begins_line_with(event):
            return False
        self._end(editor, Qt.Key(event.key()), event.modifiers())
        return True

    def _end(self, editor: CellBox | ChoiceBox, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        if key == Qt.Key.Key_Tab and _asks(editor):
            return
        if key == Qt.Key.Key_Escape:
            editor.show_text(str(editor.property(_BEFORE)))
            self._role = RESTORED
        elif isinstance(editor, CellBox):
            editor.left.emit()
        text = editor.text()
        self.commitData.emit(editor)
        self._role = Qt.ItemDataRole.EditRole
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        if key in ENTER and modifiers & _CTRL:
            self.filled.emit(text)
        elif key != Qt.Key.Key_Escape:
            self.went_on.emit(key, modifiers)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show as a tip what a cell has no room for."""
        if not index.isValid():
            return super().helpEvent(event, view, option, index)
        self.initStyleOption(option, index)
        lines = 2 if option.features & QStyleOptionViewItem.ViewItemFeature.WrapText else 1
        is_flagged = bool(option.features & QStyleOptionViewItem.ViewItemFeature.HasDecoration)
        if not is_flagged and option.fontMetrics.horizontalAdvance(option.text) < lines * (option.rect.width() - 16):
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), in_lines(str(index.data(Qt.ItemDataRole.ToolTipRole))), view)
        return True

    def _go_on(self) -> None:
        """Go on with Tab from the question below a cell, as from the cell."""
        self._close()
        self.went_on.emit(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)

    def _close(self) -> None:
        """End the editing: the keyboard has left the question below the cell for elsewhere."""
        if self._open is not None:
            self.commitData.emit(self._open)
            self.closeEditor.emit(self._open, QStyledItemDelegate.EndEditHint.NoHint)

    def _take_over(self) -> None:
        box = self.sender()
        if isinstance(box, (CellBox, ChoiceBox)):
            self.commitData.emit(box)


def _asks(editor: QObject) -> bool:
    """Whether there is a question below a cell's box; keys go to it then."""
    return isinstance(editor, CellBox) and editor.strip is not None and editor.strip.take_keyboard()


def _is_asked(editor: QObject) -> bool:
    """Whether the keyboard has gone to the question below a cell's box."""
    return isinstance(editor, CellBox) and editor.strip is not None and editor.strip.has_keyboard


def keep_text(box: QWidget | None) -> None:
    """Have Escape bring back, from now on, what a cell's box says now."""
    if isinstance(box, (CellBox, ChoiceBox)):
        box.setProperty(_BEFORE, box.text())


_BEFORE = "text_before"
