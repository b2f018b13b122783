"""From the command line to the window: what takes long is begun first, and the rest done while it goes on."""

from __future__ import annotations

import functools
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from editor.paths import APP_NAME
from editor.storage.crash_note import CrashNote
from editor.ui.preview.preparation import prepare
from editor.ui.unexpected.unexpected_error import UnexpectedError
from editor.words import tr

if TYPE_CHECKING:
    from pathlib import Path

NO_SCREEN = 2
_LOG_AFTER_MS = 3000
"""Milliseconds until the log begins, unless there is something to log before: a start has no time for it."""


def run_window(folder: Path | None, picture: Path | None = None) -> int:
    """Open the window on a content folder, or ask for one; the answer is the program's exit status.

    `picture`: save a picture of the window there as soon as the first page stands, and end.
    """
    note = CrashNote()
    has_crashed = note.begin()
    prepare()
    qInstallMessageHandler(_explain_end)
    application = QApplication(sys.argv[:1])
    qInstallMessageHandler(None)
    application.setApplicationName(APP_NAME)
    application.setOrganizationName(APP_NAME)
    unexpected = UnexpectedError(application, in_silence=picture is not None)
    unexpected.install()
    begin = functools.partial(_begin, unexpected, folder, picture, has_crashed=has_crashed)
    QTimer.singleShot(0, begin)  # from here on errors are told in a window
    status = application.exec()
    note.end()
    unexpected.uninstall()
    return 1 if unexpected.has_ended_program else status


def _begin(unexpected: UnexpectedError, folder: Path | None, picture: Path | None, *, has_crashed: bool) -> None:
    from editor.ui.background import RenderProcess

    application = unexpected.application
    rendering = RenderProcess(application)
    rendering.start()  # loads its share of the program while this process loads the window's
    from editor.ui.application import Program
    from editor.ui.garbage import GarbageCollection
    from editor.ui.look.box_outline import BoxOutline
    from editor.ui.look.focus_mark import FocusMark

    BoxOutline(application)
    FocusMark(application)
    GarbageCollection(application)
    program = Program(picture, application, rendering=rendering, has_crashed=has_crashed)
    program.not_needed.connect(application.quit)
    unexpected.watch_over(program)
    QTimer.singleShot(_LOG_AFTER_MS, _start_log)
    program.start(folder)


def _start_log() -> None:
    from editor.ui.unexpected.fault_log import log_start

    log_start()


def _explain_end(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Until there is an application: Qt ends the program where there is no screen, with words for programmers."""
    if sys.stderr is not None:
        print(message, file=sys.stderr)
    if kind == QtMsgType.QtFatalMsg:
        if sys.stderr is not None:
            reason = tr("this computer has no screen to show it on. “export” and “check” work all the same.")
            print(tr("The window cannot open: {reason}", reason=reason), file=sys.stderr, flush=True)
        os._exit(NO_SCREEN)
