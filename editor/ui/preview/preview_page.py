"""The page of the preview: a browser page in which a text can do nothing but be shown.

Several walls stand one behind the other, so that a hole in one opens nothing: the page has an address scheme of its
own, its reply carries a content security policy, scripts are off, an interceptor lets no other scheme through, every
navigation is refused, and Chromium cannot look up a host (see `preparation.py`). Importing this loads the browser.
"""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDesktopMediaRequest,
    QWebEngineDownloadRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineRegisterProtocolHandlerRequest,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from editor.markup.addresses import LINK_SCHEMES
from editor.render.theme import THEME_FOLDER
from editor.ui.preview.preview_pictures import read_picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.render.theme import Theme
    from editor.ui.background import Background

SCHEME = b"clinic-preview"
HOST = "page"
CONTENT_SECURITY_POLICY = (
    "sandbox; default-src 'none'; script-src 'none'; style-src clinic-preview: 'unsafe-inline'; "
    "img-src clinic-preview: data:; font-src clinic-preview: data:; base-uri 'none'; form-action 'none'"
)

EMPTY_PAGE = """<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
"""
_THEME_FILES = f"/{THEME_FOLDER}/"

_Attribute = QWebEngineSettings.WebAttribute
_SWITCHED_OFF = (
    _Attribute.JavascriptEnabled,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.LocalStorageEnabled,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.TouchIconsEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.Accelerated2dCanvasEnabled,
    _Attribute.ReadingFromCanvasEnabled,
    _Attribute.BackForwardCacheEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.FocusOnNavigationEnabled,  # else each load would take the keyboard from the field being typed in
)
_SWITCHED_ON = (_Attribute.PlaybackRequiresUserGesture, _Attribute.WebRTCPublicInterfacesOnly)


def _register_scheme() -> None:
    """Makes the preview's addresses known to Chromium, which must happen before there is any profile."""
    if not QWebEngineUrlScheme.schemeByName(QByteArray(SCHEME)).name().isEmpty():
        return
    scheme = QWebEngineUrlScheme(QByteArray(SCHEME))
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    # Without CorsEnabled a theme's fonts would not load: the policy's `sandbox` makes the page a stranger everywhere.
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


def is_own(url: QUrl) -> bool:
    """Whether an address is the preview's own: scheme and host, since `//elsewhere` in a text takes on the scheme."""
    return url.scheme() == SCHEME.decode() and url.host() == HOST


class OwnSchemeOnly(QWebEngineUrlRequestInterceptor):
    """Blocks every request but those for the preview's own page and pictures; too simple to fail."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        info.block(info.requestUrl().scheme() not in {"clinic-preview", "data"})


class PageServer(QWebEngineUrlSchemeHandler):
    """Answers requests in the preview's own scheme: an empty page, pictures and files of the look."""

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self.page_html = EMPTY_PAGE
        self.content_folder: Path | None = None
        self.theme: Theme | None = None
        self._background = background
        self._numbers = itertools.count()
        self._waiting: dict[int, QWebEngineUrlRequestJob] = {}

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        if not is_own(url) or job.requestMethod() != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif url.path() == "/":
            _reply(job, b"text/html; charset=utf-8", self.page_html.encode())
        elif url.path().startswith(_THEME_FILES):
            name = url.path().removeprefix(_THEME_FILES)
            self._answer_later(job, functools.partial(_read_theme_file, self.theme, name))
        else:
            self._answer_later(job, functools.partial(_read_picture, self.content_folder, url.path()))

    def _answer_later(self, job: QWebEngineUrlRequestJob, read: Callable[[], tuple[bytes, bytes]]) -> None:
        """Answers with the media type and the bytes that `read` finds on disk, in the background."""
        number = next(self._numbers)
        self._waiting[number] = job
        job.destroyed.connect(functools.partial(self._waiting.pop, number, None))
        self._background.run(
            read, functools.partial(self._reply_file, number), functools.partial(self._no_file, number)
        )

    def _reply_file(self, number: int, file: tuple[bytes, bytes]) -> None:
        job = self._waiting.pop(number, None)
        if job is not None:
            _reply(job, *file)

    def _no_file(self, number: int, _error: BaseException) -> None:
        job = self._waiting.pop(number, None)
        if job is not None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)


class PreviewPage(QWebEnginePage):
    """The page itself, in a profile that leaves nothing on disk. Links are only told about, never followed."""

    link_activated = Signal(QUrl)
    """Someone clicked on a link for the web, mail or the telephone."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self.interceptor = OwnSchemeOnly(self)
        self.setUrlRequestInterceptor(self.interceptor)
        settings = self.settings()
        for attribute in (*_SWITCHED_OFF, *_SWITCHED_ON):
            settings.setAttribute(attribute, attribute in _SWITCHED_ON)
        settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes)
        self.permissionRequested.connect(_deny)
        self.fullScreenRequested.connect(_reject)
        self.registerProtocolHandlerRequested.connect(_reject)
        self.fileSystemAccessRequested.connect(_reject)
        self.desktopMediaRequested.connect(_cancel)
        self._asked_for = QUrl()
        self._loads = 0

    def load_empty(self) -> QUrl:
        """Loads an empty page, at an address that no load before had; answers the address."""
        self._loads += 1
        address = QUrl(f"{SCHEME.decode()}://{HOST}/?{self._loads}")
        self._asked_for = address
        self.load(address)
        return address

    def acceptNavigationRequest(self, url: QUrl | str, kind: QWebEnginePage.NavigationType, main_frame: bool) -> bool:
        address = QUrl(url)
        if kind == QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            if main_frame and address.scheme() in LINK_SCHEMES:
                self.link_activated.emit(address)
            return False
        if not main_frame or address != self._asked_for:
            return False
        self._asked_for = QUrl()
        return True

    def chooseFiles(self, *_what: object) -> list[str]:
        return []

    def javaScriptConsoleMessage(self, *_what: object) -> None:
        """What the browser says about a refused script is of no use to anybody here."""


def preview_profile(server: PageServer) -> QWebEngineProfile:
    """A profile that keeps nothing and downloads nothing. It must outlive each page made with it."""
    _register_scheme()
    profile = QWebEngineProfile()  # without a name, so off the record
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    profile.setSpellCheckEnabled(False)
    profile.downloadRequested.connect(_cancel)
    profile.installUrlSchemeHandler(QByteArray(SCHEME), server)
    return profile


def _read_picture(content_folder: Path | None, address_path: str) -> tuple[bytes, bytes]:
    """Raises OSError or ValueError where there is no such picture."""
    if content_folder is None:
        raise ValueError("there is no content folder")
    picture = read_picture(content_folder, address_path)
    return picture.kind, picture.content


def _read_theme_file(theme: Theme | None, name: str) -> tuple[bytes, bytes]:
    """Raises OSError or ValueError where the look has no such file."""
    if theme is None:
        raise ValueError("the look has no files of its own")
    file = theme.file(name)
    return file.kind.encode(), file.content


def _reply(job: QWebEngineUrlRequestJob, kind: bytes, content: bytes) -> None:
    # Each header has a list of values; the form in PySide6's type hints is accepted and sends nothing.
    headers: Any = {
        b"Content-Security-Policy": [CONTENT_SECURITY_POLICY.encode()],
        b"X-Content-Type-Options": [b"nosniff"],
        b"Access-Control-Allow-Origin": [b"*"],
    }
    job.setAdditionalResponseHeaders(headers)
    device = QBuffer(job)
    device.setData(QByteArray(content))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(QByteArray(kind), device)


def _deny(permission: QWebEnginePermission) -> None:
    permission.deny()


def _reject(
    request: QWebEngineFullScreenRequest | QWebEngineRegisterProtocolHandlerRequest | QWebEngineFileSystemAccessRequest,
) -> None:
    request.reject()


def _cancel(request: QWebEngineDownloadRequest | QWebEngineDesktopMediaRequest) -> None:
    request.cancel()
