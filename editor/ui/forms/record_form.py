"""A form that scrolls: the fields of a page, of the site or of a study, in groups."""

from __future__ import annotations

from typing import Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.content.fields import Field, Record
from editor.ui.forms.field_group import FieldGroup, Group


class RecordForm(QScrollArea, Generic[Record]):
    """Shows all fields of a record and tells each change as (field, text)."""

    edited = Signal(object, str)

    def __init__(self, groups: tuple[Group, ...], fields: tuple[Field, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Record, bool] | None = None
        self.groups: list[FieldGroup[Record]] = [FieldGroup(group, fields) for group in groups]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        for group in self.groups:
            group.edited.connect(self.edited)
            column.addWidget(group)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_record(self, record: Record, *, editable: bool) -> None:
        """Show a record; one that is shown already is left alone."""
        if self._shown is not None and self._shown[0] is record and self._shown[1] == editable:
            return
        self._shown = (record, editable)
        for group in self.groups:
            group.show_record(record, editable=editable)

    def to_top(self) -> None:
        """Scroll to the first field, and put the cursor of each at its beginning, as for a record just opened."""
        self.verticalScrollBar().setValue(0)
        for group in self.groups:
            for row in group.rows:
                row.to_start()

    def take_keyboard(self) -> None:
        """Have keys go to the box that had them last, or to the first."""
        box = self.focusWidget() or self.first_box()
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(box)

    def first_box(self) -> QWidget:
        """The box of the first field."""
        return self.groups[0].rows[0].box
