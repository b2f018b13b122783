"""The window's doors to other folders: those opened before, any other, a new one, the sample."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QWidget

from editor.storage.settings import FolderSettings
from editor.ui.other_programs import open_or_tell
from editor.ui.starting.folder_words import folder_words
from editor.words import tr

MOST_OTHERS = 8


class OtherFolders(QObject):
    """Tells which folder is to be opened in this one's place, and what this one is called beside others.

    `known` are the folders opened before, the last first.
    """

    asked = Signal()
    """Any other folder, which the user has yet to choose."""
    new_website_asked = Signal()
    sample_asked = Signal()
    wanted = Signal(object)
    """A certain folder, a Path."""

    def __init__(self, root: Path, window: QWidget) -> None:
        super().__init__(window)
        self._root = root
        self._window = window
        self.known: tuple[FolderSettings, ...] = ()

    def ask(self) -> None:
        """Have another folder asked for."""
        self.asked.emit()

    def ask_new_website(self) -> None:
        """Have a new website made."""
        self.new_website_asked.emit()

    def ask_sample(self) -> None:
        """Have the sample copied and opened."""
        self.sample_asked.emit()

    def show_folder(self) -> None:
        """Show this folder in the system's own window for files."""
        open_or_tell(QUrl.fromLocalFile(str(self._root)), self._window)

    def where(self) -> str:
        """What that does, with the place of this folder."""
        return tr("Show {folder} among the files of this computer", folder=self._root)

    def clinic_words(self, clinic: str) -> str:
        """What this folder's website is called."""
        return folder_words(FolderSettings(str(self._root), clinic), self.known)

    def others(self) -> tuple[FolderSettings, ...]:
        """The folders opened before, without this one."""
        return tuple(folder for folder in self.known if folder.root != str(self._root))[:MOST_OTHERS]

    def why_no_others(self) -> str:
        """Why no folder opened before can be opened."""
        return "" if self.others() else tr("No other folder has been opened yet.")
