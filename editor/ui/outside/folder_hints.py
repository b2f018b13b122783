"""The system's own news that something in a folder has changed: welcome, but never complete."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from editor.storage.file_names import PAGES_FOLDER


class FolderHints(QObject):
    """Listens for changes of a content folder, and of one of its files."""

    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._refused: set[str] = set()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.came)
        self._watcher.fileChanged.connect(self.came)

    def mind(self, root: Path, place: str) -> None:
        """Listen from now on; only to be called for a folder that answers fast, as it asks the disk."""
        wanted = {str(root), str(root / PAGES_FOLDER), str(root / place)}
        minded = {*self._watcher.directories(), *self._watcher.files()}
        if minded - wanted:
            self._watcher.removePaths(list(minded - wanted))
        missing = list(wanted - minded - self._refused)
        if missing:
            self._refused.update(self._watcher.addPaths(missing))  # there may be no room for more

    def stop(self) -> None:
        """Listen no more."""
        minded = [*self._watcher.directories(), *self._watcher.files()]
        if minded:
            self._watcher.removePaths(minded)
        self._refused.clear()
