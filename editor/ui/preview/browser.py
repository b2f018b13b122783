"""The browser of the preview: a hardened page, what serves it, and what keeps it up to date.

Importing this loads the browser, the heavy part of a start, so the pane does it when the window stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from editor.ui.preview.live_page import LivePage
from editor.ui.preview.preview_page import PageServer, PreviewPage, preview_profile
from editor.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.ui.background import Background


class Browser(QWebEngineView):
    """Shows one page of the website.

    Clicks are seen here, as the mouse makes them: nothing in the page can make one or has a say in it.
    """

    clicked = Signal(QPointF)
    """The left mouse button was pressed and let go at this place, with no key held."""
    pointed_at = Signal(bool)
    """The mouse has come over the page (True) or left it."""

    def __init__(self, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
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

    def childEvent(self, event: QChildEvent) -> None:
        """Listen to the widget in which the browser paints, which it makes anew after its process died."""
        super().childEvent(event)
        if event.type() == QEvent.Type.ChildPolished:
            event.child().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _PRESSED and isinstance(event, QMouseEvent):
            self._pressed = event.position() if _is_plain(event) else None
        elif kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            before, self._pressed = self._pressed, None
            if before is not None and _is_plain(event):
                way = (event.position() - before).manhattanLength()
                if way < QApplication.startDragDistance():
                    self.clicked.emit(event.position())
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed_at.emit(self.underMouse())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed_at.emit(self.underMouse())


_PRESSED = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


def _is_plain(event: QMouseEvent) -> bool:
    return event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
