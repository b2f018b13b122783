"""Asking for a folder, without waiting for a drive that may be gone."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.storage.folder_look import is_folder
from editor.ui.background import Background

PATIENCE_MS = 500
"""Milliseconds that a folder may take to answer before one begins in the user's own folder instead."""


def ask_folder(
    title: str, starts: Sequence[Path], front: QWidget | None, chosen: Callable[[Path], None], verb: str = ""
) -> None:
    """Ask for one folder, once at a time in front of `front`, and tell `chosen` which it is.

    One begins with what is in the first of the folders `starts` that is there, or else in the user's own folder.
    `verb` is what the button says that chooses.
    """
    asked = [] if front is None else front.findChildren(_FolderQuestion)
    if all(question.is_answered for question in asked):
        question = _FolderQuestion(title, starts, front)
        question.chosen.connect(chosen)
        if verb:
            question.setLabelText(QFileDialog.DialogLabel.Accept, verb)


class _FolderQuestion(QFileDialog):
    """Opens as soon as it is known where to begin, and at once where no drive answers soon."""

    chosen = Signal(object)
    """The folder, a Path."""

    def __init__(self, title: str, starts: Sequence[Path], front: QWidget | None) -> None:
        super().__init__(front, title, str(Path.home()))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)
        self.fileSelected.connect(self._choose)
        self.is_answered = False
        self._background = Background(self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._begin)
        self._patience.start()
        self._background.run(functools.partial(_first_there, tuple(starts)), self._begin, self._fail)

    def done(self, result: int) -> None:
        self.is_answered = True  # it goes a little later
        super().done(result)

    def _begin(self, start: Path | None = None) -> None:
        self._patience.stop()
        self._background.close()
        if start is not None:
            self.setDirectory(str(start))
        self.open()

    def _choose(self, folder: str) -> None:
        self.chosen.emit(Path(folder))

    def _fail(self, error: BaseException) -> None:
        raise error


def _first_there(folders: Sequence[Path]) -> Path | None:
    """The first of the folders that is there. It blocks on the disk."""
    return next(filter(is_folder, folders), None)
