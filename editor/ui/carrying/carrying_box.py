"""The question what of a study shall be carried over to the other pages on which it stands."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from operator import attrgetter

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QSplitter, QTreeWidgetItem, QVBoxLayout, QWidget

from editor.content.carrying import CarriedChange
from editor.ui.comparing.difference_list import DifferenceList, number_of, rows_below
from editor.ui.comparing.difference_words import Sides
from editor.ui.comparing.two_texts import TwoTexts
from editor.ui.forms.field_words import field_words
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.fitting import resize_to_fit
from editor.words import tr, tr_count

_SIZE = QSize(860, 560)
_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TICKABLE = _READABLE | Qt.ItemFlag.ItemIsUserCheckable


class CarryingBox(QDialog):
    """Shows by page and field what is there and what would be; carried over is what is ticked. Escape changes nothing.

    Ticked at first is what a page still has as it was here before. A page may have words of its own on purpose.
    """

    agreed = Signal(list)
    """The changes that are ticked."""

    def __init__(
        self,
        title: str,
        changes: Sequence[CarriedChange],
        names: Mapping[str, str],
        locked: Sequence[str],
        not_read: Sequence[str],
        parent: QWidget,
    ) -> None:
        """The study's title; the pages' names by place; places that can't be changed; names that can't be read."""
        super().__init__(parent)
        self.setWindowTitle(tr("The same study on other pages"))
        self._changes = tuple(changes)
        self.list = DifferenceList(tr("What differs on other pages"))
        self.texts = TwoTexts(Sides(tr("There now"), tr("Carried over")))
        buttons = QDialogButtonBox()
        self.carry = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._fill(names, locked)
        self._lay_out(title, buttons, not_read)
        self.list.currentItemChanged.connect(self._show_texts)
        self.list.itemChanged.connect(self._count)
        self.carry.clicked.connect(self._agree)
        self.cancel.clicked.connect(self.reject)
        self.list.choose_first()
        self._count()

    def ticked(self) -> list[CarriedChange]:
        """What shall be carried over."""
        rows = (row for page in self.list.pages() for row in rows_below(page))
        return [self._changes[number_of(row)] for row in rows if row.checkState(0) == Qt.CheckState.Checked]

    def _agree(self) -> None:
        ticked = self.ticked()
        self.accept()
        self.agreed.emit(ticked)

    def _count(self) -> None:
        count = len({change.page for change in self.ticked()})
        self.carry.setEnabled(bool(count))
        self.carry.setText(tr_count("Change 1 page", "Change {count} pages", count) if count else tr("Change pages"))
        self.carry.setToolTip("" if count else tr("Tick what shall be carried over."))

    def _show_texts(self) -> None:
        item = self.list.currentItem()
        first = next(rows_below(item), None) if item.parent() is None else item
        if first is not None:
            change = self._changes[number_of(first)]
            before, after = (field_words(change.field, text) for text in (change.before, change.after))
            self.texts.show_texts(Sides(before, after))

    # Putting it together

    def _fill(self, names: Mapping[str, str], locked: Sequence[str]) -> None:
        numbers = itertools.count()
        for place, changes in itertools.groupby(self._changes, attrgetter("page")):
            is_locked = place in locked
            remark = tr("can't be changed until its file is mended") if is_locked else ""
            page = self.list.add_page(names[place], remark)
            page.setFlags(_READABLE if is_locked else _TICKABLE | Qt.ItemFlag.ItemIsAutoTristate)
            for change in changes:
                row = self.list.add_difference(page, next(numbers), change.field.label, _remark(change))
                row.setFlags(_READABLE if is_locked else _TICKABLE)
                if not is_locked:
                    _tick(row, is_ticked=change.is_correction)

    def _lay_out(self, title: str, buttons: QDialogButtonBox, not_read: Sequence[str]) -> None:
        words = QLabel(
            tr(
                "The study “{title}” stands on these pages too. Tick what shall say there what it says on this page."
                " Undo takes it back.",
                title=title,
            )
        )
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.texts)
        splitter.setSizes([_SIZE.height() // 2, _SIZE.height() // 2])
        for button in buttons.buttons():
            button.setMinimumHeight(LEAST_HEIGHT)
        self.carry.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(splitter, 1)
        if not_read:
            column.addWidget(QuietLine(_not_read_words(not_read)))
        column.addWidget(buttons)
        resize_to_fit(self, _SIZE)


def _tick(row: QTreeWidgetItem, *, is_ticked: bool) -> None:
    row.setCheckState(0, Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)


def _remark(change: CarriedChange) -> str:
    if change.is_correction:
        return ""
    return tr("has other words there") if change.before.strip() else tr("is empty there")


def _not_read_words(names: Sequence[str]) -> str:
    return tr_count(
        "Not looked at, as its file has to be mended first: {names}.",
        "Not looked at, as their files have to be mended first: {names}.",
        len(names),
        names=", ".join(names),
    )
