"""The columns of the table of studies, and the menu with which further ones are shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.content.fields import STUDY_FIELDS, Field, Kind, field_named

MAIN_COLUMNS = ("date", "title", "journal")
"""What tells studies apart, by field name; always shown."""

FURTHER_COLUMNS = ("publisher", "authors", "summary", "study_type", "url", "doi", "pmid", "note")
"""Shown where they are asked for; the card has them all."""

COLUMNS: tuple[Field, ...] = tuple(field_named(STUDY_FIELDS, name) for name in (*MAIN_COLUMNS, *FURTHER_COLUMNS))

LONG_KINDS = frozenset({Kind.MARKDOWN, Kind.TEXT})
"""Texts of several sentences, which a row shows in two lines."""


def with_main_columns(names: Iterable[str]) -> tuple[str, ...]:
    """These columns and the main ones, in the order in which they stand; names that no column has are left out."""
    wanted = {*MAIN_COLUMNS, *names}
    return tuple(field.name for field in COLUMNS if field.name in wanted)


class ColumnsMenu(QMenu):
    """Lists the columns that can be shown beside the main ones; tells which are wanted after each choice."""

    wanted = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switches = {field.name: self._switch(field) for field in COLUMNS if field.name in FURTHER_COLUMNS}
        self.triggered.connect(self._tell)

    def show_columns(self, names: Iterable[str]) -> None:
        """Mark the columns that are shown."""
        shown = set(names)
        for name, switch in self._switches.items():
            switch.setChecked(name in shown)

    def _switch(self, field: Field) -> QAction:
        switch = self.addAction(field.label)
        switch.setCheckable(True)
        return switch

    def _tell(self) -> None:
        self.wanted.emit(tuple(name for name, switch in self._switches.items() if switch.isChecked()))
