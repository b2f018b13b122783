"""A form that follows the cursor: who types at the end of a long text sees what is typed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget

_MARGIN = 8
_BELOW = 88
"""Pixels of a box below the cursor that are shown with it: what stands at the foot of the box belongs to the text."""


class CursorInSight(QTimer):
    """Scrolls the form that a box is in, once all has its place after a change."""

    def __init__(self, box: QPlainTextEdit) -> None:
        super().__init__(box)
        self._box = box
        self.setSingleShot(True)
        self.setInterval(0)
        self.timeout.connect(self._scroll)

    def _scroll(self) -> None:
        form = form_around(self._box)
        inside = None if form is None else form.widget()
        if form is None or inside is None or not self._box.hasFocus():
            return
        corner = self._box.mapTo(inside, QPoint(0, 0))
        line = self._box.cursorRect().translated(corner + self._box.viewport().pos())
        bottom = min(line.bottom() + _BELOW, corner.y() + self._box.height())
        left = form.horizontalScrollBar().value()
        form.ensureVisible(left, bottom, 0, _MARGIN)
        form.ensureVisible(left, line.top(), 0, _MARGIN)


def form_around(box: QWidget) -> QScrollArea | None:
    """The form that a box is in, which scrolls."""
    parent = box.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent
        parent = parent.parentWidget()
    return None
