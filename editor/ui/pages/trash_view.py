"""The pages that were deleted, and the way back for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.session import DeletedPage
from editor.ui.forms.quiet_words import QuietButton, QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.local_times import moment_words
from editor.ui.look.headings import make_heading
from editor.ui.pages.entries import Entry
from editor.ui.pages.entry_delegate import EntryDelegate
from editor.ui.pages.entry_model import Line, Role
from editor.words import tr


class TrashView(QWidget):
    """Shows what was deleted and when, the newest first."""

    restore_wanted = Signal(object)
    """A DeletedPage is to come back."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[DeletedPage, ...] = ()
        self.list = QListWidget()
        self.back = QPushButton(tr("Bring back"))
        self._leave = QuietButton(tr("Back to the pages"))
        self._lay_out()
        self._leave.clicked.connect(self.left)
        self.back.clicked.connect(self._bring_back)
        self.list.itemDoubleClicked.connect(self._bring_back)
        self.list.currentRowChanged.connect(self._offer)

    def show_deleted(self, pages: Sequence[DeletedPage]) -> None:
        """Show these pages."""
        if _known_by(pages) == _known_by(self._pages):
            return
        self._pages = tuple(pages)
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        for page in pages:
            self.list.addItem(_item(page))
        self.list.setCurrentRow(min(row, len(pages) - 1))
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._bring_back()
        else:
            super().keyPressEvent(event)

    def _offer(self) -> None:
        self.back.setEnabled(self.list.currentRow() >= 0)

    def _bring_back(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.restore_wanted.emit(self._pages[row])

    def _lay_out(self) -> None:
        self.setFocusProxy(self.list)
        self._leave.setArrowType(Qt.ArrowType.LeftArrow)
        heading = QLabel(tr("Deleted pages"))
        make_heading(heading)
        words = QuietLine(tr("They stay here until somebody brings them back."))
        self.list.setAccessibleName(tr("Deleted pages"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.back.setMinimumHeight(LEAST_HEIGHT)
        self.back.setAccessibleName(tr("Bring the chosen page back"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (heading, words):
            widget.setContentsMargins(4, 0, 4, 0)
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.back)


def _item(page: DeletedPage) -> QListWidgetItem:
    entry = Entry(page.place, page.name, _when(page))
    item = QListWidgetItem(entry.name)
    item.setData(Role.ENTRY, entry)
    item.setData(Role.NAME, Line(entry.name))
    item.setData(Role.DETAIL, Line(entry.detail))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.name}, {entry.detail}")
    return item


def _known_by(pages: Sequence[DeletedPage]) -> list[tuple[str, str, datetime | None]]:
    return [(page.name, page.place, page.when) for page in pages]


def _when(page: DeletedPage) -> str:
    if page.when is None:
        return tr("Deleted, not saved yet")
    return tr("Deleted {when}", when=moment_words(page.when.astimezone(), datetime.now().astimezone()))
