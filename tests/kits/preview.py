"""The program's preview and its exported pages for the attack kit: each text stands in every field of a page."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineUrlRequestInterceptor
from PySide6.QtWidgets import QApplication

from editor.content.condition_page import ConditionPage
from editor.content.shared_texts import Quotation, References, Research, SiteResearch
from editor.content.site import Site
from editor.content.study import Study
from editor.markup.addresses import LINK_SCHEMES
from editor.render.exporting.report import ExportReport
from editor.render.exporting.site_export import export_site
from editor.render.exporting.source import Source, SourcePage
from editor.ui.background import Background
from editor.ui.preview.preparation import prepare
from editor.ui.preview.preview_pane import Preview

__all__ = ["ShownExport", "ShownPreview", "application", "make_export", "make_preview", "prepare"]


class ShownPreview:
    """A preview that shows a text in the way the window does after a keystroke."""

    def __init__(self) -> None:
        self.preview = Preview()
        self.page: QWebEnginePage = self.preview.page
        self.interceptor: QWebEngineUrlRequestInterceptor = self.preview.page.interceptor
        self.preview.link_activated.connect(_open)

    def show(self, text: str) -> None:
        self.preview.show_page(Site(language="en-AU"), _page_of(text))

    def idle(self) -> bool:
        return self.preview.is_current()

    def close(self) -> None:
        self.preview.shut_down()
        self.preview.deleteLater()


class ShownExport:
    """An exported page, shown as a browser shows it: scripts on, nothing held back, a clicked link goes elsewhere."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="exported-", ignore_cleanup_errors=True)
        self._background = Background()
        self._number = 0
        self._is_shown = False
        self._address = QUrl()
        self._profile = QWebEngineProfile()
        self.page = _BrowserPage(self._profile)
        self.page.loadFinished.connect(self._loaded)

    def show(self, text: str) -> None:
        self._number += 1
        self._is_shown = False
        self._address = QUrl()
        work = Path(self._folder.name, str(self._number))
        source = Source(work / "content", _site_of(text), [SourcePage("conditions/page.yaml", _page_of(text))])
        self._background.run(partial(_exported, self._number, source, work / "exported"), self._open, self._fail)

    def idle(self) -> bool:
        return self._is_shown

    def close(self) -> None:
        self._background.close()
        self.page.deleteLater()
        self.page.destroyed.connect(self._profile.deleteLater)
        self._folder.cleanup()

    def _open(self, exported: tuple[int, ExportReport]) -> None:
        number, report = exported
        if number == self._number:  # else it came too late: another text is to be shown by now
            self._address = QUrl.fromLocalFile(str(report.pages[0])) if report.pages else QUrl("about:blank")
            self.page.load(self._address)

    def _loaded(self, _succeeded: bool) -> None:
        self._is_shown = self.page.url() == self._address

    def _fail(self, error: BaseException) -> None:
        raise error


def _exported(number: int, source: Source, to: Path) -> tuple[int, ExportReport]:
    return number, export_site(source, to)


class _BrowserPage(QWebEnginePage):
    """Loads what it is told to and leaves it for nothing; a clicked link to the web is for the user's browser."""

    def acceptNavigationRequest(self, url: QUrl, kind: QWebEnginePage.NavigationType, is_main: bool) -> bool:
        if kind == QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            if is_main and url.scheme() in LINK_SCHEMES:
                _open(url)
            return False
        return True


def make_preview() -> ShownPreview:
    """A preview of its own, with a profile and a rendering process of its own."""
    return ShownPreview()


def make_export() -> ShownExport:
    """An exporting program and a browser of their own."""
    return ShownExport()


def application() -> QApplication:
    """The application, after `prepare`."""
    return QApplication(sys.argv[:1])


def _open(url: QUrl) -> None:
    QDesktopServices.openUrl(url)


def _page_of(text: str) -> ConditionPage:
    """A page with this text in every field."""
    study = Study(
        key="study",
        journal=text,
        publisher=text,
        date=text,
        title=text,
        summary=text,
        authors=text,
        url=text,
        doi=text,
        pmid=text,
        study_type=text,
    )
    return ConditionPage(
        slug="page",
        name=text,
        name_in_text=text,
        title=text,
        heading=text,
        description=text,
        aliases=(text,),
        last_reviewed=text,
        reviewed_by=text,
        intro=text,
        insights=text,
        research=Research(heading=text, lead=text, call_to_action=text),
        references=References(heading=text, lead=(text,), link_text=text),
        quotation=Quotation(heading=text, text=text, source=text, date_text=text),
        studies=(study, Study(key="other", title=text, doi=f"10.1/{text}")),
    )


def _site_of(text: str) -> Site:
    """What all pages share, with this text in every field."""
    return Site(
        name=text,
        language=text,
        url=f"https://{text}",
        page_address=text + "{slug}",
        research=SiteResearch(disclaimers=(text,)),
    )
