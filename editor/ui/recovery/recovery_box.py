"""The question what shall become of unsaved work that was found: beside what the files say, to choose by field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QSplitter, QTreeWidgetItem, QVBoxLayout, QWidget

from editor.content.differences import Difference
from editor.session import LeftWork
from editor.ui.comparing.difference_list import DifferenceList, number_of, rows_below
from editor.ui.comparing.difference_words import Sides, difference_name, sides_of, sides_of_page
from editor.ui.comparing.two_texts import TwoTexts
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.local_times import moment_words
from editor.ui.look.fitting import resize_to_fit
from editor.words import tr

_SIZE = QSize(860, 620)
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
        self.list = DifferenceList(tr("Unsaved changes"))
        self.texts = TwoTexts(Sides(tr("Yours, not saved"), tr("In the file now")))
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
        self.list.choose_first()
        self._offer()

    def chosen(self) -> Chosen:
        """What is ticked."""
        found: Chosen = []
        for page, left in zip(self.list.pages(), self._found, strict=True):
            ticked = [item for item in rows_below(page) if item.checkState(0) == Qt.CheckState.Checked]
            if left.comparison is None and page.checkState(0) == Qt.CheckState.Checked:
                found.append((left, ()))
            elif left.comparison is not None and ticked:
                found.append((left, tuple(left.comparison.differences[number_of(item)] for item in ticked)))
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
        self.texts.show_texts(self._sides())

    def _sides(self) -> Sides:
        page, number = self.list.chosen()
        left = self._found[page]
        if number is None or left.comparison is None:
            return sides_of_page(left)
        return sides_of(left.comparison, left.comparison.differences[number])

    def _when(self) -> str:
        """When the last change was made."""
        last, now = max(left.work.time for left in self._found).astimezone(), datetime.now().astimezone()
        when = moment_words(last, now)
        return tr("{time} today", time=when) if last.date() == now.date() else when

    # Putting it together

    def _fill(self) -> None:
        for left in self._found:
            page = self.list.add_page(left.called, _what(left))
            if left.obstacle:
                page.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                continue
            page.setFlags(_TICKABLE | Qt.ItemFlag.ItemIsAutoTristate)
            page.setCheckState(0, Qt.CheckState.Checked)
            for number, difference in enumerate(left.comparison.differences if left.comparison else ()):
                self._add(page, left, number, difference)

    def _add(self, page: QTreeWidgetItem, left: LeftWork, number: int, difference: Difference) -> None:
        assert left.comparison is not None
        remark = tr("was changed in the file too") if difference.clashes else ""
        item = self.list.add_difference(page, number, difference_name(left.comparison, difference), remark)
        item.setFlags(_TICKABLE)
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
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.texts)
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
        resize_to_fit(self, _SIZE)


def _what(left: LeftWork) -> str:
    """What is special about a page as a whole."""
    if left.obstacle:
        return tr("kept until its file is mended")
    if left.comparison is not None:
        return ""
    return tr("was deleted") if left.work.mine is None else tr("is not in the folder")
