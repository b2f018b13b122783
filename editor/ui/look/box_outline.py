"""Outlines by which boxes that can be written in are seen in dark colours.

Qt's style outlines a box in a shade of the window's colour, which on a dark window is next to black. It takes that
shade from the palette of the box, so boxes get one of their own: not a style sheet, under which all would look
different, and nothing in light colours, where the boxes are white.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from editor.ui.look.colours import is_dark, outline_colour

_BOXES = ("QLineEdit", "QPlainTextEdit", "QComboBox")
_STYLE_SHADE = 140
"""Per cent by which the style makes the window's colour darker for an outline."""


class BoxOutline(QObject):
    """Gives every box of the application its outline, also when the system turns dark or light meanwhile."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        application.paletteChanged.connect(self._outline)
        self._outline(application.palette())

    def _outline(self, palette: QPalette) -> None:
        own = QPalette()
        if is_dark(palette):
            own = QPalette(palette)
            own.setColor(QPalette.ColorRole.Window, outline_colour(palette).lighter(_STYLE_SHADE))
        for kind in _BOXES:
            self._application.setPalette(own, kind)  # type: ignore[arg-type]  # the stub asks for bytes, Qt takes str
