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
from editor.ui.unexpected.unexpected_error import EventLoopRuns, UnexpectedError
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
    unexpected.ended.connect(functools.partial(QApplication.exit, 1))
    unexpected.install()
    begin = functools.partial(_begin, unexpected, folder, picture, has_crashed=has_crashed)
    QTimer.singleShot(0, begin)  # from here on errors are told in a window
    status = run_event_loop(application)
    note.end()
    unexpected.uninstall()
    from editor.ui.ending import end_what_waits

    end_what_waits(application, status)
    return status


def run_event_loop(application: QApplication) -> int:
    """Run the event loop until it ends; the answer is the program's exit status.

    Where a method that Qt calls meets an error of Python's own making (1 / 0, None.x), PySide 6.11 crashes unless that
    error is an object already. Python 3.11 makes it one at once only while it handles another; later ones always do.
    """
    if sys.version_info >= (3, 12):
        return application.exec()
    try:
        raise EventLoopRuns
    except EventLoopRuns:
        return application.exec()


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
