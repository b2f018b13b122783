"""How far it is with asking others about studies, and then what was found."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.announcing import announce
from editor.ui.look.fitting import resize_to_fit
from editor.ui.look.headings import make_heading
from editor.ui.look.icons import icon
from editor.ui.notices.look_up_findings import Findings
from editor.words import tr

_SIZE = QSize(640, 360)
_KEY = Qt.ItemDataRole.UserRole


class LookUpBox(QDialog):
    """Closed while others are asked, it stops that. Deleted when it is closed.

    `what` is done to the studies of `where`; `look` is what its button does with one that is to be looked after.
    """

    stopped = Signal()
    """It is closed."""
    study_wanted = Signal(str)
    """The key of a study that shall be looked at."""

    def __init__(self, what: str, where: str, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(what)
        self._heading, self._words, self._bar = QLabel(where), QLabel(), QProgressBar()
        self.list = QListWidget()
        self._buttons = QDialogButtonBox()
        self.look = self._buttons.addButton(look, QDialogButtonBox.ButtonRole.AcceptRole)
        self._close = self._buttons.addButton(tr("Stop"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self.look.clicked.connect(self._go)
        self.list.itemDoubleClicked.connect(self._go)
        self._close.clicked.connect(self.reject)

    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_working(self, words: str, done: int = 0, of: int = 0) -> None:
        """Say what is going on; and how much of how much is done, where that is known."""
        self._words.setText(words)
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def show_findings(self, found: Findings) -> None:
        """Say what was found, and list the studies to look after."""
        self._bar.hide()
        self._words.setText(found.words)
        announce(found.words, self._words)
        for finding in found.studies:
            item = QListWidgetItem(finding.words, self.list)
            item.setData(_KEY, finding.key)
            if finding.is_grave:
                item.setIcon(icon("notice"))
        self.list.setVisible(bool(found.studies))
        self.look.setVisible(bool(found.studies))
        self._close.setText(tr("Close"))
        if found.studies:
            self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.look.setDefault(True)

    def done(self, result: int) -> None:
        self.stopped.emit()
        super().done(result)

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            key: str = item.data(_KEY)
            self.accept()
            self.study_wanted.emit(key)

    def _lay_out(self) -> None:
        make_heading(self._heading)
        for label in (self._heading, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.windowTitle())
        self.list.setAccessibleName(tr("Studies to look after"))
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        for button in self._buttons.buttons():
            button.setMinimumHeight(LEAST_HEIGHT)
        self.list.hide()
        self.look.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self._heading, self._words, self._bar):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self._buttons)
        resize_to_fit(self, _SIZE)
