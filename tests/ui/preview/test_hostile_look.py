"""A look of the website's own that tries to run scripts, to call home and to lead elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QHostAddress, QTcpServer
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study
from editor.ui.preview.preview_pane import Preview
from tests.ui.preview.reader import Reader

STYLE = """@import url(HOME/import.css); @import "own.css";
@font-face { font-family: far; src: url(HOME/font.woff2) }
body { font-family: far; background: url(HOME/ground.png), url("//127.0.0.1:PORT/ground.png") }
p::before { content: url(HOME/before.png) }
input[value^="a"] { background: image-set("HOME/typed.png" 1x) }
"""
HEAD = """<base href="HOME/">
<meta http-equiv="refresh" content="0; url=HOME/refresh">
<meta name="color-scheme" http-equiv="refresh" content="0; url=HOME/refresh-in-disguise">
<meta http-equiv="Content-Security-Policy" content="default-src * 'unsafe-inline'">
<link rel="stylesheet" href="HOME/link.css"><link rel="preconnect" href="HOME"><link rel="dns-prefetch" href="HOME">
<link rel="prefetch" href="HOME/prefetch"><link rel="preload" as="font" href="HOME/preload">
<link rel="icon" href="HOME">
<link rel="stylesheet preconnect" href="HOME/two"><style>@import "HOME/head.css";</style>
<script>document.title = "ran"</script><script src="HOME/script.js"></script>
<script src="theme/own.js"></script>"""
BODY = """<script>document.title = "ran"</script><svg onload="document.title = 'ran'">
<script>document.title = "ran"</script>
<image href="HOME/svg.png"/><use href="HOME/use.svg#a"/></svg>
<img src="HOME/image.png" onerror="document.title = 'ran'">
<img srcset="HOME/set.png 1x" src="theme/none.png" onerror="document.title = 'ran'">
<picture><source srcset="HOME/source.png"><img></picture><video src="HOME/video" poster="HOME/poster" autoplay></video>
<audio src="HOME/audio" autoplay></audio><iframe src="HOME/frame"></iframe>
<iframe srcdoc="<img src=HOME/srcdoc>"></iframe>
<frameset><frame src="HOME/frame"></frameset><object data="HOME/object"></object><embed src="HOME/embed">
<form action="HOME/form" id="f"><input name="a" value="a" autofocus onfocus="this.form.submit()">
<input type="image" src="HOME/submit.png"></form><a href="HOME/ping" ping="HOME/ping">ping</a>
<link rel="stylesheet" href="HOME/body.css"><style>b { background: url(HOME/style-in-body.png) }</style><b>Bold</b>
<p style="background: url(HOME/inline.png)">The look was here.</p><div data-slot="studies"></div>
<template><img src="HOME/template.png"></template><noscript><img src="HOME/noscript.png"></noscript>
<meta http-equiv="refresh" content="0; url=HOME/refresh-in-body"><base href="HOME/">
<details open ontoggle="document.title = 'ran'"></details>"""
LOOK = {
    "page.html": f"""<!doctype html><html onclick="alert(1)" lang="{{{{ language }}}}"><head>{HEAD}</head>
<body onload="document.title = 'ran'">{BODY}{{{{ intro }}}}<ul>{{{{ studies }}}}</ul></body></html>""",
    "study.html": f'<li data-part="{{{{ part }}}}">{BODY}{{{{ title }}}}</li>',
    "style.css": STYLE,
    "own.css": "p { background: url(HOME/from-own-sheet.png); cursor: url(HOME/cursor.cur), auto }",
    "own.js": "document.title = 'ran'",
}
DROPPED = "script, meta[http-equiv], base, iframe, object, embed"

CONTENT = ConditionPage(slug="back", name="Back pain", intro="Words.", studies=(Study(key="a", title="A study"),))


class Asked(QWebEngineUrlRequestInterceptor):
    """Notes the schemes of all that a page asks for, and lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.schemes: set[str] = set()

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        self.schemes.add(info.requestUrl().scheme())


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def home() -> Iterator[QTcpServer]:
    """Where a hostile look would like to call: a server of this computer."""
    home = QTcpServer()
    assert home.listen(QHostAddress.SpecialAddress.LocalHost)
    yield home
    home.close()
    delete(home)


def aimed(text: str, home: QTcpServer) -> str:
    """The text with the addresses of that server."""
    return text.replace("HOME", f"http://127.0.0.1:{home.serverPort()}").replace("PORT", str(home.serverPort()))


@pytest.fixture
def site(tmp_path: Path, home: QTcpServer) -> Path:
    """A content folder with the hostile look."""
    (tmp_path / "theme").mkdir()
    for name, text in LOOK.items():
        (tmp_path / "theme" / name).write_text(aimed(text, home))
    return tmp_path


def test_nothing_runs_and_no_request_leaves(
    preview: Preview, reader: Reader, site: Path, home: QTcpServer, asked: Asked, qtbot: QtBot
) -> None:
    preview.page.profile().setUrlRequestInterceptor(asked)  # asked before the page's own one
    outside: list[QUrl] = []
    preview.link_activated.connect(outside.append)
    preview.show_files_of(site)
    preview.show_page(Site(name="A clinic"), CONTENT)
    qtbot.waitUntil(preview.is_current, timeout=15_000)
    assert reader.text().count("The look was here.") == 2
    assert "A study" in reader.text()
    address = preview.page.url()
    qtbot.wait(500)  # for what a page does after a while
    assert reader.script("document.title") != "ran"
    assert reader.script(f"document.querySelectorAll('{DROPPED}').length") == 0
    assert asked.schemes <= {"clinic-preview", "data"}
    assert "clinic-preview" in asked.schemes, "the look's own files are asked for"
    assert not home.hasPendingConnections()
    assert preview.page.url() == address
    assert preview.is_current()
    assert outside == []


class PlainPage(QWebEnginePage):
    """A browser page as it comes, but for what it says of refused scripts."""

    def javaScriptConsoleMessage(self, *_what: object) -> None:
        pass


@pytest.fixture
def plain_page() -> Iterator[PlainPage]:
    profile = QWebEngineProfile()
    page = PlainPage(profile)
    yield page
    delete(page)
    delete(profile)


def test_in_a_plain_browser_it_runs_and_asks(
    plain_page: PlainPage, home: QTcpServer, asked: Asked, qtbot: QtBot
) -> None:
    titles: list[str] = []
    plain_page.titleChanged.connect(titles.append)
    plain_page.setUrlRequestInterceptor(asked)
    plain_page.setHtml(aimed(LOOK["page.html"], home))
    qtbot.waitUntil(lambda: "ran" in titles and "http" in asked.schemes, timeout=10_000)
