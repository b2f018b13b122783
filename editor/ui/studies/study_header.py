"""The headings of the table of studies: which columns are shown, and how wide they are."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.studies.study_columns import COLUMNS, LONG_KINDS, MAIN_COLUMNS, ColumnsMenu, with_main_columns

TITLE = next(column for column, field in enumerate(COLUMNS) if field.name == "title")
_LEAST_TITLE = 32
_WIDTHS = {
    "date": 16,
    "journal": 28,
    "publisher": 28,
    "authors": 28,
    "summary": 60,
    "study_type": 24,
    "url": 32,
    "doi": 28,
    "note": 40,
}
"""Characters; a column has the width of its heading at least. Titles have the room that is left."""


class StudyHeader(QHeaderView):
    """Shows the headings of the chosen columns; its menu chooses others."""

    columns_changed = Signal()

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setModel(model)
        self.menu = ColumnsMenu(self)
        self._shown: tuple[str, ...] = MAIN_COLUMNS
        self.setHighlightSections(False)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        character = self.fontMetrics().averageCharWidth()
        for column, field in enumerate(COLUMNS):
            self.resizeSection(column, max(_WIDTHS.get(field.name, 0) * character, self.sectionSizeHint(column)))
            self.setSectionHidden(column, field.name not in self._shown)
        self.sectionResized.connect(self._fit_title)
        self.menu.wanted.connect(self.show_columns)

    @property
    def shown_columns(self) -> tuple[str, ...]:
        """The shown columns by the names of their fields, in their order."""
        return self._shown

    @property
    def has_long_texts(self) -> bool:
        """Whether a column of several sentences is shown."""
        return any(field.kind in LONG_KINDS and field.name in self._shown for field in COLUMNS)

    def show_columns(self, names: Iterable[str]) -> None:
        """Show these columns beside the main ones; names that no column has are left out."""
        names = with_main_columns(names)
        self.menu.show_columns(names)
        if names == self._shown:
            return
        self._shown = names
        for column, field in enumerate(COLUMNS):
            self.setSectionHidden(column, field.name not in names)
        self._fit_title()
        self.columns_changed.emit()

    def _fit_title(self) -> None:
        others = sum(self.sectionSize(column) for column in range(len(COLUMNS)) if column != TITLE)
        least = _LEAST_TITLE * self.fontMetrics().averageCharWidth()
        width = max(self.viewport().width() - others, least)
        if width != self.sectionSize(TITLE):
            self.resizeSection(TITLE, width)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu.popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit_title()
        return super().viewportEvent(event)
