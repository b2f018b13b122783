"""A page that changes while it is looked at: its shell is loaded once, then only what is new is put in.

So the scroll position stays, and a keystroke costs the browser one part of the page. Nothing shown gets lost
silently: where a change does not arrive or the browser's process dies, the shell is loaded again with every part.
"""

from __future__ import annotations

import functools
import json
import time
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEngineScript

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from editor.ui.preview.preview_page import PreviewPage

_PATIENCE_MS = 10_000
_FAILURES = 3
_FAILURES_WITHIN_S = 60.0
_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value

# Keeps the elements that stay: the browser then remembers how high those are that it has not laid out.
_PATCH = """
((changed, order, top) => {
  const page = document.getElementById("page");
  if (!page) return "no page";
  const parts = new Map(Array.from(page.children, part => [part.dataset.part, part]));
  const read = html => {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    const content = holder.content;
    if (content.children.length === 1) return content.firstElementChild;
    const whole = document.createElement("div");
    whole.append(content);
    return whole;
  };
  for (const [id, html] of changed) {
    const fresh = read(html), old = parts.get(id);
    fresh.dataset.part = id;
    if (old && old.tagName === fresh.tagName) {
      for (const {name} of Array.from(old.attributes)) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
      for (const {name, value} of Array.from(fresh.attributes)) old.setAttribute(name, value);
      old.replaceChildren(...fresh.childNodes);
    } else {
      if (old) old.replaceWith(fresh);
      parts.set(id, fresh);
    }
  }
  if (order) {
    const kept = new Set(order);
    for (const [id, part] of parts) if (!kept.has(id)) part.remove();
    let place = page.firstElementChild;
    for (const id of order) {
      const part = parts.get(id);
      if (!part) return "no part";
      if (part === place) place = place.nextElementSibling;
      else page.insertBefore(part, place);
    }
  }
  if (top !== null) window.scrollTo(0, top);
  return "done";
})"""


class LivePage(QObject):
    """Keeps the parts in a page as they were shown last; it is told about parts as HTML by their id, in order."""

    settled = Signal()
    """What was shown last is in the page."""
    given_up = Signal()
    """The browser's process dies again and again; `load` tries once more."""

    def __init__(self, page: PreviewPage, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._wanted: Mapping[str, str] = {}
        self._in_page: Mapping[str, str] | None = None
        self._top: float | None = None
        self._address = QUrl()
        self._number = 0
        self._busy = False
        self._failures: deque[float] = deque(maxlen=_FAILURES)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._failed)
        page.loadFinished.connect(self._loaded)
        page.renderProcessTerminated.connect(self._failed)

    @property
    def is_settled(self) -> bool:
        """Whether what was shown last is in the page."""
        return self._in_page is not None and not self._busy and self._in_page is self._wanted

    def load(self) -> None:
        """Loads the shell, also after `given_up`; the parts follow."""
        self._failures.clear()
        self._load()

    def show(self, parts: Mapping[str, str], *, from_top: bool = False) -> None:
        """Makes the page show these parts, as soon as it can; what was asked for before and waits is skipped."""
        self._wanted = parts
        if from_top:
            self._top = 0
        self._patch()

    def text(self, callback: Callable[[str], None]) -> None:
        """Calls `callback` with the words in the page; the browser's own plain text lacks what is out of sight."""
        self._page.runJavaScript("document.body.textContent", _WORLD, callback)

    def _load(self) -> None:
        if self._in_page and self._top is None:
            self._top = self._page.scrollPosition().y()
        self._in_page = None
        self._busy = True
        self._number += 1
        self._patience.start()
        self._address = self._page.load_shell()

    def _loaded(self, ok: bool) -> None:
        if self._in_page is not None or not self._busy:
            return  # a click that was refused also ends a load
        if not ok or self._page.url() != self._address:
            self._failed()
            return
        self._in_page = {}
        self._busy = False
        self._patch()

    def _patch(self) -> None:
        if self._in_page is None or self._busy:
            return
        changed = [(part, html) for part, html in self._wanted.items() if self._in_page.get(part) != html]
        order = None if list(self._in_page) == list(self._wanted) else list(self._wanted)
        self._busy = True
        self._number += 1
        self._patience.start()
        arguments = ", ".join(map(json.dumps, (changed, order, self._top)))
        self._top = None
        self._page.runJavaScript(
            f"{_PATCH}({arguments})", _WORLD, functools.partial(self._patched, self._number, self._wanted)
        )

    def _patched(self, number: int, parts: Mapping[str, str], word: object) -> None:
        if number != self._number:
            return
        if word != "done":  # a script that fails says nothing at all
            self._failed()
            return
        self._busy = False
        self._patience.stop()
        self._in_page = parts
        if parts is self._wanted:
            self.settled.emit()
        else:
            self._patch()

    def _failed(self) -> None:
        """Whatever went wrong: the page is made anew, unless that has just been tried too often."""
        self._patience.stop()
        self._busy = False
        self._number += 1
        now = time.monotonic()
        self._failures.append(now)
        if len(self._failures) == _FAILURES and now - self._failures[0] < _FAILURES_WITHIN_S:
            self._in_page = None
            self.given_up.emit()
        else:
            self._load()
