"""Copying a whole page, to be pasted into an e-mail, a document or the website's own files."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from editor.ui.editing import Editing
from editor.ui.exporting.copied_pages import CopiedPages
from editor.ui.forms.text_box import finish_typing
from editor.words import tr

if TYPE_CHECKING:
    from editor.render.copied_page import CopiedPage

    _Take = Callable[[CopiedPage], QMimeData]


class PageCopying(QObject):
    """Puts the chosen page on the clipboard, as it is in the window now."""

    said = Signal(str)

    def __init__(self, editing: Editing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing, self._pages = editing, CopiedPages(self)

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
        self._pages.close()

    def _copy(self, take: _Take) -> None:
        finish_typing()
        page = self._editing.page
        if page is not None:
            self._pages.make(self._editing.session.site, page, functools.partial(self._put, take))

    def _put(self, take: _Take, page: CopiedPage | None) -> None:
        if page is None:
            self.said.emit(tr("Nothing was copied: this page cannot be shown as it is. The preview says why."))
        else:
            QGuiApplication.clipboard().setMimeData(take(page))
            self.said.emit(tr("The page was copied. Paste it where you want it."))


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
