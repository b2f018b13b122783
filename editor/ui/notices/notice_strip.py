"""The strip above a study's card that says what was published about the study later."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from editor.references.notice_words import notice_sentences
from editor.references.reference import Notice, NoticeKind
from editor.ui.look.announcing import announce
from editor.ui.look.colours import WORD_CONTRAST, contrast

_GROUNDS = {NoticeKind.RETRACTION: QColor("#b3261e"), NoticeKind.EXPRESSION_OF_CONCERN: QColor("#f2b84b")}
"""The same in a dark window: on a ground of their own, words need nothing of the window's colours."""
_LIGHT, _DARK = QColor("#ffffff"), QColor("#1f1f1f")


class NoticeStrip(QWidget):
    """One line for each notice, the gravest first: red, amber, and for a correction quiet. Hidden without any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: tuple[Notice, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_notices(self, notices: tuple[Notice, ...]) -> None:
        """Show these; what is shown already is left alone."""
        if notices == self._notices:
            return
        self._notices = notices
        while (item := self._column.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        for notice in notices:
            self._column.addWidget(_Line(notice))
        self.setVisible(bool(notices))
        if notices and self.isVisible():
            announce(self.text(), self)

    def text(self) -> str:
        """All that is said."""
        return "\n".join(map(notice_sentences, self._notices))


class _Line(QFrame):
    """One notice on its ground."""

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self._ground = _GROUNDS.get(notice.kind)
        self._words = QLabel(notice_sentences(notice))
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        if self._ground is not None:
            font = QFont(self.font())
            font.setBold(True)
            self._words.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._words)
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._ground is not None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._ground)
            painter.end()

    def _colour(self) -> None:
        """Have the words in the colour that is read best on this ground."""
        if self._ground is None:
            return
        colour = _LIGHT if contrast(_LIGHT, self._ground) >= WORD_CONTRAST else _DARK
        palette = QPalette(QGuiApplication.palette())
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        if self._words.palette().color(QPalette.ColorRole.WindowText) != colour:
            self._words.setPalette(palette)
