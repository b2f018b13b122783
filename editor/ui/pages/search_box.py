"""The box above the list in which one types what to look for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.words import tr


class SearchBox(QLineEdit):
    """Takes in words; Escape clears them, and from there the keyboard goes down into the list."""

    went_down = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search all pages"))
        self.setAccessibleName(tr("Search all pages"))
        self.setAccessibleDescription(tr("Looks in names, texts and studies as you type."))
        self.setClearButtonEnabled(True)
        self.setMinimumHeight(LEAST_HEIGHT)

    def take_keyboard(self) -> None:
        """Have keys go here, with the words there marked, so that typing replaces them."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.went_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
