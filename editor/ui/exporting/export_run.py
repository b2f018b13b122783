"""One export from the window, on a thread, where it can hold nothing up."""

from __future__ import annotations

import functools
import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from editor.render.exporting.report import ExportReport
from editor.render.exporting.source import ExportOptions, Source
from editor.render.exporting.watching import Watching
from editor.ui.background import Background

LOOK_MS = 200
"""Milliseconds between two looks at how far the export is."""


class ExportRun(QObject):
    """Exports to the folder `to`, or one page in a single file to the file `to`; tells how far it is, can be stopped.

    `done` or `failed` follows `start`, and then this object goes.
    """

    progressed = Signal(int, int)
    """How many pages are done, and of how many; not told of an export that is over at once."""
    done = Signal(object)
    """The report."""
    failed = Signal(object)
    """The error."""

    def __init__(
        self, source: Source, to: Path, options: ExportOptions, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        from editor.render.exporting.site_export import export_site  # at the first export: the window starts without
        from editor.ui.exporting.email_file import export_file

        self._background = background
        self._shared = _Shared()
        watching = Watching(self._shared.tell, self._shared.stop.is_set)
        export = export_file if options.single_file else export_site
        self._work = functools.partial(export, source, to, options, watching)
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._looks.start()
        self._background.run(self._work, self._finish, self._fail)

    def stop(self) -> None:
        """Have it end soon; what was exported before stays as it is, unless the new files are being put in place."""
        self._shared.stop.set()

    def _look(self) -> None:
        self.progressed.emit(self._shared.pages_done, self._shared.pages)

    def _finish(self, report: ExportReport) -> None:
        self._end()
        self.done.emit(report)

    def _fail(self, error: BaseException) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._looks.stop()
        self.deleteLater()


class _Shared:
    """What the exporting thread tells and the window asks for."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.pages_done = self.pages = 0

    def tell(self, done: int, of: int) -> None:
        """So many pages are done."""
        self.pages_done, self.pages = done, of
