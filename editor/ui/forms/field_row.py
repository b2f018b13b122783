"""One field of a form: its label, a line of help, and the box that holds its text."""

from __future__ import annotations

from typing import Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from editor.content.fields import Field, Kind, Record
from editor.ui.forms.choice_box import STATUS_CHOICES, STUDY_TYPE_CHOICES, ChoiceBox
from editor.ui.forms.text_box import BoxKind, TextBox
from editor.words import tr

_KINDS = {Kind.MARKDOWN: BoxKind.MARKDOWN, Kind.TEXT: BoxKind.LINES, Kind.TEXT_LIST: BoxKind.LINES}
_CHOICES = {Kind.STATUS: STATUS_CHOICES, Kind.STUDY_TYPE: STUDY_TYPE_CHOICES}


class FieldRow(QWidget, Generic[Record]):
    """Shows one field of a record, and tells each change of its text."""

    edited = Signal(object, str)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.box = _box(field)
        self.box.setAccessibleName(field.label)
        self.box.setAccessibleDescription(field.help)
        self.box.edited.connect(self._tell)
        self._reason = QLabel(tr("A text in this list has blank lines, so the list can only be changed in its file."))
        self._reason.setWordWrap(True)
        self._reason.hide()
        self._lay_out()

    def show_record(self, record: Record, *, editable: bool) -> None:
        """Show the record's text, unless the box holds it already."""
        fits = self.field.fits_a_box(record)
        self._reason.setVisible(not fits)
        self.box.set_read_only(not (editable and fits))
        if not self._agrees(record):
            self.box.show_text(self.field.text_of(record))

    def to_start(self) -> None:
        """Put the cursor at the beginning of the text."""
        if isinstance(self.box, TextBox):
            self.box.moveCursor(QTextCursor.MoveOperation.Start)

    def _agrees(self, record: Record) -> bool:
        """Whether the box's text means the record's value: of a list, "a" and "a" with an empty line below do."""
        return self.field.is_list and self.field.set_text(record, self.box.text()) == record

    def _tell(self, text: str) -> None:
        self.edited.emit(self.field, text)

    def _lay_out(self) -> None:
        label = QLabel(self.field.label)
        label.setFont(_bold(label.font()))
        label.setBuddy(self.box)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        help_line = QLabel(self.field.help)
        help_line.setWordWrap(True)
        help_line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        help_line.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(label, 0, 0)
        grid.addWidget(help_line, 0, 1)
        grid.addWidget(self.box, 1, 0, 1, 2)
        grid.addWidget(self._reason, 2, 0, 1, 2)
        grid.setRowStretch(3, 1)


def _box(field: Field) -> TextBox | ChoiceBox:
    if field.kind in _CHOICES:
        return ChoiceBox(_CHOICES[field.kind])
    return TextBox(_KINDS.get(field.kind, BoxKind.LINE))


def _bold(font: QFont) -> QFont:
    font = QFont(font)
    font.setWeight(QFont.Weight.DemiBold)
    return font
