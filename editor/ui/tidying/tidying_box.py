"""The authors of studies before and after tidying, each with a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.content.search_text import single_spaced
from editor.references.author_tidying import TidiedAuthors
from editor.ui.comparing.difference_list import rows_below
from editor.ui.comparing.difference_words import Sides
from editor.ui.comparing.two_texts import TwoTexts
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.fitting import resize_to_fit
from editor.words import tr, tr_count

_SIZE = QSize(900, 600)
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
TITLE, BEFORE, AFTER = range(3)


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
        self.list = QTreeWidget()
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
        self.list.setCurrentItem(next(rows_below(self.list.invisibleRootItem())))
        self._count()

    def ticked(self) -> list[TidiedAuthors]:
        """What shall be changed."""
        rows = zip(rows_below(self.list.invisibleRootItem()), self._tidied, strict=True)
        return [tidied for row, tidied in rows if row.checkState(TITLE) == Qt.CheckState.Checked]

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
        tidied = self._tidied[self.list.indexOfTopLevelItem(self.list.currentItem())]
        self.texts.show_texts(Sides(tidied.before, tidied.after))

    # Putting it together

    def _fill(self) -> None:
        for tidied in self._tidied:
            title = single_spaced(tidied.study.title or "") or tr("no title")
            shown = title if tidied.is_sure else tr("Please check: {title}", title=title)
            item = QTreeWidgetItem(self.list, [shown, single_spaced(tidied.before), tidied.after])
            item.setFlags(_FLAGS)
            item.setCheckState(TITLE, Qt.CheckState.Checked if tidied.is_sure else Qt.CheckState.Unchecked)
            item.setSizeHint(TITLE, QSize(0, LEAST_HEIGHT))
            for column in (TITLE, BEFORE, AFTER):
                item.setToolTip(column, item.text(column))
            if not tidied.is_sure:
                font = self.list.font()
                font.setItalic(True)
                item.setFont(TITLE, font)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        self.list.setAccessibleName(tr("Studies whose authors would change"))
        self.list.setHeaderLabels([tr("Study"), tr("There now"), tr("Tidied")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
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
