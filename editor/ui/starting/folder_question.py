"""Asking for a folder, files or a new file, without waiting for a drive that may be gone."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.storage.folder_look import is_folder
from editor.ui.background import Background
from editor.words import tr

PATIENCE_MS = 500
"""Milliseconds that a folder may take to answer before one begins in the user's own folder instead."""


def ask_folder(
    title: str, starts: Sequence[Path], front: QWidget | None, chosen: Callable[[Path], None], verb: str = ""
) -> None:
    """Ask for one folder, once at a time in front of `front`, and tell `chosen` which it is.

    One begins with what is in the first of the folders `starts` that is there, or else in the user's own folder.
    `verb` is what the button says that chooses.
    """
    if _may_ask(front):
        question = _Question(title, starts, front)
        question.setFileMode(QFileDialog.FileMode.Directory)
        question.setOption(QFileDialog.Option.ShowDirsOnly)
        question.setLabelText(QFileDialog.DialogLabel.FileName, tr("Folder:"))
        question.chosen.connect(chosen)
        if verb:
            question.setLabelText(QFileDialog.DialogLabel.Accept, verb)


def ask_new_file(
    title: str,
    name: str,
    kind: str,
    starts: Sequence[Path],
    front: QWidget | None,
    chosen: Callable[[Path], None],
    verb: str,
) -> None:
    """Ask where to write a file, once at a time in front of `front`; before one that is there goes, that is asked too.

    `name` is suggested, and `kind` says what files with its ending are called. The rest is as in `ask_folder`.
    """
    if _may_ask(front):
        question = _Question(title, starts, front, name)
        question.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ending = PurePath(name).suffix
        question.setNameFilter(f"{kind} (*{ending})")
        question.setDefaultSuffix(ending)
        question.setLabelText(QFileDialog.DialogLabel.Accept, verb)
        question.chosen.connect(chosen)


def ask_files(
    title: str,
    kinds: Sequence[str],
    starts: Sequence[Path],
    front: QWidget | None,
    chosen: Callable[[tuple[Path, ...]], None],
    verb: str,
) -> None:
    """Ask for one or more files, once at a time in front of `front`.

    `kinds` are filters as Qt has them: "References (*.ris *.nbib)". The rest is as in `ask_folder`.
    """
    if _may_ask(front):
        question = _Question(title, starts, front)
        question.setFileMode(QFileDialog.FileMode.ExistingFiles)
        question.setNameFilters(list(kinds))
        question.setLabelText(QFileDialog.DialogLabel.Accept, verb)
        question.all_chosen.connect(chosen)


def _may_ask(front: QWidget | None) -> bool:
    asked = [] if front is None else front.findChildren(_Question)
    return all(question.is_answered for question in asked)


class _Question(QFileDialog):
    """Opens as soon as it is known where to begin, and at once where no drive answers soon."""

    chosen = Signal(object)
    """The folder or file, a Path."""
    all_chosen = Signal(tuple)
    """The files, each a Path."""

    def __init__(self, title: str, starts: Sequence[Path], front: QWidget | None, name: str = "") -> None:
        super().__init__(front, title, str(Path.home()))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fileSelected.connect(self._choose)
        self.filesSelected.connect(self._choose_all)
        self._name = name
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
        if self._name:
            self.selectFile(self._name)
        self.open()

    def _choose(self, path: str) -> None:
        self.chosen.emit(Path(path))

    def _choose_all(self, paths: Sequence[str]) -> None:
        self.all_chosen.emit(tuple(map(Path, paths)))

    def _fail(self, error: BaseException) -> None:
        raise error


def _first_there(folders: Sequence[Path]) -> Path | None:
    """The first of the folders that is there. It blocks on the disk."""
    return next(filter(is_folder, folders), None)
