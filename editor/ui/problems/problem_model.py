"""Problems as rows: of one page, or of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.checks.answers import Answer
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.session import Place
from editor.session.checking.page_problem import PageProblem
from editor.ui.problems.problem_place import where_words
from editor.ui.problems.severity_look import SEVERITY_WORDS
from editor.words import tr

ROW = Qt.ItemDataRole.UserRole
WHERE = Qt.ItemDataRole.UserRole + 1

_TOP = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A problem, what it was found in, and what staff have answered to it, if they have."""

    place: Place
    record: ConditionPage | Site
    problem: PageProblem
    answer: Answer | None = None

    def is_same(self, other: Row) -> bool:
        """Whether it is the same problem, though its words may stand a little elsewhere by now."""
        mine, its = self.problem, other.problem
        if (self.answer is None) != (other.answer is None):
            return False
        if (self.place, mine.rule, mine.words, mine.in_file) != (other.place, its.rule, its.words, its.in_file):
            return False
        return (mine.spot.study, mine.spot.field, mine.spot.item) == (its.spot.study, its.spot.field, its.spot.item)


class ProblemModel(QAbstractListModel):
    """Shows rows in the order given; `name_of` is what staff call a page."""

    def __init__(self, name_of: Callable[[Place], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._rows: tuple[Row, ...] = ()
        self._is_of_all = False

    def show_rows(self, rows: Sequence[Row], *, of_all: bool) -> None:
        """Show these; with `of_all` each says on which page it is."""
        self.beginResetModel()
        self._rows, self._is_of_all = tuple(rows), of_all
        self.endResetModel()

    def row(self, index: _Index) -> Row:
        """What stands at a place of the list."""
        return self._rows[index.row()]

    def place_of(self, wanted: Row) -> QModelIndex:
        """Where a problem stands now; invalid where it does not."""
        return self.index(self._rows.index(wanted)) if wanted in self._rows else QModelIndex()

    def where(self, row: Row) -> str:
        """The page, where problems of several are shown, and the place on it."""
        words = where_words(row.problem, row.record)
        if not self._is_of_all:
            return words or tr("The page as a whole")
        name = self._name_of(row.place)
        return tr("{page} · {where}", page=name, where=words) if words else name

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.problem.message
            case Qt.ItemDataRole.AccessibleTextRole:
                severity = SEVERITY_WORDS[row.problem.severity]
                return tr(
                    "{severity}: {problem} {where}",
                    severity=severity,
                    problem=row.problem.message,
                    where=self.where(row),
                )
            case _ if role == ROW:
                return row
            case _ if role == WHERE:
                return self.where(row)
        return None
