"""What was found, study by study and field by field, before any of it is added."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.references.search import Proposed
from editor.ui.adding.proposal_delegate import ProposalDelegate
from editor.ui.adding.proposal_model import ProposalModel
from editor.ui.adding.proposal_view import ProposalView
from editor.ui.adding.review_choices import ReviewChoices
from editor.ui.adding.review_words import NameOf, main_words
from editor.ui.adding.source import Source
from editor.ui.forms.quiet_words import QuietButton, QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.fitting import resize_to_fit
from editor.ui.look.headings import make_heading
from editor.words import tr, tr_count

_SIZE = QSize(1080, 660)
_SHARES = [430, 610]
_MOST_UNREAD = 200
"""Parts of a file that are told one by one."""


_ADDED = tr("Nothing is added yet. What is ticked is added at the top of the page; one Undo takes all of it back.")
_ADDED_OR_TAKEN = tr(
    "Nothing is changed yet. What is ticked is added at the top of the page, or taken into the study that is there"
    " already; one Undo takes all of it back."
)
_GUESS = tr("Tick the right one, if it is among them. If not, cancel, and paste the paper's DOI. Nothing is added yet.")
_LONGEST_CITATION = 240
"""Letters of it that are shown again."""


class ReviewBox(QDialog):
    """Tells what was decided in `agreed`; closed in any other way it changes nothing."""

    agreed = Signal(object)
    """The `ReviewChoices`."""
    asking_wanted = Signal()
    """The answers that this PC has kept are not new enough."""

    def __init__(
        self,
        proposed: Proposed,
        source: Source,
        name_of: NameOf,
        parent: QWidget | None = None,
    ) -> None:
        """What is proposed, where it comes from, and the names of pages by place."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.choices = ReviewChoices(proposed.proposals)
        self.model = ProposalModel(self.choices, name_of, self)
        self.list = QListView()
        self.fields = ProposalView(self.choices, name_of)
        self._told = QuietLine()
        self.all = QuietButton(tr("Tick all new"))
        self.none = QuietButton(tr("Untick all"))
        self._buttons = QDialogButtonBox()
        self.add = QPushButton()
        self.again = QuietButton(tr("Ask again"))
        if source.is_guess:
            self.choices.accept_none()
            self.all.hide()
        self._lay_out(source, proposed.unread)
        self.list.selectionModel().currentChanged.connect(self._show)
        self.model.ticked.connect(self._count)
        self.model.ticked.connect(self.fields.show_again)
        self.fields.decided.connect(self._show_decided)
        self.all.clicked.connect(self._tick_all)
        self.none.clicked.connect(self._untick_all)
        self._buttons.accepted.connect(self._agree)
        self._buttons.rejected.connect(self.reject)
        self.again.clicked.connect(self._ask_again)
        self.list.setCurrentIndex(self.model.index(0))
        self._count()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, current: QModelIndex) -> None:
        if current.isValid():
            self.fields.show_proposal(current.row())

    def _show_decided(self, number: int) -> None:
        self.model.show_again(number, number)

    def _tick_all(self) -> None:
        self.choices.accept_usual()
        self._show_all_again()

    def _untick_all(self) -> None:
        self.choices.accept_none()
        self._show_all_again()

    def _show_all_again(self) -> None:
        self.model.show_again(0, len(self.choices.proposals) - 1)

    def _count(self) -> None:
        new, updated = self.choices.counts()
        self.add.setText(main_words(new, updated))
        self.add.setEnabled(bool(new or updated))
        self.add.setToolTip("" if new or updated else tr("Tick what shall be added."))

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit(self.choices)

    def _ask_again(self) -> None:
        self.reject()
        self.asking_wanted.emit()

    # Putting it together

    def _lay_out(self, source: Source, unread: Sequence[str]) -> None:
        title = self._title(is_guess=source.is_guess)
        self.setWindowTitle(title)
        heading = QLabel(" ".join(filter(None, (title, source.words))))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        make_heading(heading)
        self._told.setText(self._what_happens(source))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list_place())
        splitter.addWidget(self.fields)
        splitter.setSizes(_SHARES)
        self._buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self._buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.add, self.cancel):
            button.setMinimumHeight(LEAST_HEIGHT)
        self.add.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(heading)
        told = QHBoxLayout()
        told.setSpacing(8)
        self._told.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        told.addWidget(self._told, 1)
        told.addWidget(self.again)
        self.again.setToolTip(tr("Ask Crossref and PubMed anew, in place of what was kept"))
        self.again.setVisible(source.is_kept)
        column.addLayout(told)
        column.addWidget(splitter, 1)
        if unread:
            self._add_unread(column, unread)
        column.addWidget(self._buttons)
        resize_to_fit(self, _SIZE)

    def _title(self, *, is_guess: bool) -> str:
        count = len(self.choices.proposals)
        if is_guess:
            return tr_count("Is it this paper?", "Which of these {count} papers is it?", count)
        return tr_count("1 study found", "{count} studies found", count)

    def _what_happens(self, source: Source) -> str:
        """What a tick does; where it has to be found out which paper is meant, what was pasted."""
        if source.is_guess:
            cut = textwrap.shorten(source.asked, _LONGEST_CITATION, placeholder="…")
            return tr("You pasted: {citation}", citation=cut) + "\n" + _GUESS
        is_there = any(proposal.here is not None for proposal in self.choices.proposals)
        return _ADDED_OR_TAKEN if is_there else _ADDED

    def _list_place(self) -> QWidget:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ProposalDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Studies that were found"))
        place = QWidget()
        ticks = QHBoxLayout()
        ticks.setSpacing(8)
        for button in (self.all, self.none):
            ticks.addWidget(button)
        ticks.addStretch(1)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addLayout(ticks)
        return place

    def _add_unread(self, column: QVBoxLayout, unread: Sequence[str]) -> None:
        """Say what could not be read, and where it stands."""
        words = QLabel(tr_count("Not read or not found:", "Not read or not found, in {count} places:", len(unread)))
        make_heading(words)
        text = QPlainTextEdit("\n".join(unread[:_MOST_UNREAD]))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(words.text())
        text.setMaximumHeight(3 * LEAST_HEIGHT)
        column.addWidget(words)
        column.addWidget(text)
