"""The program with a window: which folder it shows, from the first to the last."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from editor.storage import ContentFolder, explain_folder
from editor.ui.background import RenderProcess
from editor.ui.main_window import PROGRAM, MainWindow
from editor.ui.window_picture import WindowPicture
from editor.words import tr

_AFTERWARDS = Qt.ConnectionType.QueuedConnection
"""The next question is put when the dialog that led to it has ended: put earlier, it would take that one's place."""


class Program(QObject):
    """Opens folders, each in a window of its own, one at a time.

    `rendering` is a rendering process for the first window, if one has been started already.
    """

    def __init__(
        self,
        picture: Path | None = None,
        parent: QObject | None = None,
        *,
        rendering: RenderProcess | None = None,
    ) -> None:
        super().__init__(parent)
        QApplication.setApplicationDisplayName(PROGRAM)
        self._rendering = rendering
        self._picture = picture
        self.window: MainWindow | None = None
        self._wanted: Path | None = None
        self._question: QDialog | None = None

    def open(self, folder: Path | None) -> None:
        """Show the window on a folder; where that is none of a website's, say so and ask for another."""
        if folder is None:
            self.ask()
            return
        explanation = explain_folder(folder)
        if explanation is None:
            self._show(folder)
        elif self._picture is not None:
            print(explanation, file=sys.stderr)
            QApplication.exit(2)
        else:
            self._explain(explanation)

    def ask(self) -> None:
        """Ask for a folder."""
        dialog = QFileDialog(self.window, tr("Choose the folder that holds the website's pages"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._chosen, _AFTERWARDS)
        self._put(dialog)

    def _chosen(self, folder: str) -> None:
        self.open(Path(folder))

    def _explain(self, explanation: str) -> None:
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setText(tr("There are no website pages here."))
        box.setInformativeText(explanation)
        another = box.addButton(tr("Choose another folder"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        another.clicked.connect(self.ask, _AFTERWARDS)
        self._put(box)

    def _put(self, question: QDialog) -> None:
        """Show a dialog, and keep it while it stands: without a window it belongs to nobody else."""
        self._question = question
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()

    def _show(self, folder: Path) -> None:
        if self.window is None:
            self._show_new(folder)
            return
        self._wanted = folder
        self.window.close()

    def _stay(self) -> None:
        """The window that is open stays, so the other folder is not wanted any more."""
        self._wanted = None

    def _closed(self) -> None:
        wanted, self._wanted = self._wanted, None
        self.window = None
        if wanted is not None:
            self._show_new(wanted)

    def _show_new(self, folder: Path) -> None:
        rendering, self._rendering = self._rendering, None
        window = self.window = MainWindow(ContentFolder(folder), rendering=rendering)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.another_folder_wanted.connect(self.ask)
        window.closing.declined.connect(self._stay)
        window.closed.connect(self._closed)
        window.show()
        if self._picture is not None:
            WindowPicture(window).taken.connect(self._save_picture)

    def _save_picture(self, shown: QImage) -> None:
        saved = shown.save(str(self._picture))
        if not saved:
            print(tr("The picture could not be saved as {file}.", file=self._picture), file=sys.stderr)
        QApplication.exit(0 if saved else 1)
