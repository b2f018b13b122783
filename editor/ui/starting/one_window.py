"""One window for each folder on this PC: who starts the program on it once more is shown the one that stands."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from editor.storage.folder_claim import FolderClaim
from editor.storage.folder_look import FolderLook

if TYPE_CHECKING:
    from editor.ui.starting.second_start import Caller, Listener


class OneWindow(QObject):
    """Asks before a folder is shown whether another process shows it, and answers those that ask here.

    Saving is safe for two windows all the same, so one that does not answer hinders nobody. `may_come` says whether
    the window here can come forward, and will not go at once.
    """

    free = Signal(object)
    """This folder is to be shown here, a FolderLook."""
    shown_elsewhere = Signal()
    """The window of another process has come forward with the folder."""
    called = Signal(str)
    """Another start wants the folder that is shown here, and this page of it, "" for none."""

    def __init__(self, may_come: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._may_come = may_come
        self._here: FolderClaim | None = None
        self._next: FolderClaim | None = None
        self._listener: Listener | None = None
        self._caller: Caller | None = None

    def ask(self, look: FolderLook) -> None:
        """Find out whether the folder is shown elsewhere."""
        self.forget_asked()
        claim = FolderClaim(look.resolved)
        if self._here is not None and self._here.address == claim.address:
            self._next = self._here  # it is going to be shown anew
            self.free.emit(look)
            return
        if claim.take():
            self._next = claim
            self.free.emit(look)
            return
        from editor.ui.starting.second_start import Caller

        caller = self._caller = Caller(claim.address, look.page, self)
        caller.ended.connect(functools.partial(self._take_answer, look, claim))
        caller.start()

    def forget_asked(self) -> None:
        """The folder that was asked for last will not be shown."""
        if self._next is not self._here:
            self._release(self._next)
        self._next = None
        if self._caller is not None:
            self._caller.deleteLater()
            self._caller = None

    def take_over(self) -> None:
        """The folder that was asked for last is shown from now on."""
        self._here, self._next = self._next, None

    def listen(self) -> None:
        """Answer those who ask for it, unless another process still has it that did not answer."""
        if self._here is None or self._listener is not None:
            return
        if self._here.is_held or (self._here.take() and self._here.is_held):
            from editor.ui.starting.second_start import Listener

            self._listener = Listener(self._here.address, self._may_come, self)
            self._listener.called.connect(self.called)

    def leave(self) -> None:
        """The folder is not shown any more."""
        if self._listener is not None:
            self._listener.close()
            self._listener.deleteLater()
            self._listener = None
        if self._here is not self._next:
            self._release(self._here)
        self._here = None

    def _take_answer(self, look: FolderLook, claim: FolderClaim, came: bool) -> None:
        self.forget_asked()
        if came:
            self.shown_elsewhere.emit()
        else:
            claim.take()  # who had it may have gone meanwhile
            self._next = claim
            self.free.emit(look)

    @staticmethod
    def _release(claim: FolderClaim | None) -> None:
        if claim is not None:
            claim.release()


def bring_forward(window: QWidget) -> None:
    """Have a window, or the question that stands before it, come in front of all others with the keyboard."""
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    front = QApplication.activeModalWidget() or window
    for one in (window, front):
        one.show()
        one.raise_()
    front.activateWindow()
