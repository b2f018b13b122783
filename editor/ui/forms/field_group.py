"""Fields of a form that belong together, below a heading that opens and closes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from editor.content.fields import Field, Record, field_named
from editor.ui.forms.field_row import FieldRow
from editor.ui.forms.text_box import LEAST_HEIGHT


@dataclass(frozen=True, slots=True)
class Group:
    """Which fields, by name; those in one tuple stand side by side. Without a title the group is always open."""

    title: str
    lines: tuple[tuple[str, ...], ...]


class FieldGroup(QWidget, Generic[Record]):
    """Shows the fields of one group."""

    edited = Signal(object, str)

    def __init__(self, group: Group, fields: tuple[Field, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FieldRow[Record]] = [
            FieldRow(field_named(fields, name)) for line in group.lines for name in line
        ]
        for row in self.rows:
            row.edited.connect(self.edited)
        self._inside = QWidget()
        self._heading = _heading(group.title) if group.title else None
        self._lay_out(group)
        if self._heading is not None:
            self._heading.toggled.connect(self.open)
            self.open(shown=False)

    def show_record(self, record: Record, *, editable: bool) -> None:
        """Show the fields of a record."""
        for row in self.rows:
            row.show_record(record, editable=editable)

    def open(self, shown: bool) -> None:
        """Open or close the group."""
        self._inside.setVisible(shown)
        if self._heading is not None:
            self._heading.setChecked(shown)
            self._heading.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)

    def _lay_out(self, group: Group) -> None:
        rows = {row.field.name: row for row in self.rows}
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(16)
        for names in group.lines:
            line = QHBoxLayout()
            line.setSpacing(16)
            for name in names:
                line.addWidget(rows[name], 1)
            lines.addLayout(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        if self._heading is not None:
            whole.addWidget(self._heading)
        whole.addWidget(self._inside)


def _heading(title: str) -> QToolButton:
    heading = QToolButton()
    heading.setText(title)
    heading.setCheckable(True)
    heading.setAutoRaise(True)
    heading.setMinimumHeight(LEAST_HEIGHT)
    heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return heading
