"""The question whether a file shall be mended: each line as it is and as it would be, and what has to be chosen."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.session.mending import Mend, Mending
from editor.ui.broken.mending_cards import ChoiceCard, MendCard
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.fitting import resize_to_fit
from editor.words import tr, tr_count

_SIZE = QSize(860, 620)
MOST_CARDS = 200
"""Nobody looks at more before saying yes, and they would take a second to show."""


def can_be_shown(mending: Mending) -> bool:
    """Whether there is room for all that would change; what cannot be shown is not to be offered."""
    return len(mending.choices) + len(_runs(mending.mends)) <= MOST_CARDS


class MendingBox(QDialog):
    """Shows what would change in one file, and asks once. Escape changes nothing."""

    answered = Signal(list)
    """The file shall be mended: of each choice, which of the two stays."""

    def __init__(self, place: str, mending: Mending, window: QWidget, answers: Sequence[int] = ()) -> None:
        """`answers` to the first choices were given before, and brought up what is shown now."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Mend the file {file}", file=place))
        self._choices = [ChoiceCard(choice) for choice in mending.choices]
        for card, answer in zip(self._choices, answers, strict=False):
            card.buttons[answer].setChecked(True)
        beginning = tr("Nothing is saved yet. This would change; every other line stays as it is.")
        if answers:
            beginning = tr("What was chosen changes what is to be mended. {beginning}", beginning=beginning)
        self._beginning = _label(beginning)
        self._hint = _label("")
        buttons = QDialogButtonBox()
        self.mend = QPushButton(tr("Mend and save"))
        buttons.addButton(self.mend, QDialogButtonBox.ButtonRole.AcceptRole)
        leave = buttons.addButton(tr("Leave it as it is"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(mending.mends, buttons)
        self.mend.clicked.connect(self._answer)
        leave.clicked.connect(self.reject)
        for button in (self.mend, leave):
            button.setMinimumHeight(LEAST_HEIGHT)
        for card in self._choices:
            card.chosen.connect(self._offer)
        self.mend.setDefault(True)
        self._offer()
        first = next((card.buttons[0] for card in self._choices if card.choice is None), self.mend)
        first.setFocus()

    def chosen(self) -> list[int]:
        """Of each choice that is made, which of the two stays, 0 or 1."""
        return [card.choice for card in self._choices if card.choice is not None]

    def _offer(self) -> None:
        missing = len(self._choices) - len(self.chosen())
        self.mend.setEnabled(not missing)
        words = tr_count("Choose first which text stays.", "Choose first which texts stay: {count} times.", missing)
        self._hint.setText(words if missing else "")
        self._hint.setVisible(bool(missing))
        self.mend.setToolTip(self._hint.text())

    def _answer(self) -> None:
        self.accept()
        self.answered.emit(self.chosen())

    def _lay_out(self, mends: Sequence[Mend], buttons: QDialogButtonBox) -> None:
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(4, 0, 8, 4)
        cards.setSpacing(16)
        for card in (*self._choices, *map(MendCard, _runs(mends))):
            cards.addWidget(card)
        cards.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it has the keyboard
        area.setAccessibleName(tr("What would change"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._beginning)
        column.addWidget(area, 1)
        column.addWidget(
            _label(
                tr(
                    "It can be worked on as soon as it is mended. Undo does not take this back,"
                    " but the version before is kept on this computer."
                )
            )
        )
        column.addWidget(self._hint)
        column.addWidget(buttons)
        resize_to_fit(self, _SIZE)


def _runs(mends: Sequence[Mend]) -> list[list[Mend]]:
    """Mends of lines that follow each other and get the same, together."""
    numbered = enumerate(mends)
    groups = itertools.groupby(numbered, key=_run_key)
    return [[mend for _, mend in group] for _, group in groups]


def _run_key(numbered: tuple[int, Mend]) -> tuple[int, str, bool]:
    number, mend = numbered
    return mend.line - number, mend.what, mend.after is None


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
