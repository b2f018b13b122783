"""One handler for Qt's messages in all of a test run, in the place of one after the other.

pytest-qt puts a handler in place before each test and takes it away afterwards. Qt's own threads write messages, too,
the browser's at its first start above all, and PySide6 crashes where such a thread calls a handler that has gone
meanwhile. So one stays, and passes messages on to whichever is wanted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6 import QtCore

Handler = Callable[[QtCore.QtMsgType, QtCore.QMessageLogContext, str], object]


class QtMessages:
    """Takes the place of `qInstallMessageHandler`."""

    def __init__(self) -> None:
        self._wanted: Handler | None = None
        QtCore.qInstallMessageHandler(self._pass_on)

    def install(self, handler: Handler | None) -> Handler | None:
        """Pass messages on to this handler from now on, to standard error without one; answers the one before."""
        before, self._wanted = self._wanted, handler
        return before

    def _pass_on(self, kind: QtCore.QtMsgType, context: QtCore.QMessageLogContext, message: str) -> None:
        wanted = self._wanted
        if wanted is None:
            print(message, file=sys.stderr)
        else:
            wanted(kind, context, message)
