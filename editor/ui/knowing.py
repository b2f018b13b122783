"""What is known of all the studies of the open folder, kept up to date."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from editor.content.site_studies import SiteStudies
from editor.session import Session

_SOON_MS = 150
"""Milliseconds: a window that has just been shown is busy with itself."""
_SLICE = 0.004
"""Seconds that looking at pages may take at once: a quarter of what a screen needs for one picture."""


class Knowing(QObject):
    """Looks at pages as they change; at all of them, bit by bit, from when somebody asks first."""

    changed = Signal()
    """All that has changed has been looked at."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.studies = SiteStudies()
        self.is_complete = False
        self._session = session
        self._is_wanted = False
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._look)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._begin)
        session.watch(self._look)

    def begin(self) -> None:
        """Look at all pages soon: a window stands sooner without."""
        if not self._is_wanted and not self._soon.isActive():
            self._soon.start()

    def _begin(self) -> None:
        self._is_wanted = True
        self._look()

    def _look(self) -> None:
        if not self._is_wanted:
            return
        session = self._session
        pages = {place: page for place in session.files if (page := session.page(place)) is not None}
        end = time.perf_counter() + _SLICE

        def has_time() -> bool:
            return time.perf_counter() < end

        self.is_complete = self.studies.look_at(pages, has_time)
        if self.is_complete:
            self.changed.emit()
        else:
            self._rest.start()
