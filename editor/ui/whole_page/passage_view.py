"""One passage of the text, and the choice of where it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.references.page_text.found import INSIGHTS, INTRO, NOWHERE, OWN_WORDS, Passage
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.headings import make_heading
from editor.words import tr

_CHOICES = (
    (NOWHERE, tr("Leave it out")),
    (INTRO, tr("Put it into the introduction")),
    (INSIGHTS, tr("Put it into the insights")),
    (OWN_WORDS, tr("Use it on this page only, in place of what all pages say")),
)


_LINES, _AROUND_LINES = 5, 16


class PassageView(QScrollArea):
    """Shows the words, why they have to be looked at, what all pages say instead, and where they go."""

    decided = Signal(str)
    """Where the passage shown goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel()
        self._words = _read_only(tr("Words of the text"), _LINES)
        self._unsure = QuietLine()
        self._says_label = QLabel(tr("All pages say:"))
        self._says = _read_only(tr("What all pages say"), _LINES)
        self._ask = QLabel(tr("What becomes of it"))
        self.choices = {goes: QRadioButton(words) for goes, words in _CHOICES}
        self._group = QButtonGroup(self)
        for button in self.choices.values():
            self._group.addButton(button)
        self._lay_out()
        self._group.buttonClicked.connect(self._decide)

    def show_passage(self, passage: Passage) -> None:
        """Show a passage, with the choices that it has."""
        shared = passage.shared
        self._heading.setText(tr("From the text") if shared is None else shared.label)
        self._words.setPlainText(passage.source)
        told = (
            tr("It stands on every page already, so nothing has to be done.") if passage.is_shared else passage.unsure
        )
        self._unsure.setText(told)
        self._unsure.setVisible(bool(told))
        for widget in (self._says_label, self._says):
            widget.setVisible(bool(passage.says))
        self._says.setPlainText(passage.says)
        self._ask.setVisible(bool(passage.choices))
        for goes, button in self.choices.items():
            button.setVisible(goes in passage.choices)
            button.setChecked(goes == passage.goes)

    def _decide(self, chosen: QAbstractButton) -> None:
        self.decided.emit(next(goes for goes, button in self.choices.items() if button is chosen))

    def _lay_out(self) -> None:
        for label in (self._heading, self._says_label, self._ask):
            make_heading(label)
        for button in self.choices.values():
            button.setMinimumHeight(LEAST_HEIGHT)
        inside = QWidget()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (self._heading, self._unsure):
            column.addWidget(widget)
        column.addWidget(self._words)
        for line in (self._ask, *self.choices.values(), self._says_label):
            column.addWidget(line)
        column.addWidget(self._says)
        column.addStretch(1)


def _read_only(name: str, lines: int) -> QPlainTextEdit:
    """A box for words that are only read, with room for so many lines."""
    box = QPlainTextEdit()
    box.setFixedHeight(lines * box.fontMetrics().lineSpacing() + _AROUND_LINES)
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName(name)
    return box
