"""How far an export is, at the window's foot, with a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.announcing import announce
from editor.words import tr

BAR_WIDTH = 120


class ExportProgress(QWidget):
    """Shown while an export takes its time, and only then."""

    stopped = Signal()
    """The user wants no more of it."""
    shown = Signal()
    """It has come into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(BAR_WIDTH)
        self._bar.setAccessibleName(tr("How far the export is"))
        self._button = QPushButton(tr("Stop exporting"))
        self._button.setToolTip(tr("Stop; what was exported before stays as it is"))
        self._button.setMinimumHeight(LEAST_HEIGHT)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        for widget in (self._words, self._bar, self._button):
            row.addWidget(widget)
        self.hide()

    def show_progress(self, done: int, of: int) -> None:
        """Say how many pages are done."""
        text = tr("Exporting: {done} of {of} pages", done=f"{done:,}", of=f"{of:,}")
        if not of:
            text = tr("Exporting...")
        elif done == of:
            text = tr("Exporting: putting everything in place")
        self._words.setText(text)
        self._bar.setMaximum(of)
        self._bar.setValue(done)
        if not self.isVisible():
            self._button.setEnabled(True)
            self.show()
            announce(text, self._words)
            self.shown.emit()

    def end(self) -> None:
        """There is no export any more."""
        self.hide()

    def _stop(self) -> None:
        self._button.setEnabled(False)
        self.stopped.emit()
