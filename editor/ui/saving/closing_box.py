"""The question what shall become of changes that are not saved, before the window closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from editor.session import SaveFailed
from editor.ui.saving.save_state import Unsaved
from editor.words import tr

MOST_NAMED = 8

Answer = Callable[[], None]


class ClosingBox(QMessageBox):
    """Names what is not saved, and asks for one of the ways on. Escape keeps the window."""

    over = Signal()
    """It is answered; what follows from the answer follows now."""
    stayed = Signal()
    """The window shall not be closed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._answers: dict[QAbstractButton, Answer] = {}
        self.finished.connect(self._end)

    def ask(self, changed: Sequence[Unsaved], save: Answer, discard: Answer) -> None:
        """Ask about changes that nobody has tried to save."""
        self.setText(tr("Save your changes before closing?"))
        self.setInformativeText("\n".join(_named([one.words for one in changed])))
        self._offer(tr("Save all"), save, tr("Don't save"), discard)

    def ask_after_failure(
        self, changed: Sequence[Unsaved], failures: Sequence[SaveFailed], save: Answer, keep: Answer
    ) -> None:
        """Ask about changes of which some could not be saved."""
        reasons = {failure.job.file.place: failure.error.reason for failure in failures}
        named = [
            tr("{page}: {reason}", page=one.words, reason=reasons[one.place]) if one.place in reasons else one.words
            for one in changed
        ]
        kept = tr("If you close now, your words stay on this computer and are offered to you at the next start.")
        self.setText(tr("Not all of your changes could be saved. Try once more before closing?"))
        self.setInformativeText("\n\n".join([*_named(named), kept]))
        self._offer(tr("Try again"), save, tr("Close and keep my words"), keep)

    def ask_about_save(self, keep: Answer) -> None:
        """Ask whether to close though a save has not come to its end."""
        self.setText(tr("Saving takes very long: the clinic drive does not answer. Wait for it?"))
        self.setInformativeText(
            tr(
                "If you close now, your words stay on this computer, and the next start offers those that did not get"
                " through."
            )
        )
        wait = self.addButton(tr("Keep waiting"), QMessageBox.ButtonRole.RejectRole)
        self._answers = {self.addButton(tr("Close and keep my words"), QMessageBox.ButtonRole.DestructiveRole): keep}
        self.setDefaultButton(wait)
        self.setEscapeButton(wait)

    def withdraw(self) -> None:
        """Take the question back: it has answered itself."""
        self.stayed.disconnect()
        self.reject()

    def ask_where_nothing_can_be_kept(self, copies: Answer, discard: Answer) -> None:
        """Ask when neither the website's folder nor this computer takes the words."""
        self.setIcon(QMessageBox.Icon.Warning)
        self.setText(tr("Your words can't be kept for the next start: this computer's own disk can't be written."))
        self.setInformativeText(tr("Save a copy elsewhere, on a USB stick for instance, or make room on the disk."))
        self._offer(tr("Save a copy..."), copies, tr("Close without saving"), discard)

    def _offer(self, first: str, run_first: Answer, second: str, run_second: Answer) -> None:
        best = self.addButton(first, QMessageBox.ButtonRole.AcceptRole)
        other = self.addButton(second, QMessageBox.ButtonRole.DestructiveRole)
        stay = self.addButton(tr("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(best)
        self.setEscapeButton(stay)
        self._answers = {best: run_first, other: run_second}

    def _end(self) -> None:
        self.deleteLater()
        self.over.emit()
        self._answers.get(self.clickedButton(), self.stayed.emit)()


def _named(names: Sequence[str]) -> list[str]:
    more = len(names) - MOST_NAMED
    return [*names[:MOST_NAMED], *([tr("and {count} more", count=more)] if more > 0 else [])]
