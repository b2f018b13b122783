"""What a fix would do, before anything is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from editor.ui.comparing.difference_words import Sides
from editor.ui.comparing.two_texts import TwoTexts
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.fitting import resize_to_fit
from editor.ui.look.headings import make_heading
from editor.ui.problems.fix_words import ShownFix
from editor.words import tr, tr_count

_SIZE = QSize(760, 460)
_LIST_HEIGHT = 120
"""Pixels, of a list above the texts."""


class FixBox(QDialog):
    """Shows each text before and after, which studies go and in which order they stand then.

    Nothing is changed until one agrees; Escape changes nothing. Deleted when it is closed.
    """

    agreed = Signal()

    def __init__(self, fix: ShownFix, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Mend this problem"))
        self._fix = fix
        self.places = QListWidget()
        self.texts = TwoTexts(Sides(tr("There now"), tr("Afterwards")))
        self.gone, self.order = QListWidget(), QListWidget()
        buttons = QDialogButtonBox()
        self.change = buttons.addButton(tr("Change it"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(buttons)
        self.places.currentRowChanged.connect(self._show_texts)
        self.change.clicked.connect(self._agree)
        self.cancel.clicked.connect(self.reject)
        if fix.texts:
            self.places.setCurrentRow(0)

    def words(self) -> str:
        """All that it says in sentences."""
        return "\n".join(label.text() for label in self.findChildren(QLabel) if not label.isHidden())

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()

    def _show_texts(self, row: int) -> None:
        if row >= 0:
            text = self._fix.texts[row]
            self.texts.show_texts(Sides(text.before, text.after))

    # Putting it together

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        fix = self._fix
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        what = QLabel(fix.label, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        make_heading(what)
        column.addWidget(what)
        column.addWidget(QLabel(fix.problem, wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        if fix.everywhere:
            column.addWidget(QLabel(fix.everywhere, wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        column.addSpacing(8)
        self._add_texts(column)
        gone = tr_count("1 study leaves the page:", "{count} studies leave the page:", len(fix.gone))
        _add_list(column, self.gone, gone, fix.gone)
        _add_list(column, self.order, tr("The studies in their new order:"), fix.order)
        column.addSpacing(8)
        column.addWidget(buttons)
        for button in buttons.buttons():
            button.setMinimumHeight(LEAST_HEIGHT)
        self.change.setDefault(True)
        resize_to_fit(self, _SIZE)
        self.change.setFocus()

    def _add_texts(self, column: QVBoxLayout) -> None:
        texts = self._fix.texts
        heading = tr_count("1 text changes:", "{count} texts change:", len(texts))
        if len(texts) == 1:
            heading = texts[0].where
        _add_list(column, self.places, heading, [text.where for text in texts])
        self.places.setVisible(len(texts) > 1)
        self.places.setMaximumHeight(_LIST_HEIGHT)
        self.texts.setVisible(bool(texts))
        column.addWidget(self.texts, 1)


def _add_list(column: QVBoxLayout, shown: QListWidget, heading: str, entries: Sequence[str]) -> None:
    label = QLabel(heading, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setBuddy(shown)
    shown.setAccessibleName(heading)
    shown.addItems(list(entries))
    for widget in (label, shown):
        widget.setVisible(bool(entries))
        column.addWidget(widget)
