"""The few lines at the foot of the list in which one names a page that is new, copied or renamed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.content.search_text import single_spaced
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.headings import make_heading
from editor.words import tr


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, the verb on the button, and the name to begin with.

    `tick` are the words of a box to tick, "" for none. `remark` says, of a name and whether the box is ticked, what
    comes of it; `answer` is called with these two in the end.
    """

    heading: str
    verb: str
    name: str
    remark: Callable[[str, bool], str]
    answer: Callable[[str, bool], None]
    tick: str = ""


class NameForm(QFrame):
    """Asks for a name; Enter agrees, Escape leaves."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._heading = QLabel()
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the page"))
        self.tick = QCheckBox()
        self._remark = QuietLine()
        self.agree = QPushButton()
        self._cancel = QPushButton(tr("Cancel"))
        self._lay_out()
        self.name.textChanged.connect(self._show_remark)
        self.name.returnPressed.connect(self._agree)
        self.tick.toggled.connect(self._show_remark)
        self.agree.clicked.connect(self._agree)
        self._cancel.clicked.connect(self.ended)
        self.hide()

    def ask(self, question: Question) -> None:
        """Ask, with the name marked so that typing replaces it."""
        self._question = question
        self._heading.setText(question.heading)
        self.name.setAccessibleName(question.heading)
        self.name.setText(question.name)
        self.tick.setText(question.tick)
        self.tick.setVisible(bool(question.tick))
        self.tick.setChecked(False)
        self.agree.setText(question.verb)
        self._show_remark()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def remark(self) -> str:
        """What would come of the name that stands there."""
        return self._remark.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _show_remark(self) -> None:
        name = single_spaced(self.name.text())
        self.agree.setEnabled(bool(name))
        self.agree.setToolTip("" if name else tr("Type a name first."))
        if self._question is not None:
            self._remark.setText(self._question.remark(name, self.tick.isChecked()) if name else "")
            self.name.setAccessibleDescription(self._remark.text())

    def _agree(self) -> None:
        name, question = single_spaced(self.name.text()), self._question
        if name and question is not None:
            ticked = self.tick.isChecked()
            self.ended.emit()
            question.answer(name, ticked)

    def _lay_out(self) -> None:
        make_heading(self._heading)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.agree, self._cancel):
            button.setMinimumHeight(LEAST_HEIGHT)
            button.setAutoDefault(True)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for widget in (self._heading, self.name, self.tick, self._remark):
            column.addWidget(widget)
        for box in (self.name, self.tick):
            box.setMinimumHeight(LEAST_HEIGHT)
        column.addLayout(buttons)
