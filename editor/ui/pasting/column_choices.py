"""The pasted columns one below the other, each with what it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from editor.content.cell_block import CellBlock
from editor.content.column_matching import Matching
from editor.content.fields import STUDY_FIELDS, field_named
from editor.content.search_text import single_spaced
from editor.ui.forms.choice_box import Choice, ChoiceBox
from editor.ui.forms.quiet_words import CutLine
from editor.words import tr

_CHOICES = (Choice("", tr("Leave out")), *(Choice(field.name, field.label) for field in STUDY_FIELDS))
_MOST_LETTERS = 90
"""Of a cell; what there is no room for is cut by the window."""
_EXAMPLES, _LOOKED_AT = 3, 50
"""Cells that are shown, and rows in which such are looked for."""


class ColumnChoices(QScrollArea):
    """Shows what is in each column, and has a choice of fields for each; a field can be but one column."""

    chosen = Signal()

    def __init__(self, block: CellBlock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block = block
        self._names: list[QLabel] = []
        self._examples: list[CutLine] = []
        self._boxes: list[ChoiceBox] = []
        self._lay_out()

    @property
    def matching(self) -> Matching:
        """The field of each column."""
        names = (box.text() for box in self._boxes)
        return tuple(field_named(STUDY_FIELDS, name) if name else None for name in names)

    def show_matching(self, matching: Matching, *, headings: bool) -> None:
        """Show this choice; `headings` tells whether the first row has the columns' headings."""
        for place, field in enumerate(matching):
            column = [single_spaced(row[place])[:_MOST_LETTERS] for row in self._block.rows[: _LOOKED_AT + headings]]
            cells = list(filter(None, column[1 if headings else 0 :]))[:_EXAMPLES]
            name = (column[0] if headings else "") or tr("Column {number}", number=place + 1)
            examples = " · ".join(cells) or tr("(empty)")
            self._names[place].setText(name)
            self._examples[place].say(examples)
            box = self._boxes[place]
            box.setAccessibleName(tr("What is in “{name}”", name=name))
            box.setAccessibleDescription(examples)
            box.show_text(field.name if field is not None else "")

    def _lay_out(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 3)
        for place in range(self._block.width):
            box = ChoiceBox(_CHOICES)
            box.edited.connect(self._take)
            name = QLabel()
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setWordWrap(True)
            line = (name, CutLine(), box)
            for side, widget in enumerate(line):
                grid.addWidget(widget, place, side)
            self._names.append(line[0])
            self._examples.append(line[1])
            self._boxes.append(box)
        grid.setRowStretch(self._block.width, 1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _take(self, name: str) -> None:
        """Have the field that was chosen leave the column that had it."""
        changed = self.sender()
        for box in self._boxes:
            if name and box is not changed and box.text() == name:
                box.show_text("")
        self.chosen.emit()
