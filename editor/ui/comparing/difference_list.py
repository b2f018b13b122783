"""Pages and, below each, what differs in it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from editor.ui.forms.text_box import LEAST_HEIGHT

_NUMBER = Qt.ItemDataRole.UserRole


class DifferenceList(QTreeWidget):
    """A tree of two columns, names and remarks: pages, and below them their differences, each with its number."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setItemDelegate(_Rows(self))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def add_page(self, name: str, remark: str = "") -> QTreeWidgetItem:
        """Add a page below those there are."""
        return QTreeWidgetItem(self, [name, remark])

    def add_difference(self, page: QTreeWidgetItem, number: int, name: str, remark: str = "") -> QTreeWidgetItem:
        """Add a difference below those of the page; `number` is counted from 0 in what is compared."""
        item = QTreeWidgetItem(page, [name, remark])
        item.setData(0, _NUMBER, number)
        return item

    def pages(self) -> Iterator[QTreeWidgetItem]:
        """The rows of the pages."""
        return rows_below(self.invisibleRootItem())

    def chosen(self) -> tuple[int, int | None]:
        """The numbers of the page and the difference that are chosen; None where that is the page as a whole."""
        item = self.currentItem()
        page = item.parent()
        if page is None:
            return self.indexOfTopLevelItem(item), None
        return self.indexOfTopLevelItem(page), number_of(item)

    def choose_first(self) -> None:
        """Show all, and choose the first difference, or the first page where it has none."""
        self.expandAll()
        page = next(self.pages())
        self.setCurrentItem(next(rows_below(page), page))


class _Rows(QStyledItemDelegate):
    """Rows that are as high as all else that is clicked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, LEAST_HEIGHT))


def rows_below(parent: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    """The rows right below one."""
    return (parent.child(number) for number in range(parent.childCount()))


def number_of(item: QTreeWidgetItem) -> int:
    """The number of a difference."""
    number: int = item.data(0, _NUMBER)
    return number
