"""The question what shall become of unsaved work that was found: beside what the files say, to choose by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.content.differences import Difference
from editor.session import LeftWork
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.local_times import moment_words
from editor.ui.look.headings import make_heading
from editor.ui.recovery.difference_words import Sides, difference_name, sides_of, sides_of_page
from editor.ui.recovery.marked_words import show_marked
from editor.words import tr

_SIZE = QSize(860, 620)
_NUMBER = Qt.ItemDataRole.UserRole
_TICKABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

Chosen = list[tuple[LeftWork, tuple[Difference, ...]]]


class RecoveryBox(QDialog):
    """Shows unsaved work page by page, each difference with both sides, and asks once. Escape decides nothing."""

    answered = Signal(list)
    """What shall come back: of each piece of work, which differences."""
    postponed = Signal()

    def __init__(self, found: Sequence[LeftWork], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Unsaved changes"))
        self._found = tuple(found)
        self.list = QTreeWidget()
        self.mine, self.theirs = QPlainTextEdit(), QPlainTextEdit()
        buttons = QDialogButtonBox()
        self.back = buttons.addButton(tr("Bring back what is ticked"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.leave = buttons.addButton(tr("Bring back nothing"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.later = buttons.addButton(tr("Decide later"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(buttons)
        self._fill()
        self.list.currentItemChanged.connect(self._show_sides)
        self.list.itemChanged.connect(self._offer)
        self.back.clicked.connect(self._answer)
        self.leave.clicked.connect(self._answer_nothing)
        self.later.clicked.connect(self.reject)
        self.rejected.connect(self.postponed)
        first = next(_items(self.list.invisibleRootItem()))
        self.list.setCurrentItem(next(_items(first), first))
        self._offer()

    def chosen(self) -> Chosen:
        """What is ticked."""
        found: Chosen = []
        for page, left in zip(_items(self.list.invisibleRootItem()), self._found, strict=True):
            ticked = [item for item in _items(page) if item.checkState(0) == Qt.CheckState.Checked]
            if left.comparison is None and page.checkState(0) == Qt.CheckState.Checked:
                found.append((left, ()))
            elif left.comparison is not None and ticked:
                numbers = [item.data(0, _NUMBER) for item in ticked]
                found.append((left, tuple(left.comparison.differences[number] for number in numbers)))
        return found

    def _answer(self) -> None:
        self.answered.emit(self.chosen())
        self.accept()

    def _answer_nothing(self) -> None:
        self.answered.emit([])
        self.accept()

    def _offer(self) -> None:
        self.back.setEnabled(bool(self.chosen()))

    def _show_sides(self) -> None:
        show_marked(self.mine, self.theirs, self._sides())

    def _sides(self) -> Sides:
        item = self.list.currentItem()
        page = item.parent() or item
        left = self._found[self.list.indexOfTopLevelItem(page)]
        if item is page or left.comparison is None:
            return sides_of_page(left)
        return sides_of(left.comparison, left.comparison.differences[item.data(0, _NUMBER)])

    def _when(self) -> str:
        """When the last change was made."""
        last, now = max(left.work.time for left in self._found).astimezone(), datetime.now().astimezone()
        when = moment_words(last, now)
        return tr("{time} today", time=when) if last.date() == now.date() else when

    # Putting it together

    def _fill(self) -> None:
        for left in self._found:
            page = QTreeWidgetItem(self.list, [left.called, _what(left)])
            if left.obstacle:
                page.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                continue
            page.setFlags(_TICKABLE | Qt.ItemFlag.ItemIsAutoTristate)
            page.setCheckState(0, Qt.CheckState.Checked)
            for number, difference in enumerate(left.comparison.differences if left.comparison else ()):
                self._add(page, left, number, difference)
            page.setExpanded(True)

    def _add(self, page: QTreeWidgetItem, left: LeftWork, number: int, difference: Difference) -> None:
        assert left.comparison is not None
        remark = tr("was changed in the file too") if difference.clashes else ""
        item = QTreeWidgetItem(page, [difference_name(left.comparison, difference), remark])
        item.setFlags(_TICKABLE)
        item.setData(0, _NUMBER, number)
        item.setCheckState(0, Qt.CheckState.Unchecked if difference.clashes else Qt.CheckState.Checked)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        words = QLabel(
            tr(
                "The program ended before these changes were saved (the last change: {when}). Nothing was lost:"
                " tick what you want back. It comes back not saved yet, and Undo takes it away again.",
                when=self._when(),
            )
        )
        words.setWordWrap(True)
        self.list.setAccessibleName(tr("Unsaved changes"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        sides = QWidget()
        grid = QGridLayout(sides)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for column, (name, text) in enumerate(
            ((tr("Yours, not saved"), self.mine), (tr("In the file now"), self.theirs))
        ):
            heading = QLabel(name)
            make_heading(heading)
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setAccessibleName(name)
            grid.addWidget(heading, 0, column)
            grid.addWidget(text, 1, column)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(sides)
        splitter.setSizes([_SIZE.height() // 3, _SIZE.height() // 2])
        for button in buttons.buttons():
            button.setMinimumHeight(LEAST_HEIGHT)
        self.back.setDefault(True)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(16, 16, 16, 16)
        column_of_all.setSpacing(12)
        column_of_all.addWidget(words)
        column_of_all.addWidget(splitter, 1)
        column_of_all.addWidget(buttons)
        self.resize(_SIZE)


class _Rows(QStyledItemDelegate):
    """Rows that are as high as all else that is clicked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, LEAST_HEIGHT))


def _items(parent: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    return (parent.child(number) for number in range(parent.childCount()))


def _what(left: LeftWork) -> str:
    """What is special about a page as a whole."""
    if left.obstacle:
        return tr("kept until its file is mended")
    if left.comparison is not None:
        return ""
    return tr("was deleted") if left.work.mine is None else tr("is not in the folder")
