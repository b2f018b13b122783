"""How the height is shared between the table of studies and the card of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT

_TABLE, _MOST_OF_TABLE = 0.45, 0.6
_HEADINGS_AND_ROWS = 6 * LEAST_HEIGHT + 4
"""Pixels: with five studies, which a low window has in sight where the card still shows a field."""


class StudySplit(QSplitter):
    """Two shares; until somebody moves the line between them, the table gets more of a low window than of a high one.

    The card scrolls by itself to what is typed in, but who looks for a study wants to see several.
    """

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._shares: tuple[int, ...] = ()
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep)

    @property
    def shares(self) -> tuple[int, ...]:
        """The heights of table and card in pixels, as the user has set them last; empty where nobody has."""
        return self._shares

    @shares.setter
    def shares(self, heights: Sequence[int]) -> None:
        if len(heights) == self.count() and min(heights) > 0:
            self._shares = tuple(heights)
            self.setSizes(list(heights))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._shares:
            both = self.height() - self.handleWidth()
            table = round(max(_TABLE * both, min(_MOST_OF_TABLE * both, _HEADINGS_AND_ROWS)))
            self.setSizes([table, both - table])

    def _keep(self) -> None:
        self._shares = tuple(self.sizes())
        self.moved.emit()
