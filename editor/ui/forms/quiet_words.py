"""Words that help without asking to be read first, and buttons of words alone."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QFont, QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.colours import link_colour, mixed
from editor.ui.look.tips import as_typed

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
        _take_colour(self, _quiet)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            _take_colour(self, _quiet)


class CutLine(QuietLine):
    """Quiet words on one line, cut where there is no room; the tip has them whole. They make nothing wider."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        """All of them."""
        self.setWordWrap(False)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Show these words."""
        self.words = words
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip("" if shown == self.words else as_typed(self.words))


class QuietButton(QToolButton):
    """A button of words without a frame: in the colour of links, underlined where the mouse or the keyboard is."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        _take_colour(self, link_colour)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            _take_colour(self, link_colour)
        elif event.type() == QEvent.Type.EnabledChange:
            self._underline()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._underline()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._underline()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._underline()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._underline()

    def _underline(self) -> None:
        font = QFont(self.font())
        font.setUnderline(self.isEnabled() and (self.underMouse() or self.hasFocus()))
        self.setFont(font)


def _quiet(palette: QPalette) -> QColor:
    words, ground = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
    return mixed(words, ground, _SHARE)


def _take_colour(widget: QWidget, made: Callable[[QPalette], QColor]) -> None:
    """Make the colour of the words from the palette of the moment, which the system may turn dark."""
    colour = made(QGuiApplication.palette())
    if widget.palette().color(QPalette.ColorRole.ButtonText) != colour:
        widget.setPalette(_palette_of(colour.rgb()))


@functools.lru_cache(maxsize=4)
def _palette_of(words: int) -> QPalette:
    """The colours that the words have of their own; the others stay those of the window."""
    palette = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(group, role, QColor.fromRgb(words))
    return palette
