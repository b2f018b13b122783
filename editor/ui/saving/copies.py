"""Copies elsewhere of what could not be saved."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from editor.session import SaveJob, copy_of
from editor.storage import NotSaved
from editor.ui.background import Background
from editor.words import tr, tr_count


class Copies(QObject):
    """Asks where copies shall go and writes them there, never over a file that exists."""

    said = Signal(str)
    ended = Signal(bool)
    """Whether the copies are there; a message tells why not."""

    def __init__(self, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._background = background
        self._window = window
        self._in_work = 0

    @property
    def is_writing(self) -> bool:
        """Whether a copy is on its way to the disk."""
        return self._in_work > 0

    def ask_where(self, jobs: Sequence[SaveJob]) -> None:
        """Ask for a file for one copy, or for a folder for several."""
        dialog = QFileDialog(self._window, tr("Save a copy") if len(jobs) == 1 else tr("Save copies in this folder"))
        dialog.setDirectory(str(Path.home()))
        if len(jobs) == 1:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # it would be refused all the same
            dialog.selectFile(free_path(Path.home(), jobs[0]).name)
            dialog.fileSelected.connect(functools.partial(self._save_one, jobs[0]))
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.fileSelected.connect(functools.partial(self._save_several, jobs))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_one(self, job: SaveJob, target: str) -> None:
        self._in_work += 1
        self._background.run(functools.partial(_write, job, Path(target)), self._told, self._fail)

    def _save_several(self, jobs: Sequence[SaveJob], folder: str) -> None:
        self._in_work += 1
        self._background.run(functools.partial(_write_all, jobs, Path(folder)), self._told, self._fail)

    def _told(self, sentence: str) -> None:
        self._in_work -= 1
        self.said.emit(sentence)
        all_is_well = True
        self.ended.emit(all_is_well)

    def _fail(self, error: BaseException) -> None:
        self._in_work -= 1
        all_is_well = False
        self.ended.emit(all_is_well)
        if not isinstance(error, NotSaved):
            raise error
        box = QMessageBox(QMessageBox.Icon.Warning, "", str(error), QMessageBox.StandardButton.Close, self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.finished.connect(box.deleteLater)
        box.open()


def free_path(folder: Path, job: SaveJob) -> Path:
    """A file in a folder that is not there yet, named after the file that could not be saved."""
    name = Path(job.file.place)
    names = itertools.chain([name.name], (f"{name.stem} ({number}){name.suffix}" for number in itertools.count(2)))
    return next(path for path in map(folder.joinpath, names) if not path.exists())


def _write(job: SaveJob, target: Path) -> str:
    job.folder.save_copy(copy_of(job), target)
    return tr("A copy was saved as {file}.", file=target)


def _write_all(jobs: Sequence[SaveJob], folder: Path) -> str:
    for job in jobs:
        _write(job, free_path(folder, job))
    return tr_count("1 copy was saved in {folder}.", "{count} copies were saved in {folder}.", len(jobs), folder=folder)
