"""The window of the calendar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.checks.evidence.due_dates import Due
from editor.ui.calendar.due_words import DueRow, summary
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.forms.wrapping_row import WrappingRow
from editor.ui.look.announcing import announce
from editor.ui.look.fitting import resize_to_fit
from editor.words import tr

_SIZE = QSize(860, 520)
_WHEN, _WHAT, _PAGE = range(3)


class CalendarBox(QDialog):
    """Lists what is due by date; stands beside the window, which stays usable. Deleted when it is closed."""

    wanted = Signal(Due)
    """One wants to go where this is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Evidence calendar"))
        self._rows: tuple[DueRow, ...] = ()
        self._summary = QLabel(tr("All pages are being looked through."))
        self.list = _Lines()
        self.go = QPushButton(tr("Go there"))
        self.close_button = QPushButton(tr("Close"))
        self._lay_out()
        self.list.itemClicked.connect(self._go)
        self.list.entered_line.connect(self._go)
        self.go.clicked.connect(self._go)
        self.close_button.clicked.connect(self.close)

    def show_rows(self, rows: Sequence[DueRow]) -> None:
        """List these; the line that was chosen stays so where it is still there."""
        if tuple(rows) == self._rows:
            if not rows:
                self._summary.setText(tr("There are no pages yet."))
            return
        chosen, self._rows = self._chosen(), tuple(rows)
        self.list.clear()
        for row in self._rows:
            item = QTreeWidgetItem(self.list, [row.when, row.what, row.page])
            item.setSizeHint(_WHAT, QSize(0, LEAST_HEIGHT))
            if row.is_late:
                font = item.font(_WHEN)
                font.setBold(True)
                item.setFont(_WHEN, font)
            for column, words in enumerate((row.when, row.what, row.page)):
                item.setToolTip(column, words)
        at = next((number for number, row in enumerate(self._rows) if row.due == chosen), 0)
        self.list.setCurrentIndex(self.list.model().index(at, 0))
        self._summary.setText(summary(self._rows))
        self.go.setEnabled(bool(self._rows))
        announce(self._summary.text(), self._summary)

    def text(self) -> str:
        """What is said above the lines."""
        return self._summary.text()

    def _chosen(self) -> Due | None:
        at = self.list.indexOfTopLevelItem(self.list.currentItem()) if self.list.currentItem() else -1
        return self._rows[at].due if 0 <= at < len(self._rows) else None

    def _go(self) -> None:
        due = self._chosen()
        if due is not None:
            self.wanted.emit(due)

    def _lay_out(self) -> None:
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self.go.setEnabled(False)
        self.go.setAutoDefault(False)
        buttons = WrappingRow()
        for button in (self.go, self.close_button):
            button.setMinimumHeight(LEAST_HEIGHT)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._summary)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        resize_to_fit(self, _SIZE)
        self.list.setFocus()


class _Lines(QTreeWidget):
    """The lines; Enter goes to where one is."""

    entered_line = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderLabels([tr("When"), tr("What is due"), tr("Page")])
        self.setAccessibleName(tr("What is due, by date"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        for column, mode in (
            (_WHEN, QHeaderView.ResizeMode.ResizeToContents),
            (_WHAT, QHeaderView.ResizeMode.Stretch),
            (_PAGE, QHeaderView.ResizeMode.ResizeToContents),
        ):
            header.setSectionResizeMode(column, mode)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_line.emit()
        else:
            super().keyPressEvent(event)
