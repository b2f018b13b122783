"""A form that scrolls: the fields of a site or of a study, in groups."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Collection, Mapping
from typing import Generic

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.content.fields import Field, Record, field_named
from editor.content.search_text import Span
from editor.ui.forms.field_group import FieldGroup, Group, Row
from editor.ui.forms.field_row import FieldRow
from editor.ui.forms.text_box import TextBox


class RecordForm(QScrollArea, Generic[Record]):
    """Shows fields of a record, and perhaps other rows, and tells each change of a field as (field, text).

    The rows are made when the form comes into sight first, or one is asked for: a window stands sooner without forms
    that nobody sees yet.
    """

    edited = Signal(object, str)
    group_switched = Signal()
    made = Signal()
    """The rows are there."""

    def __init__(
        self,
        groups: tuple[Group, ...],
        fields: tuple[Field, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._groups_wanted, self._fields = groups, fields
        self._rows: dict[str, FieldRow[Record]] = {}
        self._groups: dict[str, FieldGroup] = {}
        self._switched: Collection[str] = ()
        self._wanted: tuple[Record, bool] | None = None
        self._shown: tuple[Record, bool] | None = None
        self._notes: Mapping[str, str] = {}
        self._place_in_tab_order = QWidget(self, focusPolicy=Qt.FocusPolicy.TabFocus, visible=False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def rows(self) -> Mapping[str, FieldRow[Record]]:
        """The fields' rows by name."""
        if not self.is_made:
            self._make()
            self._put_in_tab_order()
            self._show()
            self.to_top()
            self._show_notes()
            self.made.emit()
        return self._rows

    def boxes(self) -> Mapping[Field, TextBox]:
        """The boxes in which texts can be typed, by field; none as long as the rows are not there."""
        return {row.field: row.box for row in self._rows.values() if isinstance(row.box, TextBox)}

    @property
    def is_made(self) -> bool:
        """Whether the rows are there."""
        return bool(self._groups)

    def _make_other_rows(self) -> Mapping[str, Row]:
        """The rows that are no fields of the record, by name."""
        return {}

    def _make(self) -> None:
        others = self._make_other_rows()
        names = [name for group in self._groups_wanted for line in group.lines for name in line]
        own = [name for name in names if name not in others]
        self._rows = {name: FieldRow(field_named(self._fields, name), self) for name in own}
        for row in self._rows.values():
            row.edited.connect(self.edited)
        rows: dict[str, Row] = {**self._rows, **others}
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(24)
        for group in self._groups_wanted:
            shown = FieldGroup(group, rows)
            if self._groups:
                self._column.addWidget(_rule())
            self._groups.update({name: shown for line in group.lines for name in line})
            self._column.addWidget(shown)
            shown.switched.connect(self.group_switched)
        self._switch_groups()
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def _put_in_tab_order(self) -> None:
        """Qt has all that is made late reached last by Tab, wherever it stands; by itself it is in order."""
        stops: list[QWidget] = [self._place_in_tab_order]
        stop = self._inside.nextInFocusChain()
        while stop is not None and self._inside.isAncestorOf(stop):
            if stop.focusPolicy() != Qt.FocusPolicy.NoFocus and stop.focusProxy() is None:
                stops.append(stop)
            stop = stop.nextInFocusChain()
        for before, stop in itertools.pairwise(stops):
            QWidget.setTabOrder(before, stop)

    @property
    def switched_groups(self) -> tuple[str, ...]:
        """The groups, by their first rows, that are open though closed at first, or the other way round."""
        if not self._groups:
            return tuple(self._switched)
        groups = dict.fromkeys(self._groups.values())
        return tuple(group.name for group in groups if not group.is_as_at_first)

    @switched_groups.setter
    def switched_groups(self, names: Collection[str]) -> None:
        self._switched = names
        self._switch_groups()

    def _switch_groups(self) -> None:
        for group in dict.fromkeys(self._groups.values()):
            if group.is_as_at_first == (group.name in self._switched):
                group.switch()

    def show_record(self, record: Record, *, editable: bool) -> None:
        """Show a record; one that is shown already is left alone."""
        self._wanted = record, editable
        if self._groups or self.isVisible():
            self._show()

    def _show(self) -> None:
        if self._wanted is None:
            return
        rows = self.rows  # made now, they show it
        record, editable = self._wanted
        if self._shown is not None and self._shown[0] is record and self._shown[1] == editable:
            return
        self._shown = self._wanted
        for row in rows.values():
            row.show_record(record, editable=editable)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def show_notes(self, notes: Mapping[str, str]) -> None:
        """Say something below some boxes, by the names of their fields, and nothing below the others."""
        self._notes = notes
        self._show_notes()

    def _show_notes(self) -> None:
        for name, row in self._rows.items():
            row.show_note(self._notes.get(name, ""))

    def to_top(self) -> None:
        """Scroll to the first field, and put the cursor of each at its beginning, as for a record just opened."""
        self.verticalScrollBar().setValue(0)
        for row in self._rows.values():
            row.to_start()

    def begin_anew(self) -> None:
        """Show another record from the top; no box or button of the one before has the keyboard, or is given it."""
        self.to_top()
        last = self.focusWidget()
        if last is None:
            return
        if last is self.window().focusWidget():
            self.first_box().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            last.clearFocus()  # it is where keys would go next time

    def bring(self, field: Field) -> None:
        """Bring a field into sight, in a group opened if need be."""
        name, body = self._row_of(field)
        self._open(name)
        self.ensureWidgetVisible(body)

    def bring_change(self, field: Field) -> None:
        """Put the cursor where a field was changed by undo; the form scrolls only if that is out of sight."""
        self._bring(field, TextBox.go_to_change)

    def bring_words(self, field: Field, span: Span) -> None:
        """Select words of a field, bring them into sight, and have keys go there; to its words where it is locked."""
        self._bring(field, functools.partial(TextBox.mark, span=span))
        _, body = self._row_of(field)
        focus = self.window().focusWidget()
        if focus is None or not body.isAncestorOf(focus):
            stops = body.findChildren(QWidget)
            wanted = (one for one in stops if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isVisibleTo(body))
            next(wanted, body).setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self, field: Field, put_cursor: Callable[[TextBox], QRect]) -> None:
        """Bring the place in a field's box into sight at which the cursor is put, or the field where it has no box."""
        name, body = self._row_of(field)
        self._open(name)
        box = next((box for box in body.findChildren(TextBox) if box.isVisibleTo(body)), None)
        if box is None:
            self.ensureWidgetVisible(body, 0, 0)
            return
        line = put_cursor(box)
        place = QRect(box.mapTo(self._inside, line.topLeft()), line.size())
        self.ensureVisible(place.center().x(), place.center().y(), 0, place.height())

    def _row_of(self, field: Field) -> tuple[str, QWidget]:
        """The name of the row in which a field stands, and what stands there."""
        return field.name, self.rows[field.name].body

    def _open(self, name: str) -> None:
        """Have a row's group open, and all in its place."""
        self._groups[name].open()
        self._column.activate()
        self._inside.resize(self._inside.width(), self._column.heightForWidth(self._inside.width()))

    def take_keyboard(self) -> None:
        """Have keys go to the box that had them last, or to the first."""
        box = self.focusWidget()
        if box is None or not box.isVisibleTo(self):
            box = self.first_box()
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(box)

    def first_box(self) -> QWidget:
        """The box in which one begins: that of the first field."""
        return next(iter(self.rows.values())).box


def _rule() -> QFrame:
    """A thin line between groups."""
    rule = QFrame()
    rule.setFrameShape(QFrame.Shape.HLine)
    rule.setFrameShadow(QFrame.Shadow.Sunken)
    return rule
