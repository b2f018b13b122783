"""The program's icons: one family of line drawings, in the colour of the words beside them.

They are drawn anew each time they are painted, at the size of the moment and in the palette of the moment: so they
are sharp at any scale, and follow when the system turns dark or light while the program runs.
"""

from __future__ import annotations

import functools

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor.paths import resources

_DRAWN_IN = b'stroke="#000"'


def icon(name: str) -> QIcon:
    """The icon drawn in `resources/icons/<name>.svg`; OSError, when it is first painted, if there is none."""
    return QIcon(Drawing(name))


class Drawing(QIconEngine):
    """Paints one drawing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        colour = _colour(mode).encode()
        QSvgRenderer(_drawing(self._name).replace(_DRAWN_IN, b'stroke="%s"' % colour)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The drawing on nothing; `size` in the screen's own pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return Drawing(self._name)


def _colour(mode: QIcon.Mode) -> str:
    palette = QGuiApplication.palette()
    if mode == QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    role = QPalette.ColorRole.HighlightedText if mode == QIcon.Mode.Selected else QPalette.ColorRole.ButtonText
    return palette.color(QPalette.ColorGroup.Active, role).name()


@functools.cache
def _drawing(name: str) -> bytes:
    return (resources() / "icons" / f"{name}.svg").read_bytes()
