"""The menu of the folders opened before."""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.storage.folder_look import is_folder
from editor.ui.background import Background
from editor.ui.look.tips import as_typed
from editor.ui.starting.folder_words import folder_entry
from editor.ui.starting.other_folders import OtherFolders
from editor.words import tr

_PARTS_SHOWN = 3
"""Folders of a path: enough to know it again, and the tip has them all."""


class RecentMenu(QMenu):
    """Lists the other folders by clinic and place; those that are gone just now are greyed."""

    def __init__(self, folders: OtherFolders, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folders = folders
        self._background = Background(self)
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._open)

    def show_by_itself(self) -> None:
        """Show the menu in the middle of the window, for who does not come from the menu above it."""
        self.popup(self._window.mapToGlobal(self._window.rect().center()))

    def stop_looking(self) -> None:
        """Look for no folder any more: the window closes."""
        self._background.close()

    def _fill(self) -> None:
        self.clear()
        for folder in self._folders.others():
            root = Path(folder.root)
            name = folder_entry(folder, self._folders.known).replace("&", "&&")
            entry = self.addAction(f"{name}\t{_shown_place(root)}")
            entry.setData(folder.root)
            entry.setToolTip(as_typed(folder.root))
        roots = tuple(folder.root for folder in self._folders.others())
        self._background.run(functools.partial(_gone, roots), self._grey, self._fail)  # a drive may take minutes

    def _grey(self, gone: tuple[str, ...]) -> None:
        for entry in self.actions():
            if entry.data() in gone:
                entry.setEnabled(False)
                entry.setToolTip(as_typed(tr("{folder} can't be found just now.", folder=entry.data())))

    def _fail(self, error: BaseException) -> None:
        raise error

    def _open(self, entry: QAction) -> None:
        self._folders.wanted.emit(Path(entry.data()))


def _gone(roots: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the folders that are not there. It blocks on the disk."""
    return tuple(root for root in roots if not is_folder(Path(root)))


def _shown_place(root: Path) -> str:
    parts = root.parts
    return str(root) if len(parts) <= _PARTS_SHOWN + 1 else str(Path("...", *parts[-_PARTS_SHOWN:]))
