"""A shared text that is only read here, with the ways to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.ui.forms.field_row import field_label
from editor.ui.forms.quiet_words import QuietButton
from editor.ui.forms.wrapping_row import WrappingRow
from editor.ui.look.icons import icon
from editor.words import tr


class LockedText(QWidget):
    """Shows the words quietly, and below them a button to unlock them and one for other words on this page.

    It can have the keyboard itself, for who is led here from elsewhere: on the button, the first space of what is typed
    next would unlock the words.
    """

    unlock_wanted = Signal()
    other_words_wanted = Signal()

    def __init__(self, label: str, *, may_differ: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(label)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._unlock = QuietButton()
        self._unlock.setIcon(icon("lock"))
        self._unlock.clicked.connect(self.unlock_wanted)
        self._differ = QuietButton(tr("Use other words on this page only"))
        self._differ.setAccessibleName(tr("{field}: use other words on this page only", field=label))
        self._differ.clicked.connect(self.other_words_wanted)
        self._may_differ = may_differ
        self._buttons = QWidget()
        row = WrappingRow()
        row.addWidget(self._unlock)
        row.addWidget(self._differ)
        self._buttons.setLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(field_label(label))
        column.addSpacing(4)
        column.addWidget(self._words)
        column.addWidget(self._buttons)

    def show_words(self, words: str, unlock: str, why_locked: str, *, page_editable: bool) -> None:
        """Show the words; `unlock` is what the button says, `why_locked` why it cannot be pressed."""
        self._words.setText(words)
        self.setAccessibleDescription(words)
        self._unlock.setText(unlock)
        self._unlock.setAccessibleName(f"{self._label}: {unlock}")
        self._unlock.setAccessibleDescription(words)
        self._unlock.setEnabled(not why_locked)
        self._unlock.setToolTip(why_locked)
        self._differ.setVisible(self._may_differ and page_editable)
        self._buttons.setVisible(bool(unlock))

    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def take_keyboard(self) -> None:
        """Have keys go to the button that unlocks."""
        self._unlock.setFocus(Qt.FocusReason.OtherFocusReason)
