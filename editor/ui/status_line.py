"""The line at the bottom: whether the work is safe, and what the last step brought."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.announcing import announce
from editor.ui.saving.save_state import Unsaved
from editor.words import tr, tr_count

MOST_LISTED = 12


class StatusLine(QWidget):
    """Shows two sentences side by side; beside the first, where something is unsaved, a list of the pages."""

    chosen = Signal(str)
    """A page of the list, by its file, to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unsaved: tuple[Unsaved, ...] = ()
        self._step: tuple[object, ...] = ()
        self._state = QLabel()
        self._state.setAccessibleDescription(tr("Is my work safe?"))  # a name would hide what it says
        self._which = QPushButton(tr("Show which"))
        self._left = QHBoxLayout()
        self._pages = QMenu(self)
        self._message = QLabel()
        self._message.setAccessibleDescription(tr("Message"))
        self._lay_out()
        self._pages.aboutToShow.connect(self._list)
        self._pages.triggered.connect(self._choose)

    def show_state(self, text: str, unsaved: tuple[Unsaved, ...] = ()) -> None:
        """Say whether the work is safe, and offer to show what is not saved yet."""
        if text != self._state.text() and not unsaved:  # else every letter typed would be talked over
            announce(text, self._state)
        self._unsaved = unsaved
        self._state.setText(text)
        self._state.setWordWrap(not unsaved)  # the button follows right after the sentence, which then is short
        self._left.setStretchFactor(self._state, 0 if unsaved else 1)
        self._which.setVisible(bool(unsaved))

    def offer(self, save_all: QAction) -> None:
        """Have this below the list of pages."""
        self._save_all = save_all

    def say(self, text: str) -> None:
        """Say what the last step brought; "" to take that back."""
        self._message.setText(text)
        announce(text, self._message)

    def show_step(self, step: tuple[object, ...]) -> None:
        """Take back what was said of the step before, once this is another: an edit, or another page, study or view."""
        if step != self._step and self._message.text():
            self.say("")
        self._step = step

    def _list(self) -> None:
        self._pages.clear()
        for one in self._unsaved[:MOST_LISTED]:
            page = self._pages.addAction(one.words.replace("&", "&&"))
            page.setData(one.place)
            page.setEnabled(not one.is_deleted)
        more = len(self._unsaved) - MOST_LISTED
        if more > 0:
            self._pages.addAction(tr_count("and 1 more", "and {count} more", more)).setEnabled(False)
        self._pages.addSeparator()
        self._pages.addAction(self._save_all)

    def _choose(self, page: QAction) -> None:
        if page is not self._save_all:
            self.chosen.emit(page.data())

    def _lay_out(self) -> None:
        self._which.setAccessibleName(tr("Show what is not saved yet"))
        self._which.setToolTip(tr("List what is not saved yet, and go there"))
        self._which.setMenu(self._pages)
        self._which.setFlat(True)
        self._which.setMinimumHeight(LEAST_HEIGHT)
        self._which.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._which.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 8, 4)
        self.setMinimumHeight(LEAST_HEIGHT + 8)  # nothing moves when the button comes
        line.setSpacing(24)
        for label in (self._state, self._message):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._left.setSpacing(8)
        self._left.addWidget(self._state, 1)
        self._left.addWidget(self._which)
        self._left.addStretch()
        line.addLayout(self._left, 3)
        line.addWidget(self._message, 2)
        self._message.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
