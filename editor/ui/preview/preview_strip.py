"""The line above the previewed page: whose look it wears, or where the link under the mouse leads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.words import tr


class PreviewStrip(QWidget):
    """Says quietly what is seen below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = ""
        self._words = QLabel(tr("Built-in look"))
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a link may be long
        self._words.setAccessibleName(tr("Look of the preview"))
        tip = tr(
            "This website has not given the program its own look yet, so the page is shown in one that comes with"
            " the program. The words are those of your website."
        )
        self._words.setToolTip(tip)
        self._words.setAccessibleDescription(tip)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.addWidget(self._words)
        self.setMinimumHeight(LEAST_HEIGHT)

    def show_link(self, address: str) -> None:
        """Say where the link under the mouse leads; "" when there is none."""
        self._link = address
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        words = tr("Opens {address}", address=self._link) if self._link else tr("Built-in look")
        room = self._words.contentsRect().width()
        self._words.setText(self._words.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
