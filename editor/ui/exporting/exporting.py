"""Exporting pages from the window, as they are in it now, and opening one in the browser."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from editor.content.reading import PageReading, SiteReading
from editor.render.export import ExportReport, NotExported, exportable
from editor.session import Place, Session
from editor.ui.background import Background
from editor.ui.exporting.export_run import Export, ExportRun
from editor.ui.other_programs import open_elsewhere
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

    def export_page(self, place: Place) -> None:
        """Export one page, a draft too, to a folder that the user is asked for."""
        self._ask_where(tr("Export this page to"), functools.partial(self._export, (place,), drafts=True))

    def export_all(self) -> None:
        """Export all published pages to a folder that the user is asked for."""
        self._ask_where(tr("Export all pages to"), self._export_all)

    def open_in_browser(self, place: Place) -> None:
        """Show a page in the user's browser, from a folder that goes when the program ends."""
        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="clinic-page-", ignore_cleanup_errors=True)
        self._run((place,), Path(self._temporary.name), self._open, drafts=True)

    def close(self) -> None:
        """Stop what is under way, and remove the folder of pages shown in the browser."""
        for run in self.findChildren(ExportRun):
            run.close()
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
        self._export(self._session.page_places, to, drafts=False)

    def _export(self, places: Sequence[Place], to: str, *, drafts: bool) -> None:
        self.said.emit(tr("Exporting..."))
        self._run(places, Path(to), self._tell, drafts=drafts)

    def _run(self, places: Sequence[Place], to: Path, done: Callable[[ExportReport], None], *, drafts: bool) -> None:
        try:
            content = exportable(self._site(), {place: self._page(place) for place in places})
        except NotExported as error:
            self._fail(error)
            return
        run = ExportRun(Export(content, to, self._session.folder.root, drafts), self._background, self)
        run.done.connect(done)
        run.failed.connect(self._fail)
        run.start()

    def _site(self) -> SiteReading:
        """The site's texts as they are in the window, with what is wrong with their file."""
        file = self._session.files.get(self._session.site_place)
        return SiteReading(self._session.site, None, () if file is None else file.problems)

    def _page(self, place: Place) -> PageReading:
        """A page as it is in the window, with what is wrong with its file."""
        return PageReading(self._session.page(place), None, self._session.files[place].problems)

    def _tell(self, report: ExportReport) -> None:
        self.said.emit("")
        self._show(QMessageBox.Icon.Information, export_text(report, self._with_unsaved()))

    def _open(self, report: ExportReport) -> None:
        if report.written:
            page = report.written[0]
            if open_elsewhere(QUrl.fromLocalFile(str(page))):
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
        paragraphs.append(
            tr_count(
                "1 page was exported to {folder}.", "{count} pages were exported to {folder}.", count, folder=folder
            )
        )
        if with_unsaved:
            paragraphs.append(tr("They are as you see them here, with changes that are not saved yet."))
    else:
        paragraphs.append(tr("Nothing was exported."))
    if report.left_out:
        left_out = "\n".join(tr("{page}: {reason}", page=left.page, reason=left.reason) for left in report.left_out)
        paragraphs.append(tr("Left out:") + "\n" + left_out)
    return "\n\n".join(paragraphs)
