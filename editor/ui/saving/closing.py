"""Closing the window: what is being saved is waited for, what is not saved is asked about, once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.session import Session
from editor.ui.saving.save_state import unsaved
from editor.ui.saving.saving import Saving
from editor.words import tr

MOST_NAMED = 8


class Closing(QObject):
    """Finds out whether the window may close."""

    agreed = Signal()
    """Nothing stands against it any more."""
    declined = Signal()
    """The window stays: the user wants that, or something could not be saved."""

    def __init__(self, session: Session, saving: Saving, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._saving = saving
        self._window = window
        self._box: QMessageBox | None = None
        self._waits = False
        self._discards = False
        saving.ended.connect(self._saved)

    @property
    def may_close(self) -> bool:
        """Whether closing loses nothing that the user wants to keep."""
        # While a save runs, nobody knows yet what the file will hold: what was undone since may be in it.
        return not self._saving.is_busy and (self._discards or not self._session.unsaved_places)

    def ask(self) -> None:
        """Ask what shall become of the changes; `agreed` or `declined` follows. A save that runs is waited for."""
        if self._saving.is_busy:
            self._waits = True
            return
        if self._box is not None:
            return
        box = self._box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Save your changes before closing?"))
        box.setInformativeText(self._names())
        save = box.addButton(tr("Save all"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(tr("Don't save"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(tr("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(keep)
        save.clicked.connect(self._save)
        discard.clicked.connect(self.discard)
        box.finished.connect(self._answered)
        box.open()

    def discard(self) -> None:
        """Give up the changes and close."""
        self._discards = True
        self.agreed.emit()

    def _names(self) -> str:
        changed = unsaved(self._session)
        names = [one.words for one in changed[:MOST_NAMED]]
        if len(changed) > MOST_NAMED:
            names.append(tr("and {count} more", count=len(changed) - MOST_NAMED))
        return "\n".join(names)

    def _answered(self) -> None:
        box, self._box = self._box, None
        if box is not None:
            box.deleteLater()
            if box.buttonRole(box.clickedButton()) == QMessageBox.ButtonRole.RejectRole:
                self.declined.emit()

    def _save(self) -> None:
        self._waits = True
        self._saving.save(self._session.unsaved_places)

    def _saved(self, all_is_well: bool) -> None:
        waited, self._waits = self._waits, False
        if not waited:
            return
        if not all_is_well:
            self._discards = False
            self.declined.emit()
        elif self.may_close:
            self.agreed.emit()
        else:
            self.ask()
