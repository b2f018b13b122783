"""The mark around whatever has the keyboard, the same for every kind of widget.

Qt's styles mark a line of text clearly and a button, a list or a larger box hardly at all. A style of our own would
run Python for everything that is painted, and a style sheet would change how everything looks; this is one frame.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenuBar, QTabBar, QWidget
from shiboken6 import isValid

from editor.ui.look.colours import mark_colour

WIDTH = 2
"""Pixels."""
_RADIUS = 3.0


class FocusMark(QObject):
    """Marks the widget that has the keyboard, in every window of the application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._frame: Frame | None = None
        application.focusChanged.connect(self._go)

    def _go(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._frame is not None and isValid(self._frame):  # it may have gone together with its widget
            self._frame.deleteLater()
            self._frame.hide()
        self._frame = Frame(now) if now is not None and _wants_mark(now) else None


class Frame(QWidget):
    """A frame within the edges of a widget; the mouse and what is below do not notice it."""

    def __init__(self, marked: QWidget) -> None:
        super().__init__(marked)
        self._marked = marked
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        marked.installEventFilter(self)
        if isinstance(marked, QAbstractScrollArea):
            for bar in (marked.verticalScrollBar(), marked.horizontalScrollBar()):
                if (holder := bar.parentWidget()) is not None:
                    holder.installEventFilter(self)
        if isinstance(marked, QTabBar):
            marked.currentChanged.connect(self._fit)
        self._fit()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._marked:
            self._fit()
        elif event.type() == QEvent.Type.ZOrderChange and watched is not self._marked:
            self.raise_()  # a scroll bar that comes later puts itself on top
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(mark_colour(QGuiApplication.palette()), WIDTH))
        inset = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)

    def _fit(self) -> None:
        """Lie around the widget, or, in a row of tabs, around the one in front; not over what is inside."""
        area = self._marked.rect()
        if isinstance(self._marked, QTabBar):
            area = self._marked.tabRect(self._marked.currentIndex())
        self.setGeometry(area)
        inside = QRect(0, 0, area.width(), area.height()).adjusted(WIDTH + 1, WIDTH + 1, -WIDTH - 1, -WIDTH - 1)
        self.setMask(QRegion(self.rect()) - QRegion(inside))
        self.raise_()


def _wants_mark(widget: QWidget) -> bool:
    """Not windows, menus and lists that pop up, and not the page in the preview, which marks its links itself."""
    marks_itself = isinstance(widget, QMenuBar) or widget.inherits("QQuickWidget")
    pops_up = widget.window().windowType() == Qt.WindowType.Popup
    return not (marks_itself or pops_up or widget.isWindow())
