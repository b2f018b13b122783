"""A page's studies: what can be done with them, the table, and below it the card of the chosen one."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from editor.content.condition_page import ConditionPage
from editor.content.fields import Field
from editor.content.study import StudyKey
from editor.ui.actions.action import Actions
from editor.ui.forms.layouts import study_card
from editor.ui.forms.wrapping_row import WrappingRow
from editor.ui.studies.study_buttons import ColumnsButton, MoveButton, OneClickButton, nothing_yet
from editor.ui.studies.study_table import StudyTable

_SHARES = [45, 55]
"""Of the height: the table's and the card's."""

_BUTTONS = {"move_up": MoveButton, "move_down": MoveButton}
"""What is no button with words."""


class StudiesView(QWidget):
    """Shows the studies of a page; tells each change as (study, field, text), and which study is chosen."""

    edited = Signal(str, object, str)
    chosen = Signal(tuple)
    split_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: StudyKey | None = None
        self._shares: tuple[int, ...] = ()
        self.table = StudyTable()
        self.card = study_card()
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._places = QStackedWidget()
        self._buttons = WrappingRow()
        self._columns = ColumnsButton(self.table.header.menu)
        self._lay_out()
        self.table.edited.connect(self.edited)
        self.table.chosen.connect(self.chosen)
        self.card.edited.connect(self._tell_edited)

    @property
    def shares(self) -> tuple[int, ...]:
        """The heights of table and card in pixels, as the user has set them last; empty where nobody has."""
        return self._shares

    @shares.setter
    def shares(self, heights: Sequence[int]) -> None:
        if len(heights) == len(_SHARES) and min(heights) > 0:
            self._shares = tuple(heights)
            self._split.setSizes(list(heights))

    def _keep_shares(self) -> None:
        self._shares = tuple(self._split.sizes())
        self.split_moved.emit()

    def offer(self, actions: Actions, buttons: Sequence[str], menu: Sequence[str]) -> None:
        """Have these above the table and in its menu; the first button adds a study, also where there is none."""
        made: list[QToolButton] = [_BUTTONS.get(name, OneClickButton)(actions[name]) for name in buttons]
        for button in made:
            self._buttons.addWidget(button)
        for before, button in itertools.pairwise((self._columns, *made, self._columns)):
            QWidget.setTabOrder(before, button)  # what is made now would be reached last
        self._places.addWidget(nothing_yet(actions[buttons[0]]))
        self.table.offer([actions[name] if name else None for name in menu])

    def show_page(self, page: ConditionPage, chosen: tuple[StudyKey, ...], *, editable: bool) -> None:
        """Show the studies of a page, those that are chosen, and the card of the first of these."""
        key = chosen[0] if chosen else None
        is_other, self._key = key != self._key, key
        self.table.show_studies(page.study_list, chosen, editable=editable)
        study = None if key is None else page.study(key)
        if study is not None:
            self.card.show_record(study, editable=editable)
            if is_other:
                self.card.to_top()
        self._show_place(0 if page.study_list else 1)

    def take_keyboard(self) -> None:
        """Have keys go to the table, or to what adds the first study."""
        self._places.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_title(self) -> None:
        """Put the cursor where the title of the chosen study is typed."""
        self.card.first_box().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self, index: int) -> None:
        """Show table and card, or what stands where there is no study; with the keyboard, where the other has it."""
        before, focus = self._places.currentWidget(), self.window().focusWidget()
        has_keyboard = index != self._places.currentIndex() and focus is not None and before.isAncestorOf(focus)
        if has_keyboard:  # hidden, the other would hand it on to the preview
            self._columns.setFocus(Qt.FocusReason.OtherFocusReason)
        self._places.setCurrentIndex(index)
        if has_keyboard:
            self.take_keyboard()

    def _tell_edited(self, field: Field, text: str) -> None:
        if self._key is not None:
            self.edited.emit(self._key, field, text)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(8, 8, 8, 8)
        above.setSpacing(8)
        above.addLayout(self._buttons, 1)
        above.addWidget(self._columns, 0, Qt.AlignmentFlag.AlignTop)
        self._split.setFocusProxy(self.table)
        self._split.addWidget(self.table)
        self._split.addWidget(self.card)
        self._split.setChildrenCollapsible(False)
        for place, share in enumerate(_SHARES):
            self._split.setStretchFactor(place, share)
        self._split.setSizes(_SHARES)
        self._split.splitterMoved.connect(self._keep_shares)
        self._places.addWidget(self._split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._places, 1)
