"""The line that holds a page's promise against its studies: how many are as new as it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from editor.checks.severity import Severity
from editor.session.checking.messages import Claim
from editor.ui.forms.quiet_words import CutLine
from editor.ui.problems.severity_look import severity_icon

_SIGN = 16
"""Pixels."""


class ClaimLine(QWidget):
    """Says it in sentences, with a sign where the promise is not kept; hidden where a page promises nothing.

    It takes one line of the height in which studies are to be seen; the tip has what there is no room for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim: Claim | None = None
        self._sign = QLabel()
        self._words, self._next = QLabel(), CutLine()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        for label in (self._sign, self._words):
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._next, 1)
        self.hide()

    def show_claim(self, claim: Claim | None) -> None:
        """Show what is promised and kept; None for nothing."""
        if claim == self._claim:
            return
        self._claim = claim
        self.setVisible(claim is not None)
        if claim is not None:
            self._words.setText(claim.words)
            self._next.say(claim.next_change)
            self._next.setAccessibleName(claim.next_change)
            self._sign.setVisible(not claim.is_kept)
            self._draw()

    def text(self) -> str:
        """All that is said."""
        return "" if self._claim is None else f"{self._claim.words} {self._claim.next_change}".strip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self._sign.setPixmap(severity_icon(Severity.WARN).pixmap(QSize(_SIGN, _SIGN), self.devicePixelRatio()))
