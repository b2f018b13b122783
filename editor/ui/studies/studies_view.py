"""A page's studies: what can be done with them, the table, and below it the card of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from editor.content.condition_page import ConditionPage
from editor.content.fields import Field
from editor.content.study import StudyKey
from editor.ui.forms.layouts import study_card
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.studies.study_table import StudyTable
from editor.words import tr


class StudiesView(QWidget):
    """Shows the studies of a page; tells each change as (study, field, text), and which study is chosen."""

    edited = Signal(str, object, str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: StudyKey | None = None
        self.table = StudyTable()
        self.card = study_card()
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._places = QStackedWidget()
        self._buttons = QHBoxLayout()
        self._lay_out()
        self.table.edited.connect(self.edited)
        self.table.chosen.connect(self.chosen)
        self.card.edited.connect(self._tell_edited)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Have buttons for these above the table; the first, which adds a study, also stands where there is none."""
        for action in actions:
            self._buttons.addWidget(_button(action))
        self._buttons.addStretch(1)
        self._places.addWidget(_nothing_yet(actions[0]))

    def show_page(self, page: ConditionPage, chosen: StudyKey | None, *, editable: bool) -> None:
        """Show the studies of a page and the card of the chosen one."""
        is_other, self._key = chosen != self._key, chosen
        self.table.show_studies(page.study_list, chosen, editable=editable)
        study = None if chosen is None else page.study(chosen)
        self.card.setVisible(study is not None)
        if study is not None:
            self.card.show_record(study, editable=editable)
            if is_other:
                self.card.to_top()
        self._places.setCurrentIndex(0 if page.study_list else 1)

    def take_keyboard(self) -> None:
        """Have keys go to the table, or to what adds the first study."""
        self._places.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_title(self) -> None:
        """Put the cursor where the title of the chosen study is typed."""
        self.card.first_box().setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_edited(self, field: Field, text: str) -> None:
        if self._key is not None:
            self.edited.emit(self._key, field, text)

    def _lay_out(self) -> None:
        self._buttons.setContentsMargins(8, 8, 8, 8)
        self._buttons.setSpacing(8)
        self._split.setFocusProxy(self.table)
        self._split.addWidget(self.table)
        self._split.addWidget(self.card)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([264, 400])
        self._places.addWidget(self._split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._buttons)
        column.addWidget(self._places, 1)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setMinimumHeight(LEAST_HEIGHT)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is, on the study
    button.setAccessibleName(action.text())
    return button


def _nothing_yet(add: QAction) -> QWidget:
    words = QLabel(tr("No studies yet. Add the first one, then fill in its title, journal and link."))
    words.setWordWrap(True)
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    empty = QWidget()
    column = QVBoxLayout(empty)
    column.setContentsMargins(32, 64, 32, 32)
    column.setSpacing(16)
    column.addWidget(words)
    button = _button(add)
    empty.setFocusProxy(button)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    return empty
