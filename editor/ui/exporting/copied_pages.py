"""Pages without their look, made in a process of its own: a text that takes for ever holds nothing up."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.render.parts import Part, page_parts
from editor.render.theme import Rendering
from editor.ui.background import RenderProcess
from editor.ui.render_requests import Rendered

if TYPE_CHECKING:
    from editor.render.copied_page import CopiedPage

    _Done = Callable[[CopiedPage | None], None]


class CopiedPages(QObject):
    """Makes one page at a time; asked for another, it leaves the one before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rendering: RenderProcess | None = None
        self._done: _Done | None = None

    def make(self, site: Site, page: ConditionPage, done: _Done) -> None:
        """Make a page and hand it to `done`, or None where it cannot be shown, such as a text that takes too long."""
        self._done = done
        if self._rendering is None:
            self._rendering = RenderProcess(self)
            self._rendering.unavailable.connect(self._give_up)
        self._rendering.start()
        parts = page_parts(site, page)
        self._rendering.render(parts, functools.partial(self._take, parts))

    def close(self) -> None:
        """End the process; nothing is handed over any more."""
        self._done = None
        if self._rendering is not None:
            self._rendering.close()

    def _take(self, parts: tuple[Part, ...], rendered: tuple[Rendered, ...]) -> None:
        from editor.render.copied_page import copied_page  # the window stands without it

        pieces = [(part, one.html) for part, one in zip(parts, rendered, strict=True) if isinstance(one, Rendering)]
        self._tell(copied_page(pieces) if len(pieces) == len(parts) else None)

    def _give_up(self) -> None:
        self._tell(None)

    def _tell(self, page: CopiedPage | None) -> None:
        done, self._done = self._done, None
        if done is not None:
            done(page)
