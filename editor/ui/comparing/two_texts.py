"""Two texts to be read beside each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QWidget

from editor.ui.comparing.difference_words import Sides
from editor.ui.comparing.marked_words import show_marked
from editor.ui.look.headings import make_heading


class TwoTexts(QWidget):
    """Shows mine and theirs, each under its heading, with the words marked in which they differ.

    Where mine has no heading, theirs stands alone.
    """

    def __init__(self, headings: Sides, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mine, self.theirs = QPlainTextEdit(), QPlainTextEdit()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._headings = (QLabel(), QLabel())
        for column, (heading, text) in enumerate(zip(self._headings, (self.mine, self.theirs), strict=True)):
            make_heading(heading)
            heading.setTextFormat(Qt.TextFormat.PlainText)
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            self._grid.addWidget(heading, 0, column)
            self._grid.addWidget(text, 1, column)
        self.show_headings(headings)

    def show_headings(self, headings: Sides) -> None:
        """Call the two sides this from now on."""
        for name, heading, text in zip(headings, self._headings, (self.mine, self.theirs), strict=True):
            heading.setText(name)
            text.setAccessibleName(name)
        for widget in (self._headings[0], self.mine):
            widget.setVisible(bool(headings.mine))

    def show_texts(self, sides: Sides, *, marked: bool = True) -> None:
        """Show what the two sides say."""
        show_marked(self.mine, self.theirs, sides, marked=marked)
