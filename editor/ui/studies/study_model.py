"""A page's studies as the rows of a table."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon

from editor.content.fields import Field, Kind
from editor.content.study import Study, StudyKey
from editor.ui.forms.date_words import doubt
from editor.ui.forms.field_words import plain_field_words
from editor.ui.look.colours import alarm_colour
from editor.ui.look.icons import icon
from editor.ui.studies.study_columns import COLUMNS
from editor.words import tr

Index = QModelIndex | QPersistentModelIndex

RESTORED = Qt.ItemDataRole.UserRole
"""Sets a text that stood there before one typed."""

_TOP = QModelIndex()
_TITLE = [field.name for field in COLUMNS].index("title")
_MOST_SHOWN = 1000
_MOST_IN_TIP = 2000
"""Characters: a cell shows two lines, and a summary may be a book."""
_MOST_RUNS = 16
"""Places of the table where rows come or go one run after the other."""


class Mark(NamedTuple):
    """What nobody may miss of a study: a word or two, and whether they are in the colour of an alarm."""

    words: str
    is_grave: bool


class ProblemMark(NamedTuple):
    """What the checks have found in a study: the sign of the worst, and all of it in words."""

    sign: str
    words: str


class StudyModel(QAbstractTableModel):
    """Shows a tuple of studies; what is typed into a cell is told, and comes back with the next tuple.

    Rows are kept by study key: what points at a study's row goes with it wherever it goes.
    """

    edited = Signal(str, object, str)
    restored = Signal(str, object, str)
    """The same, of what a cell said before one typed in it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studies: tuple[Study, ...] = ()
        self._rows: dict[StudyKey, int] = {}
        self._editable = False
        self._on_website: tuple[Study, ...] = ()
        self._places: dict[StudyKey, int] = {}
        self._marks: Mapping[StudyKey, Mark] = {}
        self._problems: Mapping[StudyKey, ProblemMark] = {}

    def show_studies(
        self, studies: tuple[Study, ...], *, editable: bool, on_website: tuple[Study, ...] | None = None
    ) -> None:
        """Show these studies; only what differs is told to the table.

        `on_website` are all of the page in the website's order, in which the rows are numbered, where that is another.
        """
        self._editable = editable
        self._number(studies if on_website is None else on_website)
        if studies is self._studies:
            return
        if not self.has_rows_of(studies):
            self._arrange(studies)
        before, self._studies = self._studies, studies
        for row, (old, new) in enumerate(zip(before, studies, strict=True)):
            if old is not new:
                self._tell_changed(row, old, new)

    def show_marks(self, marks: Mapping[StudyKey, Mark]) -> None:
        """Mark these studies, each with a word or two before its title, and no others."""
        before, self._marks = self._marks, marks
        for row in self._rows_of_others(before, marks):
            index = self.index(row, _TITLE)
            self.dataChanged.emit(index, index)

    def show_problems(self, problems: Mapping[StudyKey, ProblemMark]) -> None:
        """Have a sign beside the numbers of these studies, and no others."""
        before, self._problems = self._problems, problems
        if rows := self._rows_of_others(before, problems):
            self.headerDataChanged.emit(Qt.Orientation.Vertical, min(rows), max(rows))

    def _rows_of_others(self, before: Mapping[StudyKey, object], now: Mapping[StudyKey, object]) -> list[int]:
        """The rows of the studies of which something else is said now."""
        changed = (key for key in {*before, *now} if before.get(key) != now.get(key))
        return [self._rows[key] for key in changed if key in self._rows]

    def has_rows_of(self, studies: Sequence[Study]) -> bool:
        """Whether these studies stand in the rows already, perhaps with other texts."""
        return list(self._rows) == [study.key for study in studies]

    def study(self, row: int) -> Study:
        """The study in a row."""
        return self._studies[row]

    def row_of(self, key: StudyKey) -> int | None:
        """The row of a study, None if it is not shown."""
        return self._rows.get(key)

    def _arrange(self, studies: tuple[Study, ...]) -> None:
        """Let rows go, move and come; texts stay as they are."""
        wanted = {study.key for study in studies}
        if wanted == self._rows.keys():
            self._reorder(studies)
            return
        if wanted.isdisjoint(self._rows) or self._is_much(wanted, studies):
            self.beginResetModel()
            self._keep(studies)
            self.endResetModel()
            return
        for first, last in reversed(list(_runs(self._studies, wanted))):
            self.beginRemoveRows(_TOP, first, last)
            self._keep((*self._studies[:first], *self._studies[last + 1 :]))
            self.endRemoveRows()
        known = [self._studies[row] for study in studies if (row := self._rows.get(study.key)) is not None]
        self._reorder(known)
        for first, last in _runs(studies, set(self._rows)):
            self.beginInsertRows(_TOP, first, last)
            self._keep((*self._studies[:first], *studies[first : last + 1], *self._studies[first:]))
            self.endInsertRows()

    def _is_much(self, wanted: set[StudyKey], studies: Sequence[Study]) -> bool:
        """Whether rows go or come in so many places that the table is quicker built anew."""
        going, coming = _runs(self._studies, wanted), _runs(studies, self._rows)
        return sum(1 for _ in itertools.islice(itertools.chain(going, coming), _MOST_RUNS)) == _MOST_RUNS

    def _number(self, on_website: tuple[Study, ...]) -> None:
        if on_website is self._on_website:
            return
        before, self._on_website = self._places, on_website
        self._places = {study.key: place for place, study in enumerate(on_website, start=1)}
        if self._studies and self._places != before:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._studies) - 1)

    def _reorder(self, studies: Sequence[Study]) -> None:
        if self.has_rows_of(studies):
            return
        self.layoutAboutToBeChanged.emit()
        places = self.persistentIndexList()
        keys = [self._studies[place.row()].key for place in places]
        self._keep(studies)
        moved = [self.index(self._rows[key], place.column()) for key, place in zip(keys, places, strict=True)]
        self.changePersistentIndexList(places, moved)
        self.layoutChanged.emit()

    def _keep(self, studies: Iterable[Study]) -> None:
        self._studies = tuple(studies)
        self._rows = {study.key: row for row, study in enumerate(self._studies)}

    def _tell_changed(self, row: int, old: Study, new: Study) -> None:
        """Cell by cell: told of more than one at once, the table would paint all it shows."""
        for column, field in enumerate(COLUMNS):
            if field.of(old) != field.of(new):
                index = self.index(row, column)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._studies)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QFont | QIcon | QColor | None:
        if not index.isValid():
            return None
        field, study = COLUMNS[index.column()], self._studies[index.row()]
        text = field.text_of(study)
        if index.column() == _TITLE:
            problem, mark = self._problems.get(study.key), self._marks.get(study.key)
            if problem is not None and (said := _problem_said(problem, field, text, role)) is not None:
                return said
            if mark is not None:
                return _marked(mark, field, text, role)
        if role == Qt.ItemDataRole.FontRole:
            return _standing_out() if field.required and not text.strip() else None
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("flag") if _doubt(field, text) else None
        return _said(field, text, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role not in (Qt.ItemDataRole.EditRole, RESTORED) or not index.isValid() or not self._editable:
            return False
        field, study = COLUMNS[index.column()], self._studies[index.row()]
        if value != field.text_of(study):
            (self.restored if role == RESTORED else self.edited).emit(study.key, field, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._editable else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | QIcon | None:
        if orientation == Qt.Orientation.Vertical:
            return self._said_beside(section, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].label
        if role == Qt.ItemDataRole.ToolTipRole:
            return COLUMNS[section].help
        return None

    def _said_beside(self, row: int, role: int) -> str | QIcon | None:
        """The number of a study, and the sign of what was found in it."""
        key = self._studies[row].key
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self._places.get(key, row + 1))
        problem = self._problems.get(key)
        if role == Qt.ItemDataRole.DecorationRole and problem is not None:
            return icon(problem.sign)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole) and problem is not None:
            return problem.words
        return None


def _standing_out() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    font.setItalic(True)
    return font


def _problem_said(problem: ProblemMark, field: Field, text: str, role: int) -> str | None:
    """What a title says of the problems in its study; None where that is as without any."""
    match role:
        case Qt.ItemDataRole.AccessibleDescriptionRole:
            return problem.words
        case Qt.ItemDataRole.ToolTipRole:
            return "\n".join((plain_field_words(field, text[:_MOST_IN_TIP]), problem.words))
    return None


def _marked(mark: Mark, field: Field, text: str, role: int) -> str | QFont | QIcon | QColor | None:
    """A title with a mark that nobody can miss; as it is written while it is edited."""
    match role:
        case Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        case Qt.ItemDataRole.ForegroundRole:
            return alarm_colour(QGuiApplication.palette()) if mark.is_grave else None
        case Qt.ItemDataRole.DecorationRole:
            return icon("notice")
    said = _said(field, text, role)
    if said is None or role == Qt.ItemDataRole.EditRole:
        return said
    return tr("{mark}: {title}", mark=mark.words, title=said)


def _said(field: Field, text: str, role: int) -> str | None:
    """What a cell says: as written while it is edited, as it is seen, with its field for a screen reader."""
    match role:
        case Qt.ItemDataRole.EditRole:
            return text
        case Qt.ItemDataRole.DisplayRole:
            return _shown(field, text)
        case Qt.ItemDataRole.AccessibleTextRole:
            return tr("{field}: {text}", field=field.label, text=_shown(field, text))
        case Qt.ItemDataRole.AccessibleDescriptionRole:
            return _doubt(field, text) or None
        case Qt.ItemDataRole.ToolTipRole:
            return _doubt(field, text) or plain_field_words(field, text[:_MOST_IN_TIP])
    return None


def _doubt(field: Field, text: str) -> str:
    """What is to be said of a date that is not understood; "" for other texts."""
    return doubt(field, text) if field.kind is Kind.DATE else ""


def _shown(field: Field, text: str) -> str:
    """A text as its cell shows it: its words alone on one line, and blank where there is none to be missed."""
    text = text[:_MOST_SHOWN]
    if not text.strip():
        return tr("No title yet") if field.required else ""
    return " ".join(plain_field_words(field, text).split())


def _runs(studies: Sequence[Study], known: Collection[StudyKey]) -> Iterator[tuple[int, int]]:
    """The first and last place of each run of studies that are not among the known ones."""
    for is_known, run in itertools.groupby(range(len(studies)), lambda place: studies[place].key in known):
        places = list(run)
        if not is_known:
            yield places[0], places[-1]
