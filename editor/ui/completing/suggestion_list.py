"""The list of suggestions below a box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from editor.content.known_values import KnownValue
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.colours import mixed, outline_colour
from editor.words import tr, tr_count

_USES = Qt.ItemDataRole.UserRole
_TEXT = Qt.ItemDataRole.DisplayRole
_MARGIN = 8
_SHARE = 0.7
"""How much of the words' own colour is left where it is said how often a text is used."""

Index = QModelIndex | QPersistentModelIndex


class SuggestionList(QListView):
    """Stands over all else in the window, so that no table cuts it off; the keyboard stays in the box.

    Qt's own list of completions is a window of its own that takes the keyboard: keys would pass by what the table does
    with them, and an input method would lose the word that it is composing.
    """

    def __init__(self, box: QWidget) -> None:
        super().__init__(box.window())
        self._box, self._around = box, box.window()
        self._watched: list[QWidget] = []
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Rows(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)  # the row below the mouse looks like one to be clicked
        self.setAccessibleName(tr("Suggestions"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        box.destroyed.connect(self.deleteLater)
        self.hide()

    def show_values(self, values: Sequence[KnownValue]) -> None:
        """Show these, none of them chosen; the list closes where there are none."""
        self._model.clear()
        for value in values:
            item = QStandardItem(value.text)
            item.setData(value.uses, _USES)
            item.setData(_in_full(value), Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        if values:
            self._outline()
            self._place()
            self.raise_()
            self.show()
            self._watch()
        else:
            self.close()

    def chosen(self) -> str:
        """The text that is chosen; "" where none is."""
        return str(self.currentIndex().data(_TEXT)) if self.currentIndex().isValid() else ""

    def go(self, by: int) -> str:
        """Choose the next (`by` is 1) or the one before (-1), none after the last; what a screen reader says of it."""
        rows = self._model.rowCount() + 1
        row = (self.currentIndex().row() + 1 + by) % rows - 1
        self.setCurrentIndex(self._model.index(row, 0))  # none where there is no such row
        if row < 0:
            self.clearSelection()
        return str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def text_at(self, index: QModelIndex) -> str:
        """The text in a row."""
        return str(index.data(_TEXT))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop following what stands around the box."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []
        event.accept()

    def _outline(self) -> None:
        """Have an outline that can be seen, also on a dark window."""
        palette = QGuiApplication.palette()
        palette.setColor(QPalette.ColorRole.WindowText, outline_colour(palette))
        self.setPalette(palette)

    def _watch(self) -> None:
        """Follow the box when what it stands in is moved."""
        widget = self._box.parentWidget()
        while widget is not None and widget is not self._around and widget not in self._watched:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the box stands in, and by its completion the box itself, is moved or goes."""
        self.follow(event)
        return super().eventFilter(watched, event)

    def follow(self, event: QEvent) -> None:
        """Stay at the box where it is moved, and go where it goes."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.isVisible():
            self._place()
        elif event.type() == QEvent.Type.Hide and self.isVisible():
            self.close()

    def _place(self) -> None:
        """Stand below the box, or above where there is more room."""
        around = self._around.rect()
        box = QRect(self._box.mapTo(self._around, QPoint(0, 0)), self._box.size())
        if not around.intersects(box) or self._box.visibleRegion().isEmpty():
            if self.isVisible():
                self.close()
            return
        frame = 2 * self.frameWidth()
        rows = range(self._model.rowCount())
        height = sum(self.sizeHintForRow(row) for row in rows) + frame
        width = min(max(box.width(), self.sizeHintForColumn(0) + frame), around.width())
        left = min(box.left(), around.right() + 1 - width)
        below, above = around.bottom() - box.bottom(), box.top()
        top = box.bottom() + 1 if height <= below or below >= above else box.top() - height
        self.setGeometry(left, top, width, min(height, max(below, above)))


class _Rows(QStyledItemDelegate):
    """A text, and at the right how many studies have it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        words = option.fontMetrics.horizontalAdvance(_used(index))
        return QSize(size.width() + words + 4 * _MARGIN, max(size.height(), LEAST_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        roles = QPalette.ColorRole
        words = option.palette.color(roles.HighlightedText if is_chosen else roles.Text)
        ground = option.palette.color(roles.Highlight if is_chosen else roles.Base)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(words if is_chosen else mixed(words, ground, _SHARE))
        place = option.rect.adjusted(0, 0, -_MARGIN, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _used(index))
        painter.restore()


def _used(index: Index) -> str:
    return tr_count("1 study", "{count} studies", int(index.data(_USES)))


def _in_full(value: KnownValue) -> str:
    return tr_count("{text}, used in 1 study", "{text}, used in {count} studies", value.uses, text=value.text)
