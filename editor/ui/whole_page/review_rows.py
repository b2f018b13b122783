"""The outline of a page that was read: its texts, its studies, and what stands nowhere on it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from editor.content.search_text import single_spaced
from editor.references.page_text.found import INSIGHTS, INTRO, NOWHERE, OWN_WORDS, FoundStudy, Passage
from editor.references.page_text.page_of_text import PageFromText
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.tips import as_typed
from editor.words import tr

PLACES = {
    NOWHERE: tr("Left out"),
    INTRO: tr("Introduction"),
    INSIGHTS: tr("Insights"),
    OWN_WORDS: tr("This page only"),
}
"""What is said of where a passage goes."""
CHECK = tr("Please check")
_WHAT = Qt.ItemDataRole.UserRole
_LONGEST = 90
Row = tuple[str, int]
"""A passage or a study, with its number."""
PASSAGE, STUDY = "passage", "study"


class ReviewRows(QTreeWidget):
    """Rows in groups; a study has a tick. What has to be looked at says so in the second column."""

    row_chosen = Signal(str, int)
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[Row, QTreeWidgetItem] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setAccessibleName(tr("What was found in the text"))
        self.setItemDelegate(_Rows(self))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._tell)
        self.itemChanged.connect(self._tell_tick)

    def show_found(self, found: PageFromText) -> None:
        """Show a page anew; what has to be looked at first is chosen."""
        self.clear()
        self._items = {}
        numbered = list(enumerate(found.passages))
        own = [at for at, one in numbered if one.goes != NOWHERE]
        differing = [at for at, one in numbered if one.goes == NOWHERE and one.shared is not None and not one.is_shared]
        left = [at for at, one in numbered if one.goes == NOWHERE and one.shared is None]
        shared = [at for at, one in numbered if one.is_shared]
        self._add_group(tr("Texts of the page"), PASSAGE, own)
        self._add_group(tr("Studies"), STUDY, range(len(found.studies)))
        self._add_group(tr("In other words than on all pages"), PASSAGE, differing)
        self._add_group(tr("Not on the page"), PASSAGE, left)
        self._add_group(tr("As on all pages, so nothing to do"), PASSAGE, shared).setExpanded(False)
        self.show_again(found)
        first = next((row for row, item in self._items.items() if item.text(1) == CHECK), next(iter(self._items), None))
        if first is not None:
            self.choose(*first)

    def show_again(self, found: PageFromText) -> None:
        """Show what has become of the rows."""
        for (kind, number), item in self._items.items():
            words, remark = _passage(found.passages[number]) if kind == PASSAGE else _study(found.studies[number])
            for column, text in enumerate((words, remark)):
                if item.text(column) != text:
                    item.setText(column, text)
            item.setToolTip(0, as_typed(words))

    def choose(self, kind: str, number: int) -> None:
        """Choose a passage or a study."""
        self.setCurrentItem(self._items[kind, number])

    def ticked_studies(self) -> list[int]:
        """The numbers of the studies that are wanted."""
        rows = ((number, item) for (kind, number), item in self._items.items() if kind == STUDY)
        return [number for number, item in rows if item.checkState(0) == Qt.CheckState.Checked]

    def _add_group(self, name: str, kind: str, numbers: Iterable[int]) -> QTreeWidgetItem:
        """A group with a row for each of these; it is not there where it has none."""
        group = QTreeWidgetItem([name, ""])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for number in numbers:
            item = QTreeWidgetItem(group)
            item.setData(0, _WHAT, (kind, number))
            if kind == STUDY:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(0, Qt.CheckState.Checked)
            self._items[kind, number] = item
        if group.childCount():
            self.addTopLevelItem(group)
            group.setFirstColumnSpanned(True)
            group.setExpanded(True)
        return group

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        what = None if item is None else item.data(0, _WHAT)
        if what is not None:
            self.row_chosen.emit(*what)

    def _tell_tick(self) -> None:
        self.ticked.emit()


class _Rows(QStyledItemDelegate):
    """Rows that are as high as all else that is clicked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, LEAST_HEIGHT))


def _passage(passage: Passage) -> tuple[str, str]:
    words = single_spaced(passage.source)[:_LONGEST]
    if passage.is_shared:
        return words, "" if passage.shared is None else passage.shared.label
    if passage.has_to_be_checked:
        return words, CHECK
    return words, PLACES[passage.goes]


def _study(found: FoundStudy) -> tuple[str, str]:
    title = single_spaced(found.study.title or "")[:_LONGEST] or tr("No title")
    return title, CHECK if found.unsure else ""
