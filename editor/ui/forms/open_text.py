"""A shared text, or a page's own in its place, while it can be changed: the box, what it means, and the way back."""

from __future__ import annotations

from typing import Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from editor.content.fields import Field, Record
from editor.ui.forms.choice_box import ChoiceBox
from editor.ui.forms.field_row import FieldRow
from editor.ui.forms.notice import Notice
from editor.ui.forms.text_box import TextBox
from editor.words import tr

_BESIDE = 60
"""Letters of help that have room beside a label."""


class OpenText(QWidget, Generic[Record]):
    """Shows one field, below it a notice that says whose words these are, and a button that ends it."""

    edited = Signal(object, str)
    closed = Signal()

    def __init__(self, field: Field, way_back: str, called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: FieldRow[Record] = FieldRow(field, self)
        self._row.edited.connect(self.edited)
        self._notice = Notice()
        self._way_back = self._notice.offer(way_back)
        self._way_back.setAccessibleName(tr("{field}: {action}", field=called, action=way_back))
        self._way_back.clicked.connect(self.closed)
        lines = QGridLayout()
        lines.setVerticalSpacing(4)
        lines.addWidget(self._row.heading(is_stacked=len(field.help) > _BESIDE), 0, 0)
        lines.addWidget(self._row.body, 1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(lines)
        column.addWidget(self._notice)

    def show_record(self, record: Record, note: str, *, editable: bool, has_way_back: bool = True) -> None:
        """Show the field of a record, and a note below it."""
        self._row.show_record(record, editable=editable)
        if note != self._notice.text():
            self._notice.say(note)
            self._row.box.setAccessibleDescription(f"{note} {self._row.field.help}")
        self._way_back.setEnabled(editable and has_way_back)

    @property
    def box(self) -> tuple[Field, TextBox | ChoiceBox]:
        """The field, and the box that edits it."""
        return self._row.field, self._row.box

    def note(self) -> str:
        """What is said below the box."""
        return self._notice.text()

    def to_start(self) -> None:
        """Put the cursor at the beginning of the text."""
        self._row.to_start()

    def select_all(self) -> None:
        """Mark all words, so that what is typed takes their place."""
        self._row.select_all()

    def take_keyboard(self) -> None:
        """Have keys go to the box."""
        self._row.box.setFocus(Qt.FocusReason.OtherFocusReason)
