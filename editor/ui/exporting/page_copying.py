"""Copying a whole page, to be pasted into an e-mail, a document or the website's own files."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from editor.render.parts import Part, page_parts
from editor.render.theme import Rendering
from editor.ui.background import RenderProcess
from editor.ui.editing import Editing
from editor.ui.forms.text_box import finish_typing
from editor.ui.render_requests import Rendered
from editor.words import tr

if TYPE_CHECKING:
    from editor.render.copied_page import CopiedPage

    _Take = Callable[[CopiedPage], QMimeData]


_TOO_SLOW = tr("Nothing was copied: a text of this page takes too long to show. The preview says which.")


class PageCopying(QObject):
    """Puts the chosen page on the clipboard, as it is in the window now.

    It is made in a process of its own, so that a text which takes for ever holds nothing up.
    """

    said = Signal(str)

    def __init__(self, editing: Editing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._rendering: RenderProcess | None = None

    def copy(self) -> None:
        """Copy it for an e-mail or a document: with headings and links, or words alone where these are not taken."""
        self._copy(_formatted)

    def copy_text(self) -> None:
        """Copy its words alone."""
        self._copy(_words)

    def copy_html(self) -> None:
        """Copy its HTML as text."""
        self._copy(_source)

    def close(self) -> None:
        """Copy nothing any more, as the window closes."""
        if self._rendering is not None:
            self._rendering.close()

    def _copy(self, take: _Take) -> None:
        finish_typing()
        page = self._editing.page
        if page is None:
            return
        if self._rendering is None:
            self._rendering = RenderProcess(self)
            self._rendering.unavailable.connect(self._cannot)
        self._rendering.start()
        parts = page_parts(self._editing.session.site, page)
        self._rendering.render(parts, functools.partial(self._put, take, parts))

    def _put(self, take: _Take, parts: tuple[Part, ...], rendered: tuple[Rendered, ...]) -> None:
        from editor.render.copied_page import copied_page  # the window stands without it

        pieces = [(part, one.html) for part, one in zip(parts, rendered, strict=True) if isinstance(one, Rendering)]
        if len(pieces) < len(parts):
            self.said.emit(_TOO_SLOW)
            return
        QGuiApplication.clipboard().setMimeData(take(copied_page(pieces)))
        self.said.emit(tr("The page was copied. Paste it where you want it."))

    def _cannot(self) -> None:
        self.said.emit(tr("Nothing was copied. Please try again; if that does not help, restart the program."))


def _formatted(page: CopiedPage) -> QMimeData:
    copied = _words(page)
    copied.setHtml(page.html)
    return copied


def _words(page: CopiedPage) -> QMimeData:
    copied = QMimeData()
    copied.setText(page.text)
    return copied


def _source(page: CopiedPage) -> QMimeData:
    copied = QMimeData()
    copied.setText(page.html)
    return copied
