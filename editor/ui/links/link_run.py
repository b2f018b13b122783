"""Following links for the window, on a thread of its own: loaded when links are checked first."""

from __future__ import annotations

import functools
import threading
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from editor.references.looking_up.link_following import Followed
from editor.session.link_check import check_links
from editor.ui.background import Background
from editor.ui.looking_up.looking_up import LOOK_MS


class LinkRun(QObject):
    """Follows the links that it is given, once; deleted by whoever has made it."""

    progressed = Signal(int)
    """How many are done."""
    ended = Signal(object)
    """What came of them, as Followed; also when it was stopped, then of those that were done."""

    def __init__(self, addresses: Sequence[str], site: str, parent: QObject | None = None) -> None:
        """`site` is the address of the clinic's website, which those who are asked are told."""
        super().__init__(parent)
        self._done = 0
        self._stop = threading.Event()
        self._background = Background(self)  # of its own: what hangs here must hold up nothing else
        self.destroyed.connect(self._stop.set)
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.stop)  # Python waits for its threads at the end
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self._look)
        self._looks.start()
        work = functools.partial(check_links, tuple(addresses), self._stop, self._tell, site=site)
        self._background.run(work, self._finish, self._fail)

    @property
    def was_stopped(self) -> bool:
        """Whether it ends before the end."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Follow no more links; it ends within a moment."""
        self._stop.set()

    def close(self) -> None:
        """Follow no more links, and tell nothing."""
        self._looks.stop()
        self._stop.set()
        self._background.close()

    def _tell(self, done: int) -> None:
        """On the thread."""
        self._done = done

    def _look(self) -> None:
        self.progressed.emit(self._done)

    def _finish(self, followed: Followed) -> None:
        self._looks.stop()
        self.ended.emit(followed)

    def _fail(self, error: BaseException) -> None:
        self._finish(Followed({}, any_answered=False))
        raise error
