"""Asking for a folder, without waiting for a drive that may be gone."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.storage.folder_look import is_folder
from editor.ui.background import Background

PATIENCE_MS = 500
"""Milliseconds that a folder may take to answer before one begins in the user's own folder instead."""


def ask_folder(title: str, starts: Sequence[Path], asker: QObject, chosen: Callable[[Path], None]) -> None:
    """Ask for one folder, in front of `asker` if that is a window, once at a time, and tell `chosen` which it is.

    One begins with what is in the first of the folders `starts` that is there, or else in the user's own folder.
    """
    if asker.findChild(_FolderQuestion) is None:
        _FolderQuestion(title, starts, asker).chosen.connect(chosen)


class _FolderQuestion(QObject):
    """Is there until it is answered."""

    chosen = Signal(object)
    """The folder, a Path."""

    def __init__(self, title: str, starts: Sequence[Path], asker: QObject) -> None:
        super().__init__(asker)
        self._title = title
        self._front = asker if isinstance(asker, QWidget) else None
        self._background = Background(self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._ask)
        self._patience.start()
        self._background.run(functools.partial(_first_there, tuple(starts)), self._ask, self._fail)

    def _ask(self, start: Path | None = None) -> None:
        self._patience.stop()
        self._background.close()
        dialog = QFileDialog(self._front, self._title, str(start or Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._choose)
        dialog.finished.connect(self.deleteLater)
        dialog.open()

    def _choose(self, folder: str) -> None:
        self.chosen.emit(Path(folder))

    def _fail(self, error: BaseException) -> None:
        raise error


def _first_there(folders: Sequence[Path]) -> Path | None:
    """The first of the folders that is there. It blocks on the disk."""
    return next(filter(is_folder, folders), None)
