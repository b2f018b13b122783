"""Rows of a form that belong together, below a heading that opens and closes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.headings import make_heading
from editor.words import tr


class Row(Protocol):
    """What stands in a group: a field, say."""

    def put_into(self, grid: QGridLayout, column: int, is_beside: bool, /) -> None:
        """Stand in a grid's column, in its first two rows; `is_beside`: and beside another row."""


@dataclass(frozen=True, slots=True)
class Group:
    """Which rows, by name; those in one tuple stand side by side. Without a title the group is always open."""

    title: str
    lines: tuple[tuple[str, ...], ...]
    is_open: bool = True
    """Whether it is open at first."""


class FieldGroup(QWidget):
    """Shows the rows of one group, and stays open or closed while other records are shown."""

    switched = Signal()
    """It was opened or closed."""

    def __init__(self, group: Group, rows: Mapping[str, Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        self._group = group
        self.heading = _heading(group.title) if group.title else None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        if self.heading is not None:
            whole.addWidget(self.heading)
        whole.addWidget(self._inside)
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(16)
        for names in group.lines:
            lines.addLayout(_line([rows[name] for name in names]))
        if self.heading is not None:
            self.heading.clicked.connect(self.switch)
            self.open(is_open=group.is_open)

    @property
    def name(self) -> str:
        """The name of the first row, which tells the group from others."""
        return self._group.lines[0][0]

    @property
    def is_as_at_first(self) -> bool:
        """Whether it is open, or closed, as it is at first; one without a heading always is."""
        return self.heading is None or self._inside.isHidden() != self._group.is_open

    def open(self, *, is_open: bool = True) -> None:
        """Open or close the group."""
        self._inside.setVisible(is_open)
        if self.heading is not None:
            self.heading.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
            self.heading.setAccessibleDescription(tr("Open") if is_open else tr("Closed"))
        self.switched.emit()

    def switch(self) -> None:
        """Open it where it is closed, or close it, if it has a heading."""
        if self.heading is not None:
            self.open(is_open=self._inside.isHidden())


def _line(rows: list[Row]) -> QGridLayout:
    """Rows side by side: their headings in one row of the grid, so that what stands below begins at one height."""
    line = QGridLayout()
    line.setHorizontalSpacing(16)
    line.setVerticalSpacing(4)
    for column, row in enumerate(rows):
        row.put_into(line, column, len(rows) > 1)
        line.setColumnStretch(column, 1)
    return line


def _heading(title: str) -> QToolButton:
    heading = QToolButton()
    heading.setText(title)
    heading.setAutoRaise(True)
    heading.setMinimumHeight(LEAST_HEIGHT)
    heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    make_heading(heading, 1.25)
    return heading
