"""The button beside the search with which one sorts the list and chooses which pages it shows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.pages.arrangement import Arrangement, Only, Order
from editor.words import tr

_ORDERS = {
    Order.NAME: tr("Name"),
    Order.STATUS: tr("Status, drafts first"),
    Order.STUDIES: tr("Number of studies, most first"),
    Order.REVIEW: tr("Next review, most urgent first"),
    Order.CHANGED: tr("Recently changed"),
}
_CHOICES = {
    Only.ALL: tr("All pages"),
    Only.DRAFTS: tr("Drafts"),
    Only.PUBLISHED: tr("Published"),
    Only.ARCHIVED: tr("Archived"),
    Only.UNSAVED: tr("Not saved yet"),
    Only.REVIEW_DUE: tr("Review is due"),
    Only.BROKEN: tr("Can't be read or changed"),
}


class ArrangeButton(QToolButton):
    """Tells how the list is to be arranged."""

    arranged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arrangement = Arrangement()
        self._orders = QActionGroup(self)
        self._choices = QActionGroup(self)
        menu = QMenu(self)
        menu.addSection(tr("Show"))
        for only, words in _CHOICES.items():
            self._choices.addAction(_choice(menu, words, only))
        menu.addSection(tr("Sort by"))
        for order, words in _ORDERS.items():
            self._orders.addAction(_choice(menu, words, order))
        self._choices.triggered.connect(self._take_over)
        self._orders.triggered.connect(self._take_over)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setText(tr("Sort"))
        self.setToolTip(tr("Sort the list, and choose which pages it shows"))
        self.setAccessibleName(tr("Sort and choose pages"))
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.arrange(self.arrangement)

    @property
    def choice_words(self) -> str:
        """Which pages are shown, "" where all are."""
        only = self.arrangement.only
        return "" if only is Only.ALL else _CHOICES[only]

    def arrange(self, arrangement: Arrangement) -> None:
        """Arrange the list in this way."""
        is_other, self.arrangement = arrangement != self.arrangement, arrangement
        for group, value in ((self._orders, arrangement.order), (self._choices, arrangement.only)):
            for action in group.actions():
                action.setChecked(action.data() is value)
        if is_other:
            self.arranged.emit(arrangement)

    def _take_over(self) -> None:
        self.arrange(Arrangement(self._orders.checkedAction().data(), self._choices.checkedAction().data()))


def _choice(menu: QMenu, words: str, value: Only | Order) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setData(value)
    return action
