"""The line below a text that says so where typed words show as something else, and offers to keep them as they are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from editor.markup.accidents import Kind, Mark
from editor.ui.look.announcing import announce
from editor.words import tr

_LEAST_HEIGHT = 30
_BAR = 4
_LONGEST = 40
"""Characters that are cited."""
_WORDS = {
    Kind.NUMBER: tr("“{text}” starts a numbered list here."),
    Kind.DOT: tr("“{text}” starts a list here: the page shows a dot in its place."),
    Kind.HEADING: tr("“{text}” makes this line a heading, and is not shown itself."),
    Kind.HEADING_ABOVE: tr("“{text}” makes the line above a heading, and is not shown itself."),
    Kind.QUOTATION: tr("“{text}” makes this a quotation, and is not shown itself."),
    Kind.RULE: tr("“{text}” shows as a line across the page."),
    Kind.INDENTED: tr("The blanks before this line make it show like a computer's print-out."),
    Kind.BOLD: tr("“{text}” shows in bold, without the signs around it."),
    Kind.ITALIC: tr("“{text}” shows in italics, without the signs around it."),
    Kind.CODE: tr("“{text}” shows like a computer's print-out, without the signs around it."),
    Kind.TAG: tr("“{text}” is not shown on the page."),
    Kind.LINK: tr("“{text}” shows as a link."),
    Kind.ADDRESS: tr("“{text}” is not shown on the page."),
    Kind.LINE_END: tr("On the page this line goes on where the one above ends."),
}


class HintLine(QWidget):
    """Shows one hint; there is nothing to see where there is none."""

    kept = Signal()
    """The words shall show as they are."""
    left = Signal()
    """They are meant as they show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: Mark | None = None
        bar = QWidget()
        bar.setFixedWidth(_BAR)
        bar.setAutoFillBackground(True)
        bar.setBackgroundRole(QPalette.ColorRole.Highlight)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setForegroundRole(QPalette.ColorRole.Text)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._keep, self._leave = QPushButton(), QPushButton(tr("Leave it"))
        self._leave.setAccessibleName(tr("Leave it as it shows"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(8)
        line.addWidget(bar)
        line.addWidget(self._words, 1)
        for button in (self._keep, self._leave):
            button.setAutoDefault(False)
            button.setMinimumHeight(_LEAST_HEIGHT)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the text
            line.addWidget(button)
        self._keep.clicked.connect(self.kept)
        self._leave.clicked.connect(self.left)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def text(self) -> str:
        """What is said; "" where there is no hint."""
        return self._words.text() if self._mark is not None else ""

    def say(self, mark: Mark | None) -> bool:
        """Show the hint for a mark, or none; whether that changes what is to be seen."""
        if mark is self._mark or (mark is not None and self._mark is not None and _cited(mark) == _cited(self._mark)):
            self._mark = mark
            return False
        self._mark = mark
        self.setVisible(mark is not None)
        if mark is not None:
            self._words.setText(_cited(mark))
            is_line_end = mark.kind is Kind.LINE_END
            self._keep.setText(tr("Start a paragraph") if is_line_end else tr("Keep as text"))
            announce(self._words.text(), self)
        return True


def _cited(mark: Mark) -> str:
    text = " ".join(mark.text.split())
    return _WORDS[mark.kind].replace("{text}", text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")
