"""The line above the previewed page: which it is and whose look it wears, or where the link under the mouse leads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.tips import as_typed
from editor.words import tr


class PreviewStrip(QWidget):
    """Says what is seen below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._link = ""
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a link may be long
        look = QuietLine(tr("Built-in look"))
        look.setWordWrap(False)
        look.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        look.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        look.setAccessibleName(tr("Look of the preview"))
        tip = tr(
            "This website has not given the program its own look yet, so the page is shown in one that comes with"
            " the program. The words are those of your website."
        )
        look.setToolTip(tip)
        look.setAccessibleDescription(tip)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(16)
        line.addWidget(self._words, 1)
        line.addWidget(look)
        self.setMinimumHeight(LEAST_HEIGHT)

    def show_name(self, page: str, *, is_example: bool) -> None:
        """Say which page is shown; `is_example`: not because it was chosen, but for texts that all pages share."""
        if is_example:
            self._title = tr("Preview, with “{page}” as an example", page=page)
        else:
            self._title = tr("Preview of “{page}”", page=page)
        self._show()

    def show_link(self, address: str) -> None:
        """Say where the link under the mouse leads; "" when there is none."""
        self._link = address
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        words = tr("Opens {address}", address=self._link) if self._link else self._title
        room = self._words.contentsRect().width()
        elided = self._words.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._words.setText(elided)
        self._words.setToolTip("" if elided == words else as_typed(words))
