"""The question whose words shall stand where two people have changed the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.content.conflict_choices import Keep, can_keep_both
from editor.content.differences import Difference
from editor.session import Choices, Undecided
from editor.ui.comparing.difference_list import DifferenceList, rows_below
from editor.ui.comparing.difference_words import Sides, difference_name
from editor.ui.comparing.two_texts import TwoTexts
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.announcing import announce
from editor.ui.look.fitting import resize_to_fit
from editor.ui.outside.conflict_words import conflict_sides, what_is_kept
from editor.words import tr

_SIZE = QSize(860, 560)

Decisions = list[tuple[Undecided, Choices]]


class ConflictBox(QDialog):
    """Shows each conflict with both sides beside each other; a button decides it and goes on to the next.

    After the last it closes by itself. Escape and "Decide later" leave the rest undecided.
    """

    decided = Signal(list)
    """What was decided, of each page; it may be nothing."""

    def __init__(self, found: Sequence[Undecided], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Changed here and on another computer"))
        self._found = tuple(found)
        self._chosen: list[dict[Difference, Keep]] = [{} for _ in found]
        self.list = DifferenceList(tr("What both have changed"))
        self.texts = TwoTexts(Sides(tr("Yours, on this computer"), tr("Theirs, in the file")))
        self.mine = _button(tr("Keep mine"))
        self.theirs = _button(tr("Keep theirs"))
        self.both = _button(tr("Keep both"))
        self._meaning = QLabel()
        buttons = QDialogButtonBox()
        self.later = buttons.addButton(tr("Decide later"), QDialogButtonBox.ButtonRole.RejectRole)
        self._fill()
        self._lay_out(buttons)
        self.list.currentItemChanged.connect(self._show)
        self.mine.clicked.connect(self._keep_mine)
        self.theirs.clicked.connect(self._keep_theirs)
        self.both.clicked.connect(self._keep_both)
        self.later.clicked.connect(self.reject)
        self.finished.connect(self._tell)
        self.list.choose_first()
        self._begin()

    def _keep_mine(self) -> None:
        self._keep(Keep.MINE)

    def _keep_theirs(self) -> None:
        self._keep(Keep.THEIRS)

    def _keep_both(self) -> None:
        self._keep(Keep.BOTH)

    def _keep(self, keep: Keep) -> None:
        """Decide what is shown, and go on to what is not decided."""
        page, number = self.list.chosen()
        if number is None:
            return
        self._chosen[page][self._found[page].comparison.differences[number]] = keep
        self.list.currentItem().setText(1, what_is_kept(keep))
        following = next((item for item in self._conflicts() if not item.text(1)), None)
        if following is None:
            self.accept()
        else:
            self.list.setCurrentItem(following)
            announce(following.text(0), self.list)

    def _tell(self) -> None:
        self.decided.emit(list(zip(self._found, self._chosen, strict=True)))

    def _show(self) -> None:
        page, number = self.list.chosen()
        is_one = number is not None
        for button in (self.mine, self.theirs):
            button.setEnabled(is_one)
        if number is None:
            self.both.setEnabled(False)
            self.texts.show_texts(Sides("", ""))
            self._meaning.setText(tr("Choose one of the texts below the page's name."))
            return
        found = self._found[page]
        difference = found.comparison.differences[number]
        words = conflict_sides(found.comparison, difference)
        self.texts.show_texts(words.sides, marked=words.are_both_there)
        self._meaning.setText(words.meaning)
        self.both.setEnabled(can_keep_both(difference))
        self.both.setToolTip("" if self.both.isEnabled() else words.meaning)

    def _conflicts(self) -> Iterator[QTreeWidgetItem]:
        return (item for page in self.list.pages() for item in rows_below(page))

    # Putting it together

    def _fill(self) -> None:
        for one in self._found:
            page = self.list.add_page(one.called)
            for number, difference in enumerate(one.comparison.differences):
                self.list.add_difference(page, number, difference_name(one.comparison, difference))

    def _begin(self) -> None:
        """Have the keyboard where a key that was meant for the page decides nothing."""
        self.later.setDefault(True)
        self.texts.mine.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        words = QLabel(
            tr(
                "The same words were changed here and on another computer. Nothing was lost: choose which shall stand."
                " Both versions are kept on this computer, and until you save, Undo takes the choice back."
            )
        )
        for label in (words, self._meaning):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        for button in (self.mine, self.theirs, self.both):
            choices.addWidget(button)
        choices.addStretch()
        choices.addWidget(buttons)
        self.later.setMinimumHeight(LEAST_HEIGHT)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.texts)
        splitter.setSizes([_SIZE.height() // 5, _SIZE.height() // 2])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(splitter, 1)
        column.addWidget(self._meaning)
        column.addLayout(choices)
        resize_to_fit(self, _SIZE)


def _button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setMinimumHeight(LEAST_HEIGHT)
    button.setAutoDefault(False)
    return button
