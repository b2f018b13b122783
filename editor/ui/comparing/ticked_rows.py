"""Changes as rows of three columns: what each is about, what is there now, and what comes in its place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from editor.content.search_text import single_spaced
from editor.ui.comparing.difference_list import rows_below
from editor.ui.forms.text_box import LEAST_HEIGHT

_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TICKABLE = Qt.ItemFlag.ItemIsUserCheckable
_MOST_LETTERS = 300
"""Of a text in a cell; the whole one is shown elsewhere."""


class TickedRows(QTreeWidget):
    """Rows with a tick in the first column, but for those that offer nothing."""

    def __init__(self, name: str, headings: tuple[str, str, str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHeaderLabels(headings)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def add_row(self, texts: tuple[str, str, str], *, ticked: bool | None, is_unsure: bool = False) -> None:
        """Add a row below those there are; without a tick where `ticked` is None, in italics where it is unsure."""
        item = QTreeWidgetItem(self, [single_spaced(text[:_MOST_LETTERS]) for text in texts])
        item.setSizeHint(self.columnCount() - 1, QSize(0, LEAST_HEIGHT))  # of all columns the highest counts
        item.setFlags(_READABLE if ticked is None else _READABLE | _TICKABLE)
        if ticked is not None:
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        for column in range(self.columnCount()):
            item.setToolTip(column, item.text(column))
        if is_unsure:
            font = self.font()
            font.setItalic(True)
            item.setFont(0, font)

    def choose_first(self) -> None:
        """Choose the first row that has a tick, else the first of all, where there is any."""
        rows = list(self.rows())
        if rows:
            self.setCurrentItem(next((row for row in rows if row.flags() & _TICKABLE), rows[0]))

    def chosen(self) -> int | None:
        """The number of the chosen row, counted from 0."""
        return self.indexOfTopLevelItem(self.currentItem()) if self.currentItem() is not None else None

    def rows(self) -> Iterator[QTreeWidgetItem]:
        """The rows, from the first on."""
        return rows_below(self.invisibleRootItem())

    def ticked(self) -> list[int]:
        """The numbers of the ticked rows, counted from 0."""
        return [number for number, row in enumerate(self.rows()) if row.checkState(0) == Qt.CheckState.Checked]
