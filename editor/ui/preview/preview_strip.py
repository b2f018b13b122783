"""The line above the previewed page: which it is and whose look it wears, or what a click where the mouse is does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from editor.markup.addresses import LINK_SCHEMES
from editor.render.theme import ThemeFault
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.tips import as_typed
from editor.ui.preview.theme_notice import ThemeNotice
from editor.words import tr


class PreviewStrip(QWidget):
    """Says what is seen below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._link = ""
        self._is_pointed_at = False
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a link may be long
        self._look = QuietLine()
        self._look.setWordWrap(False)
        self._look.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._look.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._notice = ThemeNotice()
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(16)
        line.addWidget(self._words, 1)
        line.addWidget(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._notice)
        self._words.setMinimumHeight(LEAST_HEIGHT)
        self.show_look(is_own=False)

    def show_look(self, *, is_own: bool) -> None:
        """Say whether the page wears the website's own look or the one that comes with the program."""
        if is_own:
            name = tr("The website's own look")
            tip = tr("The page is shown in the look that this website brings, in the folder “theme” of its content.")
        else:
            name = tr("Built-in look")
            tip = tr(
                "This website has not given the program its own look yet, so the page is shown in one that comes with"
                " the program. The words are those of your website."
            )
        self._look.setText(name)
        self._look.setToolTip(tip)
        self._look.setAccessibleDescription(tip)

    def show_faults(self, faults: Sequence[ThemeFault]) -> None:
        """Say that the website's own look has these faults."""
        self._notice.show_faults(faults)

    def show_name(self, page: str, *, is_example: bool) -> None:
        """Say which page is shown; `is_example`: not because it was chosen, but for texts that all pages share."""
        if is_example:
            self._title = tr("Example: {page}", page=page)
        else:
            self._title = tr("Preview of “{page}”", page=page)
        self._show()

    def show_link(self, address: str) -> None:
        """Say where the link under the mouse leads, "" for none; those within the website open nothing here."""
        self._link = address if QUrl(address).scheme() in LINK_SCHEMES else ""
        self._show()

    def show_pointed_at(self, pointed_at: bool) -> None:
        """Say that words can be clicked on, while the mouse is over the page."""
        self._is_pointed_at = pointed_at
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        words = self._title
        if self._link:
            words = tr("Opens {address}", address=self._link)
        elif self._is_pointed_at:
            words = tr("Click on any words to change them")
        room = self._words.contentsRect().width()
        elided = self._words.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._words.setText(elided)
        self._words.setToolTip("" if elided == words else as_typed(words))
