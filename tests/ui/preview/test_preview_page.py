from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
)
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from editor.ui.background import Background
from editor.ui.preview import preview_page
from editor.ui.preview.preparation import prepare
from editor.ui.preview.preview_page import PageServer, PreviewPage, preview_profile

Attribute = QWebEngineSettings.WebAttribute
MUST_BE_OFF = [
    "JavascriptEnabled",
    "JavascriptCanOpenWindows",
    "JavascriptCanAccessClipboard",
    "JavascriptCanPaste",
    "LocalStorageEnabled",
    "LocalContentCanAccessRemoteUrls",
    "LocalContentCanAccessFileUrls",
    "HyperlinkAuditingEnabled",
    "DnsPrefetchEnabled",
    "AutoLoadIconsForPage",
    "PluginsEnabled",
    "PdfViewerEnabled",
    "ErrorPageEnabled",
    "NavigateOnDropEnabled",
]


class Opened:
    """A hardened page and what belongs to it."""

    def __init__(self) -> None:
        self.owner = QObject()
        self.background = Background()
        self.server = PageServer(self.background, self.owner)
        self.profile = preview_profile(self.server)
        self.page = PreviewPage(self.profile, self.owner)

    def close(self) -> None:
        delete(self.page)
        delete(self.profile)
        self.background.close()


@pytest.fixture
def opened() -> Iterator[Opened]:
    opened = Opened()
    yield opened
    opened.close()


@pytest.fixture
def plain_page() -> Iterator[QWebEnginePage]:
    """A browser page as it comes, to show what it would do."""
    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    yield page
    delete(page)
    delete(profile)


@pytest.fixture
def load(opened: Opened, qtbot: QtBot) -> Callable[[str], None]:
    """Loads a document in the place of the empty page."""

    def load(document: str) -> None:
        opened.server.page_html = document
        with qtbot.waitSignal(opened.page.loadFinished) as finished:
            opened.page.load_empty()
        assert finished.args == [True]

    return load


class Request:
    """A request as the interceptor sees it, which remembers what became of it."""

    def __init__(self, info: QWebEngineUrlRequestInfo) -> None:
        self.address = info.requestUrl()
        self.is_blocked = False
        self._info = info

    def requestUrl(self) -> QUrl:
        return self.address

    def block(self, yes: bool) -> None:
        self.is_blocked = yes
        self._info.block(yes)


@pytest.fixture
def requests(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """All that the browser asks for from now on."""
    seen: list[Request] = []
    decide: Any = opened.page.interceptor.interceptRequest

    def watch(info: QWebEngineUrlRequestInfo) -> None:
        seen.append(Request(info))
        decide(seen[-1])

    monkeypatch.setattr(opened.page.interceptor, "interceptRequest", watch)
    return seen


TELLING = "<title>before</title><body><p>Shown</p><script>document.title = 'after'</script>"


class TestPolicy:
    def test_it_arrives_and_stops_a_script_that_would_else_run(
        self, opened: Opened, load: Callable[[str], None]
    ) -> None:
        opened.page.settings().resetAttribute(Attribute.JavascriptEnabled)
        assert opened.page.settings().testAttribute(Attribute.JavascriptEnabled)
        load(TELLING)
        assert opened.page.title() == "before"

    def test_without_it_the_script_would_run(self, plain_page: QWebEnginePage, qtbot: QtBot) -> None:
        with qtbot.waitSignal(plain_page.loadFinished):
            plain_page.setHtml(TELLING)
        assert plain_page.title() == "after"

    def test_no_script_runs_where_the_policy_is_missing(
        self, opened: Opened, load: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(preview_page, "CONTENT_SECURITY_POLICY", "default-src * 'unsafe-inline'")
        load(TELLING)
        assert opened.page.title() == "before"


class TestRequests:
    def test_without_the_policy_the_interceptor_stops_all_that_is_not_ours(
        self,
        opened: Opened,
        load: Callable[[str], None],
        requests: list[Request],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(preview_page, "CONTENT_SECURITY_POLICY", "default-src * data: 'unsafe-inline'")
        load(
            "<link rel=stylesheet href='https://example.org/style'><img src='http://example.org/picture'>"
            f"<img src='file://{__file__}'><img src='data:,x'><img src='images/own.png'>"
        )
        fate = {request.address.toString(): request.is_blocked for request in requests}
        assert fate.pop("https://example.org/style")
        assert fate.pop("http://example.org/picture")
        assert set(fate) <= {opened.page.url().toString(), "clinic-preview://page/images/own.png", "data:,x"}
        assert not any(fate.values())

    def test_a_frame_stays_empty(
        self, opened: Opened, load: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(preview_page, "CONTENT_SECURITY_POLICY", "default-src * 'unsafe-inline'")
        load(f"<p>Shown</p><iframe src='file://{__file__}'></iframe><iframe src='https://example.org/'></iframe>")
        assert all(frame.url().toString() in {"", "about:blank"} for frame in opened.page.mainFrame().children())

    @pytest.mark.parametrize("address", ["clinic-preview://elsewhere/", "clinic-preview://page/images/none.png"])
    def test_the_own_scheme_has_one_host_and_nothing_but_the_page(
        self, address: str, opened: Opened, load: Callable[[str], None], qtbot: QtBot
    ) -> None:
        load(f"<img src='{address}'><p>Shown</p>")
        widths: list[object] = []
        opened.page.runJavaScript("document.images[0].naturalWidth", 1, widths.append)
        qtbot.waitUntil(lambda: bool(widths))
        assert widths == [0]


class TestNavigation:
    @pytest.mark.parametrize(
        "address",
        ["https://example.org/", "file:///etc/passwd", "clinic-preview://page/?1", "clinic-preview://x/", "data:,x"],
    )
    def test_the_page_never_leaves(
        self, address: str, opened: Opened, load: Callable[[str], None], qtbot: QtBot
    ) -> None:
        load("<p>Shown</p>")
        here = opened.page.url()
        with qtbot.assertNotEmitted(opened.page.urlChanged, wait=100):
            opened.page.runJavaScript(f"location.href = {address!r}", 1)
            opened.page.load(QUrl(address))
        assert opened.page.url() == here

    def test_the_page_is_let_in_once(self, opened: Opened) -> None:
        kind = QWebEnginePage.NavigationType.NavigationTypeTyped
        address = opened.page.load_empty()
        assert not opened.page.acceptNavigationRequest(address, kind, main_frame=False)
        opened.page.acceptNavigationRequest(address, kind, main_frame=True)
        assert not opened.page.acceptNavigationRequest(address, kind, main_frame=True)

    @pytest.mark.parametrize(
        ("address", "goes_out"),
        [
            ("https://example.org/a", True),
            ("http://example.org/", True),
            ("mailto:reception@example.org", True),
            ("tel:+61399990000", True),
            ("file:///etc/passwd", False),
            ("javascript:alert(1)", False),
            ("clinic-preview://page/", False),
            ("ms-settings:privacy", False),
        ],
    )
    def test_a_click_goes_out_or_nowhere(self, address: str, goes_out: bool, opened: Opened) -> None:
        clicked: list[QUrl] = []
        opened.page.link_activated.connect(clicked.append)
        kind = QWebEnginePage.NavigationType.NavigationTypeLinkClicked
        assert not opened.page.acceptNavigationRequest(QUrl(address), kind, main_frame=True)
        assert clicked == ([QUrl(address)] if goes_out else [])
        assert not opened.page.acceptNavigationRequest(QUrl(address), kind, main_frame=False)
        assert len(clicked) == int(goes_out)

    def test_no_window_opens(self, opened: Opened, load: Callable[[str], None]) -> None:
        load("<p>Shown</p>")
        assert opened.page.createWindow(QWebEnginePage.WebWindowType.WebBrowserTab) is None
        assert opened.page.chooseFiles(QFileDialog.FileMode.ExistingFile, [], []) == []

    def test_a_download_is_cancelled(self, opened: Opened, load: Callable[[str], None], qtbot: QtBot) -> None:
        load("<p>Shown</p>")
        states: list[object] = []
        opened.profile.downloadRequested.connect(lambda asked: states.append(asked.state()))
        opened.page.download(QUrl("data:application/octet-stream,x"), "x.bat")
        qtbot.waitUntil(lambda: bool(states))
        assert states == [QWebEngineDownloadRequest.DownloadState.DownloadCancelled]


class TestSettings:
    @pytest.mark.parametrize("name", MUST_BE_OFF)
    def test_what_a_page_of_text_does_not_need_is_off(self, name: str, opened: Opened) -> None:
        assert not opened.page.settings().testAttribute(Attribute[name])

    def test_nothing_is_kept_on_disk(self, opened: Opened) -> None:
        assert opened.profile.isOffTheRecord()
        assert opened.profile.httpCacheType() == QWebEngineProfile.HttpCacheType.NoCache


class TestPrepare:
    def test_hosts_are_looked_up_nowhere_and_the_users_flags_stay(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--of-the-user")
        prepare()
        prepare()
        assert os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] == '--of-the-user --host-resolver-rules="MAP * ~NOTFOUND"'

    def test_the_sandbox_is_left_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
        prepare()
        assert "QTWEBENGINE_DISABLE_SANDBOX" not in os.environ
        assert "no-sandbox" not in os.environ["QTWEBENGINE_CHROMIUM_FLAGS"]
