"""The bar below the studies that offers to bring back what was deleted, until something else is done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from editor.session import Place, Step
from editor.ui.editing import Editing
from editor.ui.forms.quiet_words import QuietButton
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.announcing import announce
from editor.words import tr


class UndoBar(QWidget):
    """Says what was done, and has a button that takes it back; the keyboard stays where it is."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = QuietButton(tr("Undo"))
        self._undo.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        row.addStretch(1)
        self.setMinimumHeight(LEAST_HEIGHT + 8)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)  # to be seen between the card and the line at the bottom
        self.hide()

    def say(self, words: str) -> None:
        """Say what was done; "" for nothing."""
        self._words.setText(words)
        self._undo.setAccessibleName(tr("Undo: {done}", done=words))
        self.setVisible(bool(words))
        announce(words, self)

    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def has_keyboard(self) -> bool:
        """Whether the button has the keyboard."""
        return self._undo.hasFocus()


class UndoOffer(QObject):
    """Has the bar stand for as long as what it offers is what Undo does next, and the page is the same."""

    ended = Signal()
    """The bar is about to go, and has the keyboard."""

    def __init__(self, editing: Editing, bar: UndoBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._bar = bar
        self._offered: tuple[Place, Step] | None = None
        editing.session.watch(self._follow)
        editing.went.connect(self._follow)
        bar.wanted.connect(editing.undo)

    def offer(self, words: str) -> None:
        """Offer to take back the step that was made just now."""
        step = self._editing.session.history.next_undo
        if step is not None:
            self._offered = self._editing.place, step
            self._bar.say(words)

    def _follow(self) -> None:
        if self._offered is None:
            return
        place, step = self._offered
        if place == self._editing.place and step is self._editing.session.history.next_undo:
            return
        self._offered = None
        if self._bar.has_keyboard():
            self.ended.emit()  # hidden, it would hand the keyboard on to a link in the preview
        self._bar.say("")
