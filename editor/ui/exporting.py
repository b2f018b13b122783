"""Exporting pages from the window, as they are in it now, and opening one in the browser."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from editor.content.condition_page import ConditionPage
from editor.render.export import ExportReport, NotExported, export_pages
from editor.session import Session
from editor.ui.background import Background
from editor.words import tr, tr_count


class Exporting(QObject):
    """Writes pages as HTML files, changes that are not saved yet included, and says where they are."""

    said = Signal(str)

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._background = background
        self._window = window
        self._temporary: tempfile.TemporaryDirectory[str] | None = None

    def export_page(self, page: ConditionPage) -> None:
        """Export one page, a draft too, to a folder that the user is asked for."""
        self._ask_where(tr("Export this page to"), functools.partial(self._export, [page], drafts=True))

    def export_all(self) -> None:
        """Export all published pages to a folder that the user is asked for."""
        self._ask_where(tr("Export all pages to"), self._export_all)

    def open_in_browser(self, page: ConditionPage) -> None:
        """Show a page in the user's browser, from a folder that goes when the program ends."""
        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="clinic-page-")
        self._run([page], Path(self._temporary.name), self._open, drafts=True)

    def close(self) -> None:
        """Remove the folder of pages shown in the browser."""
        if self._temporary is not None:
            self._temporary.cleanup()

    def _ask_where(self, title: str, export: Callable[[str], None]) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(export)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export_all(self, to: str) -> None:
        pages = [page for place in self._session.page_places if (page := self._session.page(place)) is not None]
        self._export(pages, to, drafts=False)

    def _export(self, pages: list[ConditionPage], to: str, *, drafts: bool) -> None:
        self.said.emit(tr("Exporting..."))
        self._run(pages, Path(to), self._tell, drafts=drafts)

    def _run(self, pages: list[ConditionPage], to: Path, done: Callable[[ExportReport], None], *, drafts: bool) -> None:
        root = self._session.folder.root
        work = functools.partial(export_pages, self._session.site, pages, to, drafts=drafts, content_folder=root)
        self._background.run(work, done, self._fail)

    def _tell(self, report: ExportReport) -> None:
        self.said.emit("")
        self._show(QMessageBox.Icon.Information, export_text(report, self._with_unsaved()))

    def _open(self, report: ExportReport) -> None:
        if report.written:
            page = report.written[0]
            if QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))):
                self.said.emit(tr("The page was handed to your browser as it is here now, saved or not."))
            else:
                self.said.emit(tr("No browser could be opened. The page is in {file} until you close.", file=page))
        else:
            self._tell(report)

    def _fail(self, error: BaseException) -> None:
        self.said.emit("")
        if not isinstance(error, NotExported):
            raise error
        self._show(QMessageBox.Icon.Warning, str(error))

    def _show(self, icon: QMessageBox.Icon, text: str) -> None:
        box = QMessageBox(icon, "", text, QMessageBox.StandardButton.Close, self._window)
        box.finished.connect(box.deleteLater)
        box.open()

    def _with_unsaved(self) -> bool:
        return bool(self._session.unsaved_places)


def export_text(report: ExportReport, with_unsaved: bool) -> str:
    """What an export did, in plain sentences."""
    paragraphs = []
    if report.written:
        folder = report.written[0].parent
        count = len(report.written)
        one, many = "1 page was exported to {folder}.", "{count} pages were exported to {folder}."
        paragraphs.append(tr_count(one, many, count, folder=folder))
        if with_unsaved:
            paragraphs.append(tr("They are as you see them here, with changes that are not saved yet."))
    else:
        paragraphs.append(tr("Nothing was exported."))
    if report.left_out:
        left_out = "\n".join(tr("{page}: {reason}", page=left.slug, reason=left.reason) for left in report.left_out)
        paragraphs.append(tr("Left out:") + "\n" + left_out)
    return "\n\n".join(paragraphs)
