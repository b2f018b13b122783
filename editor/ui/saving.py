"""Saving from the window: in the background, one file after the other, and never silently in vain."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from editor.session import Place, SaveFailed, SaveJob, SaveResult, Session, copy_of, run_save
from editor.storage import NotSaved
from editor.ui.background import Background
from editor.ui.not_saved_box import NotSavedBox
from editor.words import tr


class Saving(QObject):
    """Saves files of a session, and shows what could not be saved together with the ways out."""

    changed = Signal()
    """Something began or ended."""
    ended = Signal()
    """All that was asked for has been tried."""
    said = Signal(str)

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._background = background
        self._window = window
        self._waiting: list[Place] = []
        self._failed: list[SaveFailed] = []
        self.running: Place | None = None
        self.last_saved: datetime | None = None

    def save(self, places: Sequence[Place]) -> None:
        """Save these files, as they are when their turn comes."""
        self._waiting += [place for place in places if place not in self._waiting]
        if self.running is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self.running = None
            self.changed.emit()
            failed, self._failed = self._failed, []
            self.ended.emit()
            for failure in failed:
                self._show_failure(failure)
            return
        self.running = self._waiting.pop(0)
        self.changed.emit()
        job = self._session.prepare_save(self.running)
        self._background.run(functools.partial(run_save, job), self._finish, self._fail)

    def _finish(self, result: SaveResult) -> None:
        if isinstance(result, SaveFailed):
            self._failed.append(result)
        else:
            self.last_saved = datetime.now().astimezone()
            if result.warning is not None:
                self.said.emit(result.warning)
        self._session.finish_save(result)
        self._next()

    def _fail(self, error: BaseException) -> None:
        """A fault of ours: tell it as one, and leave nothing waiting for an end that never comes."""
        self._waiting.clear()
        self.running = None
        self.changed.emit()
        self.ended.emit()
        raise error

    def _show_failure(self, failure: SaveFailed) -> None:
        box = NotSavedBox(failure, self._window)
        box.save_wanted.connect(self.save)
        box.copy_wanted.connect(self._ask_where)
        box.open()

    def _ask_where(self, job: SaveJob) -> None:
        dialog = QFileDialog(self._window, tr("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(str(Path.home()))
        dialog.selectFile(Path(job.file.place).name)
        dialog.fileSelected.connect(functools.partial(self._save_copy, job))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_copy(self, job: SaveJob, target: str) -> None:
        work = functools.partial(_write_copy, job, Path(target))
        self._background.run(work, self._copied, self._copy_failed)

    def _copied(self, target: Path) -> None:
        self.said.emit(tr("A copy was saved as {file}.", file=target))

    def _copy_failed(self, error: BaseException) -> None:
        if not isinstance(error, NotSaved):
            raise error
        box = QMessageBox(QMessageBox.Icon.Warning, "", str(error), QMessageBox.StandardButton.Close, self._window)
        box.finished.connect(box.deleteLater)
        box.open()


def _write_copy(job: SaveJob, target: Path) -> Path:
    job.folder.save_copy(copy_of(job), target)
    return target
