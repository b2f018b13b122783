"""A text with its lines numbered, to be read and never changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from editor.ui.look.colours import mixed

_MARGIN = 8
"""Pixels on either side of the numbers."""
_SHARE = 0.3
_WHOLE_LINE = True


class NumberedText(QPlainTextEdit):
    """Shows lines in letters of one width; those that are marked stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._numbers = _Numbers(self)
        self.updateRequest.connect(self._follow)

    def show_lines(self, lines: Sequence[str], marked: Sequence[int]) -> None:
        """Show these lines, some of them (counted from 1) marked, and go to the first of those."""
        self.setPlainText("\n".join(lines))
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)
        self.setExtraSelections([self._mark(line) for line in marked if line <= len(lines)])
        first = next(iter(marked), 1)
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(first - 1)))

    def marked_lines(self) -> list[int]:
        """The lines that are marked, counted from 1."""
        return [selection.cursor.blockNumber() + 1 for selection in self.extraSelections()]

    def numbers_width(self) -> int:
        """Pixels that the numbers take."""
        return self.fontMetrics().horizontalAdvance("0" * len(str(self.blockCount()))) + 2 * _MARGIN

    def paint_numbers(self, painter: QPainter) -> None:
        """Write the numbers of all lines in sight beside them."""
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        block = self.firstVisibleBlock()
        width, height = self.numbers_width() - _MARGIN, self.fontMetrics().height()
        while block.isValid():
            top = round(self.blockBoundingGeometry(block).translated(self.contentOffset()).top())
            if top > self.viewport().height():
                break
            painter.drawText(0, top, width, height, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self.numbers_width(), inside.height()))

    def _follow(self, _area: QRect, moved: int) -> None:
        if moved:
            self._numbers.scroll(0, moved)
        self._numbers.update()

    def _mark(self, line: int) -> QTextEdit.ExtraSelection:
        palette, marked = self.palette(), QTextCharFormat()
        ground = mixed(palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.Base), _SHARE)
        marked.setBackground(ground)
        marked.setProperty(QTextFormat.Property.FullWidthSelection, _WHOLE_LINE)
        selection = QTextEdit.ExtraSelection()
        selection.format, selection.cursor = marked, QTextCursor(self.document().findBlockByNumber(line - 1))
        return selection


class _Numbers(QWidget):
    """The column of numbers."""

    def __init__(self, text: NumberedText) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        return QSize(self._text.numbers_width(), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._text.paint_numbers(QPainter(self))
