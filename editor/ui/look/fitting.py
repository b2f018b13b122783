"""Windows no larger than their screen, which at 200 % has room for half as much."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)
"""Room for a window's own frame, whose size no system tells before the window stands."""


def resize_to_fit(window: QWidget, wanted: QSize) -> None:
    """Give a window the size it wants, or as much of it as its screen has room for."""
    window.resize(wanted.boundedTo(window.screen().availableSize() - _FRAME))
