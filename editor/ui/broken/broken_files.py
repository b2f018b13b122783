"""Broken files in the window: what serves them is loaded with the first of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.session import Session
from editor.ui.background import Background
from editor.ui.broken.problem_view import ProblemView
from editor.ui.outside.following import Following

if TYPE_CHECKING:
    from editor.ui.broken.file_help import FileHelp


class BrokenFiles(QObject):
    """Has somebody there for the buttons of a view of problems as soon as it shows any."""

    said = Signal(str)
    mended = Signal()
    """The file that was shown can be edited now."""

    def __init__(
        self, session: Session, view: ProblemView, background: Background, following: Following, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._following = following
        self._view = view
        self._background = background
        self._window = window
        self._help: FileHelp | None = None
        view.changed.connect(self._serve)

    def _serve(self) -> None:
        file = self._view.file
        if self._help is not None or file is None or not file.problems:
            return
        from editor.ui.broken.file_help import FileHelp

        self._help = FileHelp(self._session, self._view, self._background, self._following, self._window)
        self._help.said.connect(self.said)
        self._help.mended.connect(self.mended)
        self._help.look_for_mending()
