"""Words that stand out from others: headings, and the names of inputs."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget


def make_heading(widget: QWidget, size: float = 1) -> None:
    """Have a widget's words stand out; `size` is how large they are against others."""
    font = QFont(widget.font())
    font.setPointSizeF(font.pointSizeF() * size)
    font.setWeight(QFont.Weight.DemiBold)
    widget.setFont(font)
