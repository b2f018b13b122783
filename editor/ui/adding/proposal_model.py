"""The proposed studies as a list shows them; a file may have ten thousand."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from editor.ui.adding.review_choices import ReviewChoices
from editor.ui.adding.review_words import NameOf, detail_words, notice_words, paper_words, standing_words, title_of
from editor.words import tr

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Role(IntEnum):
    """What is drawn beside the title."""

    DETAIL = Qt.ItemDataRole.UserRole
    NOTICE = Qt.ItemDataRole.UserRole + 1


class ProposalModel(QAbstractListModel):
    """Has a tick for each proposal that there is anything to take of."""

    ticked = Signal()
    """Something is accepted that was not, or no more."""

    def __init__(self, choices: ReviewChoices, name_of: NameOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._name_of = name_of

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._choices.proposals)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._check_state(index.row())
        return self._words(index.row(), role)

    def _check_state(self, number: int) -> Qt.CheckState | None:
        if not self._choices.can_accept(number):
            return None
        return Qt.CheckState.Checked if self._choices.is_accepted(number) else Qt.CheckState.Unchecked

    def _words(self, number: int, role: int) -> str | None:
        proposal = self._choices.proposals[number]
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(proposal.found.study)
        if role == Role.DETAIL:
            return detail_words(proposal, self._name_of)
        if role == Role.NOTICE:
            return notice_words(proposal)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = notice_words(proposal), standing_words(proposal, self._name_of), paper_words(proposal)
            return tr(", ").join(filter(None, (title_of(proposal.found.study), *said)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return title_of(proposal.found.study)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._choices.can_accept(index.row()):
            return _READABLE
        return _READABLE | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._choices.accept(index.row(), accepted=Qt.CheckState(value) == Qt.CheckState.Checked)
        self.show_again(index.row(), index.row())
        return True

    def show_again(self, first: int, last: int) -> None:
        """Show what was decided about these proposals."""
        self.dataChanged.emit(self.index(first), self.index(last))
        self.ticked.emit()
