"""Where the window goes, so that all of it can be seen, whatever became of the screen that it was on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRect, QSize

FRAME = QMargins(8, 40, 8, 8)
"""Pixels around the window for its frame, whose size no system tells before the window stands."""

LEAST = QSize(640, 480)
"""Pixels: a window smaller than this was never used."""


def visible_place(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """The place nearest to the wanted one that is all on one of the screens: on the one where most of it was.

    From a screen that is gone it comes to the middle of the first. `wanted` is the window without its frame, `screens`
    what each has free for windows, in pixels.
    """
    screen = max(screens, key=lambda free: _area(free.intersected(wanted)))
    if screen.contains(wanted) and wanted.size().expandedTo(LEAST) == wanted.size():
        return wanted
    free = screen.marginsRemoved(FRAME)
    size = wanted.size().expandedTo(LEAST).boundedTo(free.size())
    left = min(max(wanted.left(), free.left()), free.right() - size.width() + 1)
    top = min(max(wanted.top(), free.top()), free.bottom() - size.height() + 1)
    place = QRect(left, top, size.width(), size.height())
    if not screen.intersects(wanted):
        place.moveCenter(free.center())
    return place


def _area(part: QRect) -> int:
    return part.width() * part.height() if part.isValid() else 0
