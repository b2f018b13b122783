"""The message that the program has had a fault, with the report of it in sight."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor.paths import documents
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.announcing import announce
from editor.ui.look.headings import make_heading
from editor.ui.unexpected.fault_report import Fault, messages, report
from editor.words import tr

_SIZE = QSize(640, 440)
_MOST_SHOWN = 5
_FILE = "clinic-page-editor-report.txt"


class Safety(Enum):
    """What became of the words that are not saved."""

    KEPT = auto()
    NOT_KEPT = auto()
    NO_WINDOW = auto()


class FaultBox(QDialog):
    """Says that there was a fault and what to do, and shows the report: all that copying and saving give away.

    `page_words` answers the words of the open page; it is asked when somebody wants them in the report.
    """

    def __init__(
        self, fault: Fault, safety: Safety, page_words: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("A fault of the program"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._faults = [fault]
        self._further = 0
        self._page_words = page_words
        self._words = ""
        self._said = QLabel()
        self.view = QPlainTextEdit()
        self.with_words = QCheckBox(tr("Add the page's words, and what the fault says about them"))
        buttons = QDialogButtonBox()
        go_on = tr("Close") if safety is Safety.NO_WINDOW else tr("Go on")
        self.go_on = buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        self.copy = buttons.addButton(tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save = buttons.addButton(tr("Save the report..."), QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out(safety, buttons)
        self.go_on.clicked.connect(self.accept)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_where)
        self.with_words.toggled.connect(self._take_words)
        self._show_report()

    @property
    def traces(self) -> list[str]:
        """Where the faults came up."""
        return [fault.trace for fault in self._faults]

    def add(self, fault: Fault) -> None:
        """Put a further fault into the report; of many, or of the same again, only the number."""
        is_new = all(fault.trace != known.trace for known in self._faults)
        if is_new and len(self._faults) < _MOST_SHOWN:
            self._faults.append(fault)
        else:
            self._further += 1
        self._show_report()

    def _take_words(self, are_wanted: bool) -> None:
        """Read the page's words once: where that fails, it would do so again at the fault that is told of it."""
        self._words = tr("The page's words could not be read.")
        try:
            if are_wanted:
                self._words = self._page_words()
        finally:
            self._show_report()

    def _show_report(self) -> None:
        text = report(self._faults, self._further)
        if self.with_words.isChecked():
            text += f"\n{messages(self._faults)}\n{self._words}"
        self.view.setPlainText(text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.view.toPlainText())
        self._say(tr("The report was copied. Paste it into an e-mail, for instance."))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, tr("Save the report"), str(documents()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(_FILE)
        dialog.fileSelected.connect(self._save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, target: str) -> None:
        try:
            Path(target).write_text(self.view.toPlainText(), encoding="utf-8")
        except OSError:
            self._say(tr("The report could not be saved there. Choose another folder, or copy it."))
        else:
            self._say(tr("The report was saved as {file}.", file=target))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        announce(words, self._said)

    def _lay_out(self, safety: Safety, buttons: QDialogButtonBox) -> None:
        heading = QLabel(tr("The program could not do this because of a fault of its own."))
        make_heading(heading)
        words = QLabel(_WORDS[safety])
        caption = QLabel(tr("The report holds this and nothing else:"))
        self.view.setReadOnly(True)
        self.view.setTabChangesFocus(True)
        self.view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.view.setAccessibleName(tr("What the report holds"))
        self._said.setAccessibleDescription(tr("Message"))
        self._said.hide()
        self.with_words.setMinimumHeight(LEAST_HEIGHT)
        for button in buttons.buttons():
            button.setMinimumHeight(LEAST_HEIGHT)
        self.go_on.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for label in (heading, words, caption, self._said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        for label in (heading, words, caption):
            column.addWidget(label)
        column.addWidget(self.view, 1)
        column.addWidget(self.with_words)
        column.addWidget(self._said)
        column.addWidget(buttons)
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resize(_SIZE)


_AGAIN = tr(
    "If it happens again, close the program and start it again, and give the report below to whoever looks after your"
    " computers, with a word about what you did just before."
)
_WORDS = {
    Safety.KEPT: tr(
        "Nothing was lost: your text is still in the window, and what is not saved yet is kept on this computer too."
        " Go on, and save your pages soon. {again}",
        again=_AGAIN,
    ),
    Safety.NOT_KEPT: tr(
        "Your text is still in the window, but it could not be kept safe elsewhere on this computer. Save your pages"
        " now. {again}",
        again=_AGAIN,
    ),
    Safety.NO_WINDOW: tr(
        "Your pages are as they were saved last, and what was not saved is kept. Start the program again. If it happens"
        " again, give the report below to whoever looks after your computers."
    ),
}
