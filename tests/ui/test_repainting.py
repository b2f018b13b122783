"""The Qt that is installed survives many repaints of a widget painted in Python.

PySide6 6.12.0 on Python 3.11 lost a reference to None at each, and ended the program after some thousand.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

REPAINTS = 20_000


class PaintedWidget(QWidget):
    """Counts how often it was painted."""

    painted = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawPoint(1, 1)
        self.painted += 1


def test_a_widget_painted_in_python_survives_many_repaints(qtbot: QtBot) -> None:
    widget = PaintedWidget()
    qtbot.addWidget(widget)
    widget.resize(4, 4)
    with qtbot.waitExposed(widget):
        widget.show()
    for _ in range(REPAINTS):
        widget.repaint()
    assert widget.painted >= REPAINTS
