"""What happens when the program has a fault: it says so, keeps running, and loses nothing."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox

from editor.words import tr


class UnexpectedError(QObject):
    """Takes errors that nobody caught, shows one plain message at a time, and has the details on the console."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: QMessageBox | None = None

    def install(self) -> None:
        """Take all uncaught errors from now on."""
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Tell the user, in plain words; whoever mends the program finds the details on the console."""
        sys.__excepthook__(kind, error, trace)
        if self._box is not None or not isinstance(error, Exception):
            return
        box = self._box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(tr("The program could not do this because of a fault of its own."))
        box.setInformativeText(
            tr(
                "Your text is still in the window. Save your pages now, then close the program and start it again. "
                "If it happens again, please tell whoever looks after your computers what you did just before."
            )
        )
        box.addButton(QMessageBox.StandardButton.Close)
        box.finished.connect(self._closed)
        box.open()

    def _closed(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None
