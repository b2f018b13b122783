"""The big box into which a web page's text is pasted or dropped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from editor.content.search_text import single_spaced
from editor.markup.html_reading import TooMuch
from editor.references.page_text.lines import TextLine, lines_of_html, text_of_lines
from editor.ui.adding.file_drop import files_of
from editor.words import tr

_LEAST_SHARE = 0.7
"""Of the plain text that was copied: what comes as fewer words in HTML is pasted plain, lest any are lost."""


class PageTextBox(QPlainTextEdit):
    """Holds plain text; what was copied from a website keeps its links and bold words, unseen, line by line."""

    files_dropped = Signal(tuple)
    """Paths."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copied: list[TextLine] = []
        """The lines that were copied from a website, as they were."""
        self.setAccessibleName(tr("Text of the web page"))
        self.setPlaceholderText(
            tr("On the web page, select all (Ctrl+A) and copy (Ctrl+C); paste it here (Ctrl+V). Or drop its file here.")
        )
        self.setTabChangesFocus(True)

    def put_lines(self, lines: Sequence[TextLine]) -> None:
        """Put lines where the cursor is."""
        self.copied += lines
        self.insertPlainText(text_of_lines(lines) + "\n")

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if files := files_of(source):
            self.files_dropped.emit(files)
            return
        try:
            lines = lines_of_html(source.html()) if source.hasHtml() else ()
        except TooMuch:
            lines = ()
        if len(text_of_lines(lines)) > _LEAST_SHARE * len(single_spaced(source.text())):
            self.put_lines(lines)
        else:
            self.insertPlainText(source.text())
