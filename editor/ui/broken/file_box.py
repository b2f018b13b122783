"""A broken file as it is, with its line marked: to be looked at, and to be sent to somebody who can mend it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from editor.session import OpenFile
from editor.ui.broken.file_text import problem_lines, shown_lines
from editor.ui.broken.numbered_text import NumberedText
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.fitting import resize_to_fit
from editor.words import tr

_SIZE = QSize(860, 560)


class FileBox(QDialog):
    """Shows the lines of one file; nothing can be changed here."""

    copy_wanted = Signal()
    """What IT needs to know shall be copied."""

    def __init__(self, file: OpenFile, reasons: str, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("The file {file}", file=file.place))
        self.lines = NumberedText()
        self.lines.setAccessibleName(tr("The lines of the file"))
        self.lines.show_lines(shown_lines(file.data or b""), problem_lines(file))
        words = QLabel(reasons)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.hide()
        buttons = QDialogButtonBox()
        self.copy = buttons.addButton(tr("Copy for IT"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self.copy_wanted)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        for button in (self.copy, close):
            button.setMinimumHeight(LEAST_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (words, self.lines, self._said, buttons):
            column.addWidget(widget, 1 if widget is self.lines else 0)
        resize_to_fit(self, _SIZE)
        self.lines.setFocus()

    def say(self, words: str) -> None:
        """Tell something below the lines."""
        self._said.setText(words)
        self._said.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is known how much room there is."""
        super().showEvent(event)
        self.lines.centerCursor()
