"""The message that files could not be saved, with the ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.session import Place, SaveFailed
from editor.words import tr

MOST_EXPLAINED = 8


class NotSavedBox(QMessageBox):
    """Says what happened, that nothing was lost, and offers what can help: one box for all that failed."""

    save_wanted = Signal(list)
    """These places shall be saved again."""
    copies_wanted = Signal(list)
    """The words of these saves shall go into copies elsewhere."""

    def __init__(self, failures: Sequence[SaveFailed], name_of: Callable[[Place], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = [failure.job for failure in failures]
        self._places = [failure.job.file.place for failure in failures]
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if len(failures) == 1:
            self._explain(failures[0])
        else:
            self._list(failures, name_of)
        self._offer()
        self.finished.connect(self.deleteLater)

    def _explain(self, failure: SaveFailed) -> None:
        self.setText(str(failure.error))
        self.setInformativeText(_BY_ITSELF if failure.error.passing else "")

    def _list(self, failures: Sequence[SaveFailed], name_of: Callable[[Place], str]) -> None:
        count = len(failures)
        self.setText(tr("{count} files were not saved. Nothing was lost: your texts are still here.", count=count))
        paragraphs = [
            tr("{page}: {reason}", page=name_of(failure.job.file.place), reason=failure.error.reason)
            for failure in failures[:MOST_EXPLAINED]
        ]
        if count > MOST_EXPLAINED:
            paragraphs.append(tr("and {count} more", count=count - MOST_EXPLAINED))
        if any(failure.error.passing for failure in failures):
            paragraphs.append(_BY_ITSELF)
        self.setInformativeText("\n\n".join(paragraphs))

    def _offer(self) -> None:
        several = len(self._jobs) > 1
        again = self.addButton(tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
        again.clicked.connect(self._save_again)
        copy = self.addButton(
            tr("Save copies...") if several else tr("Save a copy..."), QMessageBox.ButtonRole.ActionRole
        )
        copy.clicked.connect(self._save_copies)
        keep = self.addButton(tr("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        self.setEscapeButton(keep)
        self.setDefaultButton(keep)

    def _save_again(self) -> None:
        self.save_wanted.emit(self._places)

    def _save_copies(self) -> None:
        self.copies_wanted.emit(self._jobs)


_BY_ITSELF = tr(
    "Go on working: saving is tried again by itself every minute or so, and the line at the bottom says when it is"
    " done."
)
