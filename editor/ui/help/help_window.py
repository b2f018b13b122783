"""A window with something to read, and to print."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QTextBrowser, QVBoxLayout, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.help.printing import print_on, why_no_printing
from editor.words import tr

WANTED_SIZE = QSize(720, 680)
_MARGIN = 16
"""Pixels around the text."""


class HelpWindow(QDialog):
    """Shows a text beside the program's own window, which stays usable."""

    def __init__(self, title: str, text: str, pages: int, parent: QWidget) -> None:
        """`text` is HTML, and has so many `pages` on paper."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._title = title
        self._text = text
        self._pages = pages
        self._page = QTextBrowser()
        self._page.setAccessibleName(title)
        self._page.setOpenLinks(False)
        self._page.setHtml(text)
        self._page.document().setDocumentMargin(_MARGIN)
        self._lay_out()
        self.resize(WANTED_SIZE.boundedTo(parent.screen().availableSize() * 0.9))

    def ask_printer(self) -> None:
        """Ask for a printer, and print."""
        if obstacle := why_no_printing():
            self._say(obstacle)
            return
        if self.findChildren(QPrintDialog):
            return
        dialog = QPrintDialog(self)  # its own printer lives as long as it does, unlike one made here
        dialog.printer().setDocName(self._title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(self._print)
        dialog.show()

    def _say(self, words: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, "", words, QMessageBox.StandardButton.Close, self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _print(self, printer: QPrinter) -> None:
        print_on(printer, self._text, self._pages)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        to_paper = buttons.addButton(tr("Print..."), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        to_paper.clicked.connect(self.ask_printer)
        close.clicked.connect(self.close)
        for button in (to_paper, close):
            button.setMinimumHeight(LEAST_HEIGHT)
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._page, 1)
        column.addWidget(buttons)
