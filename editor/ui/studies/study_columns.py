"""The columns of the table of studies, and the menu with which further ones are shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from editor.content.fields import STUDY_FIELDS, Field, Kind, field_named
from editor.words import tr

MAIN_COLUMNS = ("date", "title", "journal")
"""What tells studies apart, by field name; shown at first."""

FURTHER_COLUMNS = ("publisher", "authors", "summary", "study_type", "url", "doi", "pmid", "note")
"""Shown where they are asked for; the card has them all."""

ALWAYS_SHOWN = "title"
"""A study without its title could not be told from others."""

COLUMNS: tuple[Field, ...] = tuple(field_named(STUDY_FIELDS, name) for name in (*MAIN_COLUMNS, *FURTHER_COLUMNS))

LONG_KINDS = frozenset({Kind.MARKDOWN, Kind.TEXT})
"""Texts of several sentences, which a row shows in two lines."""


def known_columns(names: Iterable[str]) -> tuple[str, ...]:
    """These columns and that of titles, as they stand at first; names that no column has are left out."""
    wanted = {ALWAYS_SHOWN, *names}
    return tuple(field.name for field in COLUMNS if field.name in wanted)


class ColumnsMenu(QMenu):
    """Lists the columns that can be shown; tells which are wanted after each choice."""

    wanted = Signal(tuple)
    reset = Signal()
    """All columns are to stand as at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switches = {field.name: self._switch(field) for field in COLUMNS if field.name != ALWAYS_SHOWN}
        self.addSeparator()
        self.addAction(tr("Show columns as at first")).triggered.connect(self.reset)
        self.show_columns(MAIN_COLUMNS)

    def show_columns(self, names: Iterable[str]) -> None:
        """Mark the columns that are shown."""
        shown = set(names)
        for name, switch in self._switches.items():
            switch.setChecked(name in shown)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay open while columns are chosen, as one seldom wants just one other."""
        switch = self.actionAt(event.position().toPoint())
        if switch is not None and switch.isCheckable():
            switch.trigger()
        else:
            super().mouseReleaseEvent(event)

    def _switch(self, field: Field) -> QAction:
        switch = self.addAction(field.label)
        switch.setCheckable(True)
        switch.triggered.connect(self._tell)
        return switch

    def _tell(self) -> None:
        self.wanted.emit(tuple(name for name, switch in self._switches.items() if switch.isChecked()))
