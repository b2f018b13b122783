"""Words that help without asking to be read first: a little paler than the rest, and still easy to read."""

from __future__ import annotations

import functools

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT

_SHARE = 0.7
"""How much of the words' own colour is left; the rest is that of the ground."""


class QuietLine(QLabel):
    """Words beside or below a box, on as many lines as they need."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        _make_quiet(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            _make_quiet(self)


class QuietButton(QToolButton):
    """A button of words without a frame."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        _make_quiet(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            _make_quiet(self)


def _make_quiet(widget: QWidget) -> None:
    """Mix the colour of the words from the palette of the moment, which the system may turn dark."""
    palette = QGuiApplication.palette()
    words, ground = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
    quiet = _quiet_palette(words.rgb(), ground.rgb())
    if widget.palette().color(QPalette.ColorRole.WindowText) != quiet.color(QPalette.ColorRole.WindowText):
        widget.setPalette(quiet)


@functools.lru_cache(maxsize=2)
def _quiet_palette(words: int, ground: int) -> QPalette:
    """The colours that a quiet widget has of its own; the others stay those of the window."""
    shares = zip(_rgb(words), _rgb(ground), strict=True)
    colour = QColor(*(round(_SHARE * one + (1 - _SHARE) * other) for one, other in shares))
    palette = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(group, role, colour)
    return palette


def _rgb(colour: int) -> tuple[int, int, int]:
    return colour >> 16 & 255, colour >> 8 & 255, colour & 255
