"""The message that a file could not be saved, with the ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.session import SaveFailed
from editor.words import tr


class NotSavedBox(QMessageBox):
    """Says what happened, that nothing was lost, and offers to save again or elsewhere."""

    save_wanted = Signal(list)
    """These files shall be saved again."""
    copy_wanted = Signal(object)
    """This save's words shall go into a copy elsewhere."""

    def __init__(self, failure: SaveFailed, parent: QWidget) -> None:
        super().__init__(parent)
        self._job = failure.job
        self.setIcon(QMessageBox.Icon.Warning)
        self.setText(str(failure.error))
        again = self.addButton(tr("Save again"), QMessageBox.ButtonRole.AcceptRole)
        copy = self.addButton(tr("Save a copy..."), QMessageBox.ButtonRole.ActionRole)
        keep = self.addButton(tr("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        self.setEscapeButton(keep)
        again.clicked.connect(self._save_again)
        copy.clicked.connect(self._save_copy)
        self.finished.connect(self.deleteLater)

    def _save_again(self) -> None:
        self.save_wanted.emit([self._job.file.place])

    def _save_copy(self) -> None:
        self.copy_wanted.emit(self._job)
