"""A picture of the window for where there is no screen to look at: taken once the browser has drawn the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QImage

from editor.ui.main_window import MainWindow

STILL_MS = 250
"""Milliseconds for which nothing may move: the browser says when it has the page, but not when it has drawn it."""
SCROLL_BAR = 32
"""Pixels at the right of the preview that say nothing about whether the page has been drawn."""


class WindowPicture(QObject):
    """Takes a picture from the screen, which has the preview in it, unlike one that our own widgets draw."""

    taken = Signal(QImage)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last = QImage()
        self._wait = QTimer(self, singleShot=True, interval=STILL_MS)
        self._wait.timeout.connect(self._look)
        window.preview.painted.connect(self._wait.start)

    def _look(self) -> None:
        if not self._window.stands:
            return  # the preview will tell when it has the page
        before, self._last = self._last, self._window.screen().grabWindow(self._window.winId()).toImage()
        if self._last != before or self._is_page_blank():
            self._wait.start()
        else:
            self.taken.emit(self._last)

    def _is_page_blank(self) -> bool:
        """Whether all of the page is one colour."""
        preview = self._window.preview
        page = self._last.copy(
            QRect(preview.mapTo(self._window, QPoint()), preview.size()).adjusted(0, 0, -SCROLL_BAR, 0)
        )
        blank = page.copy()
        blank.fill(page.pixelColor(0, 0))
        return page == blank
