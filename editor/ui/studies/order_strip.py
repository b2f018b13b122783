"""The strip below the table that says that it is sorted for viewing, and what can be done with that order."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from editor.content.fields import STUDY_FIELDS, field_named
from editor.content.study_view import StudyView
from editor.ui.forms.notice import Notice
from editor.ui.forms.wrapping_row import WrappingRow
from editor.ui.look.announcing import announce
from editor.ui.studies.study_buttons import OneClickButton
from editor.words import tr


class OrderStrip(Notice):
    """Stands below the table only while that is sorted."""

    left = Signal()
    """It is about to go, and one of its buttons has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(8, 8, 8, 0)
        self._buttons = WrappingRow()
        self._column.addLayout(self._buttons)

    def offer_actions(self, actions: Iterable[QAction]) -> list[OneClickButton]:
        """Have buttons for these below the words."""
        made = [OneClickButton(action) for action in actions]
        for button in made:
            self._buttons.addWidget(button)
        return made

    @property
    def has_keyboard(self) -> bool:
        """Whether one of the buttons has the keyboard."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def show_view(self, view: StudyView) -> None:
        """Say by what the studies are sorted, and that the website's order is as it was."""
        words = order_words(view)
        if words != self.text():
            if not words and self.has_keyboard:
                self.left.emit()  # before it goes: Qt would hand the keyboard on to a text of the card
            self.say(words)
            announce(words, self)


def order_words(view: StudyView) -> str:
    """What the strip says; "" where the studies are not sorted."""
    if not view.is_sorted:
        return ""
    column = field_named(STUDY_FIELDS, view.sort).label
    if view.descending:
        return tr("Sorted by “{column}” backwards for viewing. The website's order has not changed.", column=column)
    return tr("Sorted by “{column}” for viewing. The website's order has not changed.", column=column)
