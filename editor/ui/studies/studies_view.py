"""A page's studies: what can be done with them, the table, and below it the card of the chosen one."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from editor.content.condition_page import ConditionPage
from editor.content.fields import Field
from editor.content.study import Study, StudyKey
from editor.content.study_view import AS_ON_WEBSITE, StudyView
from editor.ui.actions.action import Actions
from editor.ui.adding.add_box import AddBox
from editor.ui.adding.file_drop import FileDrop
from editor.ui.forms.layouts import study_card
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.wrapping_row import WrappingRow
from editor.ui.notices.notice_strip import NoticeStrip
from editor.ui.problems.claim_line import ClaimLine
from editor.ui.studies.order_strip import OrderStrip
from editor.ui.studies.study_buttons import ColumnsButton, MoveButton, NoStudies, OneClickButton
from editor.ui.studies.study_filter import StudyFilter
from editor.ui.studies.study_split import StudySplit
from editor.ui.studies.study_table import StudyTable
from editor.ui.studies.undo_bar import UndoBar
from editor.words import tr

_BELOW_HEADINGS = 48
"""Pixels."""

_BUTTONS = {"move_up": MoveButton, "move_down": MoveButton}
"""What is no button with words."""


class StudiesView(QWidget):
    """Shows the studies of a page; tells each change as (study, field, text), and which study is chosen."""

    edited = Signal(str, object, str)
    restored = Signal(str, object, str)
    """Escape brings back what a cell said before one typed in it: (study, field, text)."""
    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: StudyKey | None = None
        self.table = StudyTable()
        self.card = study_card()
        self.notices = NoticeStrip()
        self._card_place = QWidget()
        self.filter = StudyFilter()
        self.order = OrderStrip()
        self.undo_bar = UndoBar()
        self.adding = AddBox()
        self.drop = FileDrop(self)
        self.claim = ClaimLine()
        self._nothing = QuietLine()
        self._none: NoStudies | None = None
        self.split = StudySplit()
        self._places = QStackedWidget()
        self._buttons = WrappingRow()
        self._looking = QWidget()
        self._columns = ColumnsButton(self.table.header.menu)
        self._lay_out()
        self.table.edited.connect(self.edited)
        self.table.restored.connect(self.restored)
        self.table.chosen.connect(self.chosen)
        self.card.edited.connect(self._tell_edited)
        self.order.left.connect(self.take_keyboard)
        self.drop.came.connect(self.adding.invite)
        self.drop.gone.connect(self.adding.forget_hint)

    def offer(
        self, actions: Actions, buttons: Sequence[str], menu: Sequence[str], for_order: Sequence[str] = ()
    ) -> None:
        """Have these above the table and in its menu; the first button adds a study, also where there is none.

        Those for the order stand where the table is sorted.
        """
        made = [_BUTTONS.get(name, OneClickButton)(actions[name]) for name in buttons]
        for button in made:
            self._buttons.addWidget(button)
        self._buttons.removeWidget(self._looking)
        self._buttons.addWidget(self._looking)
        box = self.filter.box
        in_strip = self.order.offer_actions([actions[name] for name in for_order])
        _set_tab_order(box, *made, box)
        _set_tab_order(self.table, *in_strip)
        self._none = NoStudies(actions[buttons[0]])
        self._places.addWidget(self._none)
        self.table.offer([actions[name] if name else None for name in menu])
        self.table.row_menu.aboutToShow.connect(actions.update)  # cells are chosen without the window being told

    def show_page(
        self,
        page: ConditionPage,
        chosen: tuple[StudyKey, ...],
        *,
        editable: bool,
        view: StudyView = AS_ON_WEBSITE,
        shown: tuple[Study, ...] | None = None,
    ) -> None:
        """Show the studies of a page, those that are chosen, and the card of the first of these.

        `shown` are those that the view lets see, in its order; all as on the website where it is None.
        """
        studies = page.study_list if shown is None else shown
        place = 0 if page.study_list else 1
        is_moved_on = self._put_keyboard_aside(place)
        self._show_view(view, len(studies), len(page.study_list))
        self.table.drag.can_move = editable and not view.is_sorted and not view.is_filtered
        key = chosen[0] if chosen else None
        is_other, self._key = key != self._key, key
        self._card_place.setVisible(key is not None or not page.study_list)
        self.table.show_studies(studies, chosen, editable=editable, on_website=page.study_list)
        study = None if key is None else page.study(key)
        if study is not None:
            self.card.show_record(study, editable=editable)
            if is_other:
                self.card.to_top()
        if self._none is not None:
            self._none.show_why(editable=editable)
        self._places.setCurrentIndex(place)
        if is_moved_on:
            self.take_keyboard()

    def _show_view(self, view: StudyView, shown: int, total: int) -> None:
        self.filter.show_found(view.words, shown, total)
        self.order.show_view(view)
        self.table.header.show_sorted(view)
        is_missing = view.is_filtered and not shown and bool(total)
        self._nothing.setText(tr("No study of this page has these words.") if is_missing else "")

    def take_keyboard(self) -> None:
        """Have keys go to the table, or to what adds the first study."""
        place = self._places.currentWidget()
        has_none = place is self._none and not self._none.button.isVisibleTo(place)
        (self._columns if has_none else place).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_search(self) -> None:
        """Have keys go to the box that searches these studies, with the words there marked."""
        self.filter.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.box.selectAll()

    def edit_title(self) -> None:
        """Put the cursor where the title of the chosen study is typed."""
        self.card.first_box().setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_keyboard_aside(self, place: int) -> bool:
        """Whether the keyboard is in what is about to give way to the other place, or in a search of no studies.

        It is taken from there first: what is hidden or greyed would hand it on to something else.
        """
        focus = self.window().focusWidget()
        gives_way = self._places.currentWidget(), self.filter.box
        if place == self._places.currentIndex() or not any(
            one is focus or one.isAncestorOf(focus) for one in gives_way
        ):
            return False
        self._columns.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _tell_edited(self, field: Field, text: str) -> None:
        if self._key is not None:
            self.edited.emit(self._key, field, text)

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(8, 8, 8, 8)
        above.setSpacing(8)
        above.addWidget(self.adding)
        above.addLayout(self._buttons)
        self._lay_out_looking()
        self._buttons.addWidget(self._looking)
        self.split.setFocusProxy(self.table)
        self.split.addWidget(self._table_place())
        self._lay_out_card()
        self.split.addWidget(self._card_place)
        self._places.addWidget(self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._places, 1)
        column.addWidget(self.undo_bar)

    def _lay_out_looking(self) -> None:
        """What searches the studies and chooses what is shown of them: after the buttons, in their line if it fits."""
        row = QHBoxLayout(self._looking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.filter, 1)
        row.addWidget(self._columns)

    def _lay_out_card(self) -> None:
        """Above the card stands what was published about its study later."""
        column = QVBoxLayout(self._card_place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.card, 1)

    def _table_place(self) -> QWidget:
        """The table, over it what it says when nothing was found, and below it what is said of it as a whole.

        Above, that would push away the rows that are read, and the heading that is about to be clicked again.
        """
        place = QWidget()
        self._nothing.setContentsMargins(16, _BELOW_HEADINGS, 16, 16)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        both = QGridLayout(place)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self.table, 0, 0)
        both.addWidget(self._nothing, 0, 0)
        both.addWidget(self.order, 1, 0)
        both.addWidget(self.claim, 2, 0)
        return place


def _set_tab_order(*widgets: QWidget) -> None:
    """Have Tab go from each to the next: what is made late would be reached last."""
    for before, after in itertools.pairwise(widgets):
        QWidget.setTabOrder(before, after)
