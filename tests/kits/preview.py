"""The program's preview for the attack kit: each text stands in every field of a page that a page can show."""

from __future__ import annotations

import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineUrlRequestInterceptor
from PySide6.QtWidgets import QApplication

from editor.content.condition_page import ConditionPage
from editor.content.shared_texts import Quotation, References, Research
from editor.content.site import Site
from editor.content.study import Study
from editor.ui.preview.preparation import prepare
from editor.ui.preview.preview_pane import Preview

__all__ = ["ShownPreview", "application", "make_preview", "prepare"]


class ShownPreview:
    """A preview that shows a text in the way the window does after a keystroke."""

    def __init__(self) -> None:
        self.preview = Preview()
        self.page: QWebEnginePage = self.preview.page
        self.interceptor: QWebEngineUrlRequestInterceptor = self.preview.page.interceptor
        self.preview.link_activated.connect(_open)

    def show(self, text: str) -> None:
        study = Study(
            key="study",
            journal=text,
            publisher=text,
            date=text,
            title=text,
            summary=text,
            authors=text,
            url=text,
        )
        page = ConditionPage(
            slug="page",
            name=text,
            name_in_text=text,
            intro=text,
            insights=text,
            research=Research(heading=text, lead=text, call_to_action=text),
            references=References(heading=text, lead=(text,), link_text=text),
            quotation=Quotation(heading=text, text=text, source=text, date_text=text),
            studies=(study,),
        )
        self.preview.show_page(Site(language="en-AU"), page)

    def idle(self) -> bool:
        return self.preview.is_current()

    def close(self) -> None:
        self.preview.shut_down()
        self.preview.deleteLater()


def make_preview() -> ShownPreview:
    """A preview of its own, with a profile and a rendering process of its own."""
    return ShownPreview()


def application() -> QApplication:
    """The application, after `prepare`."""
    return QApplication(sys.argv[:1])


def _open(url: QUrl) -> None:
    QDesktopServices.openUrl(url)
