"""Files, links and texts that are dropped on the studies of a page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Takes what is dropped on a widget, wherever in it; nothing is moved, all is read only.

    Where words have a use of their own in the widget, it takes files alone.
    """

    files_dropped = Signal(tuple)
    """Paths."""
    words_dropped = Signal(str, str)
    """Words, and their HTML where they were copied from a web page."""
    came = Signal()
    """Something that can be dropped here is being dragged over the widget."""
    gone = Signal()
    """It is no more."""

    def __init__(self, place: QWidget, *, takes_words: bool = True) -> None:
        super().__init__(place)
        self._takes_words = takes_words
        place.setAcceptDrops(True)
        place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take in files and words; a drag of anything else shows that it cannot be dropped."""
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            if self._can_take(event.mimeData()):
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                if event.type() == QEvent.Type.DragEnter:
                    self.came.emit()
            elif isinstance(event, QDragEnterEvent):
                event.ignore()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and self._can_take(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.gone.emit()
            self._tell(event.mimeData())
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.gone.emit()
        return super().eventFilter(watched, event)

    def _can_take(self, data: QMimeData) -> bool:
        return bool(files_of(data)) or bool(self._takes_words and data.hasText() and data.text().strip())

    def _tell(self, data: QMimeData) -> None:
        if files := files_of(data):
            self.files_dropped.emit(files)
        else:
            self.words_dropped.emit(data.text(), data.html())


def files_of(data: QMimeData) -> tuple[Path, ...]:
    """The files that were dropped or copied."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
