"""From the command line to the window: what takes long is begun first, and the rest done while it goes on."""

from __future__ import annotations

import functools
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from editor.paths import APP_NAME
from editor.ui.preview.preparation import prepare

if TYPE_CHECKING:
    from pathlib import Path


def run_window(folder: Path | None, picture: Path | None = None) -> int:
    """Open the window on a content folder, or ask for one; the answer is the program's exit status.

    `picture`: save a picture of the window there as soon as the first page stands, and end.
    """
    prepare()
    application = QApplication(sys.argv[:1])
    application.setApplicationName(APP_NAME)
    application.setOrganizationName(APP_NAME)
    from editor.ui.background import RenderProcess

    rendering = RenderProcess(application)
    rendering.start()  # loads its share of the program while this process loads the window's
    from editor.ui.application import Program
    from editor.ui.garbage import GarbageCollection
    from editor.ui.look.box_outline import BoxOutline
    from editor.ui.look.focus_mark import FocusMark
    from editor.ui.unexpected_error import UnexpectedError

    BoxOutline(application)
    FocusMark(application)
    GarbageCollection(application)
    UnexpectedError(application).install()
    program = Program(picture, application, rendering=rendering)
    QTimer.singleShot(0, functools.partial(program.start, folder))  # as soon as the event loop runs
    status = application.exec()
    sys.excepthook = sys.__excepthook__
    return status
