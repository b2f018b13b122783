"""A page that changes while it is looked at: an empty one is loaded once, then only what is new is put in.

So the scroll position stays, and a keystroke costs the browser one part of the page. Nothing shown gets lost
silently: where a change does not arrive or the browser's process dies, the page is loaded again with every part. A
process that does not answer any more is ended first.
"""

from __future__ import annotations

import functools
import json
import logging
import os
import signal
import time
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEngineScript

from editor.ui.preview.patch_script import PATCH
from editor.ui.preview.shown_page import ShownPage
from editor.ui.preview.sight_script import WORDS_AT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWebEngineCore import QWebEnginePage

    from editor.ui.preview.preview_page import PreviewPage

PATIENCE_MS = 8_000
"""Milliseconds that the browser may take for a change; then its process hangs. The longest pages take one second."""
_FAILURES = 3
_FAILURES_WITHIN_S = 60.0
_END = getattr(signal, "SIGKILL", signal.SIGTERM)  # on Windows any signal ends a process at once
_log = logging.getLogger(__name__)
_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value


class LivePage(QObject):
    """Keeps the page in the browser as it was shown last."""

    settled = Signal()
    """What was shown last is in the page."""
    given_up = Signal()
    """The browser's process dies again and again; `load` tries once more."""

    def __init__(self, page: PreviewPage, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._wanted = ShownPage()
        self._in_page: ShownPage | None = None
        self._top: float | None = None
        self._edited = self._chosen = ""
        self._seen_top = 0.0  # where one has scrolled to: a process that died takes the page's own answer with it
        self._address = QUrl()
        self._number = 0
        self._busy = False
        self._failures: deque[float] = deque(maxlen=_FAILURES)
        self._is_ending = False  # the browser's process was told to
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._end_hung_process)
        page.loadFinished.connect(self._loaded)
        page.renderProcessTerminated.connect(self._replace_process)
        page.scrollPositionChanged.connect(self._mind_scrolling)

    @property
    def is_settled(self) -> bool:
        """Whether what was shown last is in the page."""
        return self._in_page is not None and not self._busy and self._in_page is self._wanted

    def load(self) -> None:
        """Loads the page, also after `given_up`."""
        self._failures.clear()
        self._load()

    def show(self, shown: ShownPage, *, from_top: bool = False, edited: str = "") -> None:
        """Makes the browser show this, as soon as it can; what was asked for before and waits is skipped.

        `edited` names what was edited, if that is why it changes: the place of the change comes into sight.
        """
        self._wanted = shown
        self._edited = edited or self._edited
        if from_top:
            self._top = 0
            self._edited = self._chosen = ""
        self._patch()

    def bring(self, part: str) -> None:
        """Has a part in sight, if there is such a part."""
        self._chosen = part
        self._patch()

    def words_at(self, x: float, y: float, callback: Callable[[object], None]) -> None:
        """Calls `callback` with what the browser says of the words at a place of its window, in CSS pixels."""
        if self._in_page is not None:
            self._page.runJavaScript(f"{WORDS_AT}({x:.2f}, {y:.2f})", _WORLD, callback)

    def text(self, callback: Callable[[str], None]) -> None:
        """Calls `callback` with the words in the page; the browser's own plain text lacks what is out of sight."""
        self._page.runJavaScript("document.body.textContent", _WORLD, callback)

    def _load(self) -> None:
        self._mind_loss()
        self._busy = True
        self._number += 1
        self._patience.start()
        self._address = self._page.load_empty()

    def _loaded(self, ok: bool) -> None:
        if self._in_page is not None or not self._busy:
            return  # a click that was refused also ends a load
        if not ok or self._page.url() != self._address:
            self._failed()
            return
        self._in_page = ShownPage()
        self._busy = False
        self._patch()

    def _mind_scrolling(self, place: QPointF) -> None:
        if self._in_page is not None and self._in_page.frame:
            self._seen_top = place.y()

    def _mind_loss(self) -> None:
        """The page is lost with where one was in it; one comes back to that place."""
        if self._in_page is not None and self._in_page.frame and self._top is None:
            self._top = self._seen_top
        self._in_page = None

    def _patch(self) -> None:
        if self._in_page is None or self._busy:
            return
        before, now = self._in_page, self._wanted
        frame = None if now.frame == before.frame else now.frame
        changed = [(part, html) for part, html in now.parts.items() if before.parts.get(part) != html]
        is_order_new = frame is not None or list(before.parts) != list(now.parts)
        self._busy = True
        self._number += 1
        self._patience.start()
        arguments = (frame, changed, now.order() if is_order_new else None, self._top, self._edited, self._chosen)
        self._edited = self._chosen = ""
        self._page.runJavaScript(
            f"{PATCH}({', '.join(map(json.dumps, arguments))})",
            _WORLD,
            functools.partial(self._patched, self._number, now, self._top),
        )

    def _patched(self, number: int, shown: ShownPage, top: float | None, word: object) -> None:
        if number != self._number:
            return
        if word != "done":  # a script that fails says nothing at all
            self._failed()
            return
        self._busy = False
        self._is_ending = False
        self._patience.stop()
        self._in_page = shown
        if self._top == top:  # else another page has been asked for since
            self._top = None
        if shown is self._wanted and not self._chosen:
            self.settled.emit()
        else:
            self._patch()

    def _end_hung_process(self) -> None:
        """End the browser's process, which neither answers nor ends; it is then replaced as one that died."""
        _log.warning("The preview's process does not answer")
        process = self._page.renderProcessPid()
        if process <= 0 or self._is_ending:
            self._failed()
            return
        self._is_ending = True
        self._patience.start()  # lest nobody tells that it has ended
        with suppress(OSError):
            os.kill(process, _END)

    def _replace_process(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        _log.warning("The preview's process ended (%s, %s)", status.name, code)
        self._failed()

    def _failed(self) -> None:
        """Whatever went wrong: the page is made anew, unless that has just been tried too often."""
        self._patience.stop()
        self._is_ending = False
        self._busy = False
        self._number += 1
        now = time.monotonic()
        self._failures.append(now)
        if len(self._failures) == _FAILURES and now - self._failures[0] < _FAILURES_WITHIN_S:
            self._mind_loss()
            self.given_up.emit()
        else:
            self._load()
