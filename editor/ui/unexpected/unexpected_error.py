"""What happens when the program has a fault: it keeps what is not saved, says so, and keeps running."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.application import Program
    from editor.ui.main_window import MainWindow
    from editor.ui.unexpected.fault_box import FaultBox, Safety
    from editor.ui.unexpected.fault_report import Fault

QUIET_SECONDS = 60.0
"""For so long after a fault was told, the same one is only mentioned in the window."""


class EventLoopRuns(Exception):
    """No error: what is being handled, in name, as long as the event loop runs (see `launch.run_event_loop`)."""


class UnexpectedError(QObject):
    """Takes errors that nobody caught, from any thread: first the journal is written, then one message shown.

    While it stands, further errors are put into its report. With `in_silence` nobody is there to answer: what there is
    to say goes to the console, and the program ends with the exit status 1.
    """

    ended = Signal()
    """After a fault there is no window left to go on with."""
    _taken = Signal(object)

    def __init__(self, application: QApplication, *, in_silence: bool = False) -> None:
        super().__init__(application)
        self.application = application
        self._in_silence = in_silence
        self._program: Program | None = None
        self._told: dict[str, float] = {}
        self._failed_at = -QUIET_SECONDS  # when there was no message to show, as that was itself at fault
        self.box: FaultBox | None = None
        self._taken.connect(self._take_up, Qt.ConnectionType.QueuedConnection)  # never in the middle of painting

    def watch_over(self, program: Program) -> None:
        """From now on this program's window has words to lose."""
        self._program = program

    def install(self) -> None:
        """Take all uncaught errors from now on."""
        sys.excepthook = self.take
        sys.unraisablehook = self._take_unraisable
        threading.excepthook = self._take_from_thread

    def uninstall(self) -> None:
        """Leave them to Python again."""
        sys.excepthook = sys.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log it at once and tell the user soon; the console has every detail."""
        _leave_out_event_loop(error)
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            self._take(error)

    def _take_from_thread(self, found: threading.ExceptHookArgs) -> None:
        threading.__excepthook__(found)
        if isinstance(found.exc_value, Exception):
            self._take(found.exc_value)

    def _take_unraisable(self, found: sys.UnraisableHookArgs) -> None:
        if found.exc_value is not None:
            _leave_out_event_loop(found.exc_value)
        sys.__unraisablehook__(found)
        if isinstance(found.exc_value, Exception):
            self._take(found.exc_value)

    def _take(self, error: Exception) -> None:
        from editor.ui.unexpected.fault_log import log_fault

        fault = log_fault(error)
        self.application.setQuitOnLastWindowClosed(False)  # it may be closing just now
        self._taken.emit(fault)

    # On the window's thread

    def _take_up(self, fault: Fault) -> None:
        self._tell(fault)
        if self.box is None:
            self._let_end()

    def _tell(self, fault: Fault) -> None:
        if self._in_silence:
            print(tr("The program ended because of a fault of its own."), file=sys.stderr)
            QApplication.exit(1)
        elif time.monotonic() - self._failed_at < QUIET_SECONDS:
            return  # it would be at fault again, and so without end
        elif self.box is not None and isValid(self.box):
            self.box.add(fault)
        elif (window := self._window()) is not None and self._was_told(fault):
            words = tr("The same fault came up again. Save your pages, then close the program and start it again.")
            window.status.say(words)
        else:
            self._show(fault)

    def _was_told(self, fault: Fault) -> bool:
        """Whether this has been told just now."""
        return time.monotonic() - self._told.get(fault.trace, -QUIET_SECONDS) < QUIET_SECONDS

    def _show(self, fault: Fault) -> None:
        with ExitStack() as without_box:
            without_box.callback(self._tell_without_box)
            from editor.ui.unexpected.fault_box import FaultBox, Safety

            safety = Safety.NOT_KEPT
            try:
                safety = self._keep()
            finally:  # keeping may fail of the same fault, which then is told as a further one
                box = FaultBox(fault, safety, self._page_words, self._window())
                without_box.callback(box.deleteLater)
                box.finished.connect(self._close)
                box.show()
                self.box = box
                without_box.pop_all()

    def _tell_without_box(self) -> None:
        self._failed_at = time.monotonic()
        words = tr(
            "The program has had a fault of its own. Save your pages, then close the program and start it again."
        )
        print(words, file=sys.stderr)
        if (window := self._window()) is not None:
            window.status.say(words)

    def _keep(self) -> Safety:
        from editor.ui.unexpected.fault_box import Safety

        window = self._window()
        if window is None:
            return Safety.NO_WINDOW
        try:
            window.journaling.flush()
        except OSError:
            return Safety.NOT_KEPT
        return Safety.KEPT

    def _page_words(self) -> str:
        from editor.ui.unexpected.page_words import page_words

        window = self._window()
        return "" if window is None else page_words(window.session, window.editing.place)

    def _window(self) -> MainWindow | None:
        window = None if self._program is None else self._program.window
        return window if window is not None and isValid(window) else None

    def _close(self) -> None:
        if self.box is not None:
            self._told.update(dict.fromkeys(self.box.traces, time.monotonic()))
            self.box.deleteLater()
            self.box = None
        self._let_end()

    def _let_end(self) -> None:
        """Have the program end with its last window again, also where that has gone meanwhile."""
        self.application.setQuitOnLastWindowClosed(True)
        if not any(window.isVisible() for window in QApplication.topLevelWidgets()):
            self.ended.emit()


def _leave_out_event_loop(error: BaseException) -> None:
    """Have an error not look as if it came from another one."""
    while error.__context__ is not None:
        if isinstance(error.__context__, EventLoopRuns):
            error.__context__ = None
            return
        error = error.__context__
