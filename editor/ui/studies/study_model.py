"""A page's studies as the rows of a table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from editor.content.dates import printed_date
from editor.content.fields import STUDY_FIELDS, Field, field_named
from editor.content.study import Study, StudyKey

Index = QModelIndex | QPersistentModelIndex

COLUMNS: tuple[Field, ...] = tuple(field_named(STUDY_FIELDS, name) for name in ("date", "title", "journal"))
"""What tells studies apart; the card below the table has the rest."""

_TOP = QModelIndex()


class StudyModel(QAbstractTableModel):
    """Shows a tuple of studies; what is typed into a cell is told, and comes back with the next tuple.

    Rows are kept by study key: a selected study stays selected wherever it goes.
    """

    edited = Signal(str, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studies: list[Study] = []
        self._shown: tuple[Study, ...] = ()
        self._editable = False

    def show_studies(self, studies: tuple[Study, ...], *, editable: bool) -> None:
        """Show these studies, with as few changes of rows as it takes."""
        self._editable = editable
        if studies is self._shown:
            return
        self._shown = studies
        wanted = {study.key for study in studies}
        for row in reversed(range(len(self._studies))):
            if self._studies[row].key not in wanted:
                self._remove(row)
        for row, study in enumerate(studies):
            self._place(study, row)
            self._update(study, row)

    def study(self, row: int) -> Study:
        """The study in a row."""
        return self._studies[row]

    def row_of(self, key: StudyKey) -> int | None:
        """The row of a study, None if it is not shown."""
        return next((row for row, study in enumerate(self._studies) if study.key == key), None)

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(_TOP, row, row)
        del self._studies[row]
        self.endRemoveRows()

    def _place(self, study: Study, row: int) -> None:
        """See to it that the study is in the row; all rows above are right already."""
        if row < len(self._studies) and self._studies[row].key == study.key:
            return
        found = self.row_of(study.key)
        if found is None:
            self.beginInsertRows(_TOP, row, row)
            self._studies.insert(row, study)
            self.endInsertRows()
        else:
            self.beginMoveRows(_TOP, found, found, _TOP, row)
            self._studies.insert(row, self._studies.pop(found))
            self.endMoveRows()

    def _update(self, study: Study, row: int) -> None:
        if self._studies[row] is not study:
            self._studies[row] = study
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._studies)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        field, study = COLUMNS[index.column()], self._studies[index.row()]
        text = field.text_of(study)
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return printed_date(text) if field.name == "date" else text.strip()
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self._editable:
            return False
        field, study = COLUMNS[index.column()], self._studies[index.row()]
        if value != field.text_of(study):
            self.edited.emit(study.key, field, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._editable else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return COLUMNS[section].label
