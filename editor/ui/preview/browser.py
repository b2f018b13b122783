"""The browser of the preview: a hardened page, what serves it, and what keeps it up to date.

Importing this loads the browser, the heavy part of a start, so the pane does it when the window stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWebEngineWidgets import QWebEngineView

from editor.ui.preview.live_page import LivePage
from editor.ui.preview.preview_page import PageServer, PreviewPage, preview_profile
from editor.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.ui.background import Background


class Browser(QWebEngineView):
    """Shows one page of the website."""

    def __init__(self, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self.server = PageServer(background, self)
        profile = preview_profile(self.server)
        self.preview_page = PreviewPage(profile, self)
        profile.setParent(self)  # after the page: children go in this order, and a profile must outlive its pages
        self.live = LivePage(self.preview_page, self)
        self.preview_page.setBackgroundColor(self.palette().base().color())  # no white flash in the dark
        self.setPage(self.preview_page)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(tr("Preview"))
