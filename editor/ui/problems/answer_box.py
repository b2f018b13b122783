"""Asks why a problem is none here; who else looks at the page reads that."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.fitting import resize_to_fit
from editor.words import tr

_SIZE = QSize(520, 380)


class AnswerBox(QDialog):
    """Asks for a reason, and for a name if one likes. Escape answers nothing. Deleted when it is closed."""

    agreed = Signal(str, str)
    """The reason, and who gives it, "" where nobody says."""

    def __init__(self, message: str, name: str, parent: QWidget) -> None:
        """`message` is the problem's, `name` that which was given the last time."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Not a problem here"))
        self.reason = QPlainTextEdit(tabChangesFocus=True)
        self.reason.setAccessibleName(tr("Why is this not a problem here?"))
        self.name = QLineEdit(name)
        self.name.setAccessibleName(tr("Your name, if you like"))
        buttons = QDialogButtonBox()
        self.agree = buttons.addButton(tr("Not a problem here"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(message, buttons)
        self.reason.textChanged.connect(self._look)
        buttons.accepted.connect(self._agree)
        buttons.rejected.connect(self.reject)
        self._look()

    def _look(self) -> None:
        self.agree.setEnabled(bool(self.reason.toPlainText().strip()))

    def _agree(self) -> None:
        self.agreed.emit(" ".join(self.reason.toPlainText().split()), self.name.text().strip())
        self.accept()

    def _lay_out(self, message: str, buttons: QDialogButtonBox) -> None:
        problem = QLabel(message, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        wanted = QLabel(tr("Why is this not a problem here?"), wordWrap=True)
        by = QLabel(tr("Your name, if you like"))
        note = QuietLine()
        note.setText(tr("Your colleagues read this reason. If the words on the page change, the question comes back."))
        wanted.setBuddy(self.reason)
        by.setBuddy(self.name)
        for button in (self.agree, self.cancel, self.name):
            button.setMinimumHeight(LEAST_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(problem)
        column.addSpacing(8)
        column.addWidget(wanted)
        column.addWidget(self.reason, 1)
        column.addWidget(by)
        column.addWidget(self.name)
        column.addWidget(note)
        column.addSpacing(8)
        column.addWidget(buttons)
        resize_to_fit(self, _SIZE)
        self.reason.setFocus()
