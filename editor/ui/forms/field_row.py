"""One field of a form: its label, a line of help, and the box that holds its text."""

from __future__ import annotations

from typing import Generic

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from editor.content.fields import Field, Kind, Record
from editor.content.placeholders import FIELDS_FILLED
from editor.ui.forms.choice_box import STATUS_CHOICES, STUDY_TYPE_CHOICES, ChoiceBox
from editor.ui.forms.date_hint import DateHint
from editor.ui.forms.placeholder_hint import PlaceholderHint
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import BoxKind, TextBox
from editor.ui.look.headings import make_heading
from editor.words import tr

_KINDS = {Kind.MARKDOWN: BoxKind.MARKDOWN, Kind.TEXT: BoxKind.LINES, Kind.TEXT_LIST: BoxKind.LINES}
_CHOICES = {Kind.STATUS: STATUS_CHOICES, Kind.STUDY_TYPE: STUDY_TYPE_CHOICES}


class FieldRow(QObject, Generic[Record]):
    """Shows one field of a record, and tells each change of its text.

    Its heading and its body are widgets of their own, so that boxes side by side begin at one height.
    """

    edited = Signal(object, str)

    def __init__(self, field: Field, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.body = QWidget()
        self.box = _box(field)
        self.box.setAccessibleName(field.label)
        self.box.setAccessibleDescription(field.help)
        self.box.edited.connect(self._tell)
        self._reason = QuietLine(
            tr("A text in this list has blank lines, so the list can only be changed in its file.")
        )
        self._note = QuietLine()
        self._note.hide()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        if field.name in FIELDS_FILLED and isinstance(self.box, TextBox):
            column.addWidget(PlaceholderHint(self.box))
        self.stops: tuple[QWidget, ...] = (self.box,)
        if field.kind is Kind.DATE and isinstance(self.box, TextBox):
            hint = DateHint(field, self.box)
            self.stops += hint.buttons
            column.addWidget(hint)
        for widget in (self._reason, self._note):
            column.addWidget(widget)
        column.addStretch(1)
        self._column = column

    def put_into(self, grid: QGridLayout, column: int, is_beside: bool, /) -> None:
        """Stand in a grid's column, in its first two rows; beside another field the help is below the label."""
        grid.addWidget(self.heading(is_stacked=is_beside), 0, column)
        grid.addWidget(self.body, 1, column)

    def show_record(self, record: Record, *, editable: bool) -> None:
        """Show the record's text, unless the box holds it already."""
        fits = self.field.fits_a_box(record)
        self._reason.setVisible(not fits)
        self.box.set_read_only(not (editable and fits))
        if not self._agrees(record):
            self.box.show_text(self.field.text_of(record))

    def add_below(self, widget: QWidget) -> None:
        """Have something more below the box."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def show_note(self, text: str) -> None:
        """Say something below the box; "" for nothing."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def to_start(self) -> None:
        """Put the cursor at the beginning of the text."""
        if isinstance(self.box, TextBox):
            self.box.moveCursor(QTextCursor.MoveOperation.Start)

    def select_all(self) -> None:
        """Mark all of the text, with the cursor at its end."""
        if isinstance(self.box, TextBox):
            self.box.selectAll()

    def _agrees(self, record: Record) -> bool:
        """Whether the box's text means the record's value: of a list, "a" and "a" with an empty line below do."""
        return self.field.is_list and self.field.set_text(record, self.box.text()) == record

    def _tell(self, text: str) -> None:
        self.edited.emit(self.field, text)

    def heading(self, *, is_stacked: bool = False) -> QWidget:
        """A new heading for the box: label and help, side by side or one below the other.

        Where a neighbour's help has more lines, the room that is left stays above, and not between help and box.
        """
        label = field_label(self.field.label)
        label.setBuddy(self.box)
        help_line = QuietLine(self.field.help)
        heading = QWidget()
        grid = QGridLayout(heading)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setRowStretch(0, 1)
        grid.addWidget(label, 1, 0)
        grid.addWidget(help_line, *((2, 0) if is_stacked else (1, 1)))
        return heading


def field_label(text: str) -> QLabel:
    """What a field is called, above its box."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    make_heading(label)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


def _box(field: Field) -> TextBox | ChoiceBox:
    if field.kind in _CHOICES:
        return ChoiceBox(_CHOICES[field.kind])
    return TextBox(_KINDS.get(field.kind, BoxKind.LINE))
