"""The authors of studies before and after tidying, each with a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QSplitter, QVBoxLayout, QWidget

from editor.content.search_text import single_spaced
from editor.references.author_tidying import TidiedAuthors
from editor.ui.comparing.difference_words import Sides
from editor.ui.comparing.ticked_rows import TickedRows
from editor.ui.comparing.two_texts import TwoTexts
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.fitting import resize_to_fit
from editor.words import tr, tr_count

_SIZE = QSize(900, 600)


class TidyingBox(QDialog):
    """Shows what would change; changed is what is ticked. Escape changes nothing. Deleted when it is closed.

    What was read without doubt is ticked at first; the rest stands below it and says that it is to be checked.
    """

    agreed = Signal(list)
    """What is ticked."""

    def __init__(self, tidied: Sequence[TidiedAuthors], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Tidy authors"))
        self._tidied = sorted(tidied, key=_is_unsure)
        self.list = TickedRows(tr("Studies whose authors would change"), (tr("Study"), tr("There now"), tr("Tidied")))
        self.texts = TwoTexts(Sides(tr("There now"), tr("Tidied")))
        buttons = QDialogButtonBox()
        self.change = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._fill()
        self._lay_out(buttons)
        self.list.currentItemChanged.connect(self._show_texts)
        self.list.itemChanged.connect(self._count)
        self.change.clicked.connect(self._agree)
        self.cancel.clicked.connect(self.reject)
        self.list.choose_first()
        self._count()

    def ticked(self) -> list[TidiedAuthors]:
        """What shall be changed."""
        return [self._tidied[number] for number in self.list.ticked()]

    def _agree(self) -> None:
        ticked = self.ticked()
        self.accept()
        self.agreed.emit(ticked)

    def _count(self) -> None:
        count = len(self.ticked())
        self.change.setEnabled(bool(count))
        self.change.setText(tr_count("Change 1 study", "Change {count} studies", count) if count else tr("Change"))
        self.change.setToolTip("" if count else tr("Tick what shall be changed."))

    def _show_texts(self) -> None:
        number = self.list.chosen()
        if number is not None:
            self.texts.show_texts(Sides(self._tidied[number].before, self._tidied[number].after))

    # Putting it together

    def _fill(self) -> None:
        for tidied in self._tidied:
            title = single_spaced(tidied.study.title or "") or tr("no title")
            shown = title if tidied.is_sure else tr("Please check: {title}", title=title)
            texts = shown, tidied.before, tidied.after
            self.list.add_row(texts, ticked=tidied.is_sure, is_unsure=not tidied.is_sure)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        words = QLabel(self._words())
        words.setWordWrap(True)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.texts)
        splitter.setSizes([_SIZE.height() * 2 // 3, _SIZE.height() // 3])
        for button in buttons.buttons():
            button.setMinimumHeight(LEAST_HEIGHT)
        self.change.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(splitter, 1)
        column.addWidget(buttons)
        resize_to_fit(self, _SIZE)

    def _words(self) -> str:
        words = tr("The ticked studies get their authors in one style: “Tang S, Mo Z, et al.” Undo takes it back.")
        unsure = sum(map(_is_unsure, self._tidied))
        if not unsure:
            return words
        check = tr_count(
            "In 1 line it can't be told which names are family names: read it before you tick it.",
            "In {count} lines it can't be told which names are family names: read them before you tick them.",
            unsure,
        )
        return f"{words} {check}"


def _is_unsure(tidied: TidiedAuthors) -> bool:
    return not tidied.is_sure
