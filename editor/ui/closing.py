"""Closing the window: work that is not saved is asked about, once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.session import Session
from editor.ui.editing import Editing
from editor.ui.saving import Saving
from editor.words import tr

MOST_NAMED = 8


class Closing(QObject):
    """Finds out whether the window may close."""

    agreed = Signal()
    """Nothing stands against it any more."""

    def __init__(self, editing: Editing, saving: Saving, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._saving = saving
        self._window = window
        self._box: QMessageBox | None = None
        self._after_saving = False
        self._discards = False
        saving.ended.connect(self._saved)

    @property
    def may_close(self) -> bool:
        """Whether closing loses nothing that the user wants to keep."""
        return self._discards or not self._session.unsaved_places

    def ask(self) -> None:
        """Ask what shall become of the changes; `agreed` follows, or nothing. A save that runs is waited for."""
        if self._saving.running is not None:
            self._after_saving = True
            return
        if self._box is not None:
            return
        box = self._box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
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

    @property
    def _session(self) -> Session:
        return self._editing.session

    def _names(self) -> str:
        places = self._session.unsaved_places
        names = [self._editing.name_of(place) for place in places[:MOST_NAMED]]
        if len(places) > MOST_NAMED:
            names.append(tr("and {count} more", count=len(places) - MOST_NAMED))
        return "\n".join(names)

    def _answered(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None

    def _save(self) -> None:
        self._after_saving = True
        self._saving.save(self._session.unsaved_places)

    def discard(self) -> None:
        """Give up the changes and close."""
        self._discards = True
        self.agreed.emit()

    def _saved(self) -> None:
        wanted, self._after_saving = self._after_saving, False
        if wanted and self.may_close:
            self.agreed.emit()
