"""Merging two entries of a study into one: field by field what stays, and what the other one has for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.content.study import Study
from editor.references.duplicate_search import merge_pairs
from editor.references.field_comparison import FieldPair
from editor.ui.comparing.difference_words import Sides
from editor.ui.comparing.ticked_rows import TickedRows
from editor.ui.comparing.two_texts import TwoTexts
from editor.ui.forms.field_words import field_words, plain_field_words
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.fitting import resize_to_fit
from editor.words import tr

_SIZE = QSize(900, 640)


class MergingBox(QDialog):
    """Shows what the merged study would be made of. Escape changes nothing. Deleted when it is closed.

    Ticked at first is what the entry that stays has no words for. Of two the one stays at first that has more in the
    website's file than is shown here: that cannot be taken over.
    """

    agreed = Signal(Study, Study, tuple)
    """The entry that stays, the one that goes, and the fields that are taken of it."""

    def __init__(
        self,
        entries: tuple[Study, Study],
        numbers: tuple[int, int],
        additions: tuple[Sequence[str], Sequence[str]],
        parent: QWidget,
    ) -> None:
        """The entries with their numbers on the page, counted from 1, and what else the file says of each."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Merge two entries into one"))
        self._entries = entries
        self._additions = additions
        self._pairs: tuple[FieldPair, ...] = ()
        self.kept = QComboBox()
        for number in numbers:
            self.kept.addItem(tr("Keep study {number} of the page", number=number))
        self.lost = QuietLine()
        self.list = TickedRows(
            tr("What the merged study says"), (tr("Field"), tr("Stays"), tr("Take from the other if ticked"))
        )
        self.texts = TwoTexts(Sides(tr("In the one that stays"), tr("In the other")))
        buttons = QDialogButtonBox()
        self.merge = buttons.addButton(tr("Merge into one"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(buttons)
        if additions[1] and not additions[0]:
            self.kept.setCurrentIndex(1)
        self.kept.currentIndexChanged.connect(self._show_pairs)
        self.list.currentItemChanged.connect(self._show_texts)
        self.merge.clicked.connect(self._agree)
        self.cancel.clicked.connect(self.reject)
        self._show_pairs()

    def _both(self) -> tuple[Study, Study]:
        """The entry that stays, and the one that goes."""
        first, second = self._entries
        return (first, second) if self.kept.currentIndex() == 0 else (second, first)

    def _show_pairs(self) -> None:
        self._pairs = merge_pairs(*self._both())
        self._tell_lost(self._additions[1 - self.kept.currentIndex()])
        self.list.clear()
        for pair in self._pairs:
            now, comes = (plain_field_words(pair.field, text) for text in (pair.now, pair.comes))
            is_usual = pair.fills or pair.field.name == "note"
            self.list.add_row((pair.field.label, now, comes), ticked=None if pair.agrees else is_usual)
        self.list.choose_first()

    def _tell_lost(self, additions: Sequence[str]) -> None:
        """Say what goes with the entry that goes, though nobody sees it here."""
        listed = tr(", ").join(tr("“{words}”", words=words) for words in additions)
        words = tr(
            "In the website's file, more is kept with the one that goes: {additions}. It goes too. To have it stay,"
            " choose above to keep that one.",
            additions=listed,
        )
        self.lost.setText(words if additions else "")
        self.lost.setVisible(bool(additions))
        self.kept.setAccessibleDescription(self.lost.text())

    def _show_texts(self) -> None:
        number = self.list.chosen()
        if number is not None:
            pair = self._pairs[number]
            self.texts.show_texts(Sides(field_words(pair.field, pair.now), field_words(pair.field, pair.comes)))

    def _agree(self) -> None:
        stays, goes = self._both()
        taken = tuple(self._pairs[number] for number in self.list.ticked())
        self.accept()
        self.agreed.emit(stays, goes, taken)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        words = QLabel(
            tr(
                "One of the two stays where it is, the other goes. Tick what the one that stays shall have from the"
                " other. Undo brings both back."
            )
        )
        words.setWordWrap(True)
        self.kept.setAccessibleName(tr("Which one stays"))
        self.kept.setMinimumHeight(LEAST_HEIGHT)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.texts)
        splitter.setSizes([_SIZE.height() * 2 // 3, _SIZE.height() // 3])
        for button in buttons.buttons():
            button.setMinimumHeight(LEAST_HEIGHT)
        self.merge.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.kept, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.lost)
        column.addWidget(splitter, 1)
        column.addWidget(buttons)
        resize_to_fit(self, _SIZE)
