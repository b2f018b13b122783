"""What passes between two starts of the program on one folder: the second calls, the first comes forward and says so.

Importing this loads Qt's network part, for which a start has no time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if sys.platform == "win32":
    import ctypes

PATIENCE_MS = 2000
"""Milliseconds after which a window that does not answer is left alone."""
_AGAIN_MS = 100
_LONGEST = 4096  # bytes
_SHOWN = b"shown\n"


class Listener(QObject):
    """Answers calls at an address; one that a killed program has left there is taken over.

    While `may_come` says no, nobody is answered: who would wait for a window that is about to go?
    """

    called = Signal(str)
    """Somebody wants the folder, and this page of it, "" for none."""

    def __init__(self, address: str, may_come: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._may_come = may_come
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        QLocalServer.removeServer(address)
        self._server.listen(address)  # where it cannot, a second start opens a window of its own

    def close(self) -> None:
        """Answer no more."""
        self._server.close()

    def _meet(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._answer)
            caller.disconnected.connect(caller.deleteLater)

    def _answer(self) -> None:
        caller = self.sender()
        assert isinstance(caller, QLocalSocket)
        if not caller.canReadLine():
            if caller.bytesAvailable() > _LONGEST:
                caller.abort()
            return
        page = bytes(caller.readLine(_LONGEST).data()).decode(errors="replace").strip("\n")
        if not self._may_come():
            caller.abort()
            return
        caller.write(_SHOWN)
        caller.flush()
        self.called.emit(page)


class Caller(QObject):
    """Calls the window at an address, again and again for a while, since it may be about to stand."""

    ended = Signal(bool)
    """Whether a window has come forward."""

    def __init__(self, address: str, page: str, parent: QObject) -> None:
        super().__init__(parent)
        self._address = address
        self._words = page.replace("\n", "").encode() + b"\n"
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._say)
        self._socket.readyRead.connect(self._hear)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self._call)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    def start(self) -> None:
        """Begin to call."""
        self._patience.start()
        self._again.start()
        self._call()

    def _call(self) -> None:
        if self._socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
            self._socket.connectToServer(self._address)

    def _say(self) -> None:
        _let_come_forward()
        self._socket.write(self._words)
        self._socket.flush()

    def _hear(self) -> None:
        if self._socket.canReadLine():
            self._end(came=self._socket.readLine().data() == _SHOWN)

    def _give_up(self) -> None:
        self._end(came=False)

    def _end(self, *, came: bool) -> None:
        self._again.stop()
        self._patience.stop()
        self._socket.abort()
        self.ended.emit(came)


def _let_come_forward() -> None:
    """Windows lets nobody come forward but whom the process allows that the user has started last."""
    if sys.platform == "win32":
        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # anybody: who answers is known only afterwards
