"""A box for a field that has a few usual words: a page's status, a study's kind."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from editor.content.study_types import STUDY_TYPES
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.words import tr


@dataclass(frozen=True, slots=True)
class Choice:
    """A word as the file has it, and as staff read it."""

    text: str
    label: str


STATUS_CHOICES = (
    Choice("published", tr("Published: on the website")),
    Choice("draft", tr("Draft: not on the website yet")),
    Choice("archived", tr("Archived: no longer on the website")),
)
"""The first is what an empty status means."""

STUDY_TYPE_CHOICES = (
    Choice("", tr("Not stated")),
    *(Choice(key, words) for key, words in STUDY_TYPES),
)


def label_of(choices: tuple[Choice, ...], text: str) -> str:
    """What staff read for a text: the first choice for an empty one, and what is none of the choices as it is."""
    text = text.strip()
    known = [choice.label for choice in choices if choice.text == text] if text else [choices[0].label]
    return known[0] if known else tr("{text} (as written in the file)", text=text)


_LEAST_LETTERS = 10
"""Longer words are cut short where there is no room; the list that opens shows them whole."""


class ChoiceBox(QComboBox):
    """Shows one of several choices, the first for an empty text; what else the file says is shown as it is."""

    edited = Signal(str)

    def __init__(self, choices: tuple[Choice, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.offer(choices)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._tell)

    def text(self) -> str:
        """The text that was shown, exactly as it was given, or that of the choice made since."""
        return self._text

    def offer(self, choices: tuple[Choice, ...]) -> None:
        """Have these choices from now on, none of them made yet."""
        self._choices = choices
        self._text = ""
        self.clear()
        for choice in choices:
            self.addItem(choice.label, choice.text)

    def show_text(self, text: str) -> None:
        """Show the choice for a text."""
        self._text = text
        index = self._index_of(text)
        if index < 0:
            self.addItem(label_of(self._choices, text), text.strip())
            index = self.count() - 1
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def set_read_only(self, read_only: bool) -> None:
        """Let the choice be seen, but not changed."""
        self.setEnabled(not read_only)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form; a status that changes on the way past would go unseen."""
        event.ignore()

    def _index_of(self, text: str) -> int:
        return self.findData(text.strip()) if text.strip() else 0

    def _tell(self, index: int) -> None:
        text = str(self.itemData(index))
        if index != self._index_of(self._text):
            self._text = text
            self.edited.emit(text)
