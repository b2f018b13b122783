"""The headings of the table of studies: which columns are shown, where they stand, how wide they are, and sorting."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from editor.content.study_view import StudyView
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.studies.study_columns import COLUMNS, LONG_KINDS, MAIN_COLUMNS, ColumnsMenu, known_columns

TITLE = next(column for column, field in enumerate(COLUMNS) if field.name == "title")
_NAMES = tuple(field.name for field in COLUMNS)
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
_MOST_FITTED = 80
"""Characters of a column that is fitted to what it says."""
_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder

Widths = tuple[tuple[str, int], ...]
"""Of columns by the names of their fields, in pixels."""


class StudyHeader(QHeaderView):
    """Shows the headings of the chosen columns, which can be dragged elsewhere and wider; its menu chooses others."""

    columns_changed = Signal()
    """Other columns are shown."""
    arranged = Signal()
    """Columns have been moved or sized."""
    sort_wanted = Signal(str)
    """A heading was clicked: the name of its field."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setModel(model)
        self.menu = ColumnsMenu(self)
        self._shown: tuple[str, ...] = MAIN_COLUMNS
        self._widths: dict[str, int] = {}
        self._is_dragged = False
        self._is_fitting = False
        self.setHighlightSections(False)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self._stand_as_at_first()
        self.sectionResized.connect(self._take_width)
        self.sectionMoved.connect(self._tell_arranged)
        self.sectionClicked.connect(self._want_sorted)
        self.menu.wanted.connect(self.show_columns)
        self.menu.reset.connect(self.reset_columns)

    # Which columns, and where

    @property
    def shown_columns(self) -> tuple[str, ...]:
        """The shown columns by the names of their fields, in the order in which they stand at first."""
        return self._shown

    @property
    def has_long_texts(self) -> bool:
        """Whether a column of several sentences is shown."""
        return any(field.kind in LONG_KINDS and field.name in self._shown for field in COLUMNS)

    def show_columns(self, names: Iterable[str]) -> None:
        """Show these columns and that of titles; names that no column has are left out."""
        names = known_columns(names)
        self.menu.show_columns(names)
        if names == self._shown:
            return
        self._shown = names
        for column, name in enumerate(_NAMES):
            self.setSectionHidden(column, name not in names)
        self.fit_title()
        self.columns_changed.emit()

    def visual_columns(self) -> tuple[int, ...]:
        """The shown columns from left to right, by their place in `COLUMNS`."""
        order = (self.logicalIndex(place) for place in range(self.count()))
        return tuple(column for column in order if not self.isSectionHidden(column))

    @property
    def column_order(self) -> tuple[str, ...]:
        """All columns from left to right, by the names of their fields; empty where nobody has moved one."""
        order = tuple(_NAMES[self.logicalIndex(place)] for place in range(self.count()))
        return () if order == _NAMES else order

    @column_order.setter
    def column_order(self, names: Iterable[str]) -> None:
        known = [name for name in dict.fromkeys(names) if name in _NAMES]
        for place, name in enumerate((*known, *(name for name in _NAMES if name not in known))):
            self.moveSection(self.visualIndex(_NAMES.index(name)), place)

    @property
    def column_widths(self) -> Widths:
        """The widths that somebody has given to columns."""
        return tuple(self._widths.items())

    @column_widths.setter
    def column_widths(self, widths: Widths) -> None:
        self._widths = {name: width for name, width in widths if name in _NAMES and width >= self.minimumSectionSize()}
        for name, width in self._widths.items():
            self._resize(_NAMES.index(name), width)
        self.fit_title()

    def reset_columns(self) -> None:
        """Have the columns stand as at first."""
        self._widths = {}
        self.column_order = ()
        self._stand_as_at_first()
        self.show_columns(MAIN_COLUMNS)
        self.fit_title()
        self.arranged.emit()

    def _stand_as_at_first(self) -> None:
        character = self.fontMetrics().averageCharWidth()
        for column, name in enumerate(_NAMES):
            self._resize(column, max(_WIDTHS.get(name, 0) * character, self.sectionSizeHint(column)))
            self.setSectionHidden(column, name not in self._shown)

    # How wide

    def fit(self, column: int, wanted: int) -> None:
        """Give a column the width that it wants for what it says, up to that of a long line."""
        most = _MOST_FITTED * self.fontMetrics().averageCharWidth()
        self._resize(column, max(min(wanted, most), self.sectionSizeHint(column)))
        self._widths[_NAMES[column]] = self.sectionSize(column)
        self.fit_title()
        self.arranged.emit()

    def _take_width(self, column: int, _before: int, width: int) -> None:
        """Keep a width that is dragged, and give titles what is left."""
        if self._is_fitting:
            return
        if self._is_dragged and width:
            self._widths[_NAMES[column]] = width
            self.arranged.emit()
        self.fit_title()

    def fit_title(self) -> None:
        """Give titles the room that other columns leave, unless somebody has given them a width."""
        if _NAMES[TITLE] in self._widths:
            return
        others = sum(self.sectionSize(column) for column in range(len(COLUMNS)) if column != TITLE)
        least = _LEAST_TITLE * self.fontMetrics().averageCharWidth()
        width = max(self.viewport().width() - others, least)
        if width != self.sectionSize(TITLE):
            self._resize(TITLE, width)

    def _resize(self, column: int, width: int) -> None:
        self._is_fitting = True
        self.resizeSection(column, width)
        self._is_fitting = False

    def _tell_arranged(self) -> None:
        self.arranged.emit()

    # Sorting

    def show_sorted(self, view: StudyView) -> None:
        """Have an arrow at the heading by which the studies are sorted."""
        column = _NAMES.index(view.sort) if view.is_sorted else -1
        self.setSortIndicatorShown(view.is_sorted)
        self.setSortIndicator(column, _DOWN if view.descending else _UP)

    def _want_sorted(self, column: int) -> None:
        self.sort_wanted.emit(_NAMES[column])

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_dragged = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._is_dragged = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu.popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit_title()
        return super().viewportEvent(event)
