"""The box that searches the studies of a page, and how many of them are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from editor.ui.forms.quiet_words import QuietButton
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.announcing import announce
from editor.words import tr, tr_count

_LEAST_LETTERS = 16
_MANY = 99


class FilterBox(QLineEdit):
    """Takes in words; Escape clears them, and from there the keyboard goes down into the table."""

    left = Signal()
    entered = Signal()
    """The keyboard has come: somebody is about to type."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Find in these studies"))
        self.setAccessibleName(tr("Find in these studies"))
        self.setAccessibleDescription(tr("Shows only the studies that have all of these words, as you type."))
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setToolTip(tr("Shows only the studies that have all of these words, as you type."))
        self.setMinimumWidth(_LEAST_LETTERS * self.fontMetrics().averageCharWidth())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class StudyFilter(QWidget):
    """Tells the words looked for, and says "3 of 7" with a way back where studies are hidden."""

    wanted = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._announced = ""
        self.box = FilterBox()
        self._count = QLabel()
        self._count.setAccessibleDescription(tr("How many studies are shown"))  # its name is what it says
        self._clear = QuietButton(tr("Clear"))
        self._clear.setAccessibleName(tr("Clear the search in these studies"))
        self._clear.setToolTip(tr("Show all studies of this page again"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addSpacing(4)
        row.addWidget(self._count)
        row.addWidget(self._clear)
        self.setMinimumWidth(self._room())  # with words in it it stays in its line
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.box)
        self.show_found("", 0, 0)
        self.box.textEdited.connect(self.wanted)
        self._clear.clicked.connect(self.cleared)

    def show_found(self, words: str, shown: int, total: int) -> None:
        """Show the words looked for, and how many of all studies have them."""
        if self.box.text() != words:
            self.box.setText(words)
        self.box.setEnabled(bool(total))
        if not words.strip() and self._clear.hasFocus():
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self._count, self._clear):
            part.setVisible(bool(words.strip()))
        self._count.setText(tr("{shown} of {total} ·", shown=shown, total=total))
        found = tr_count("1 study found", "{count} studies found", shown) if words.strip() else ""
        if found != self._announced:
            announce(found, self.box)
        self._announced = found

    def _room(self) -> int:
        """Pixels for the least of the box, and for all that can stand beside it."""
        count = self.fontMetrics().horizontalAdvance(tr("{shown} of {total} ·", shown=_MANY, total=_MANY))
        return self.box.minimumWidth() + count + self._clear.sizeHint().width() + 12
