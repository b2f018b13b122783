"""Exporting pages from the window, as they are in it now, and opening one in the browser."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.content.condition_page import Status
from editor.content.reading import PageReading, SiteReading
from editor.paths import documents
from editor.render.export import ExportReport, NotExported, exportable
from editor.session import Place, Session, slug_of
from editor.ui.background import Background
from editor.ui.exporting.export_run import Export, ExportRun
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.other_programs import open_or_tell
from editor.ui.starting.folder_question import ask_folder
from editor.words import tr, tr_count


class Exporting(QObject):
    """Writes pages as HTML files, changes that are not saved yet included, and says where they are.

    `exported_to` is the folder of the export before, "" where there was none; the next one begins there.
    """

    said = Signal(str)

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._background = background
        self._window = window
        self.exported_to = ""
        self._temporary: tempfile.TemporaryDirectory[str] | None = None

    def export_page(self, place: Place) -> None:
        """Export one page, a draft too, to a folder that the user is asked for."""
        self._ask_where(tr("Export this page to"), functools.partial(self._export, (place,), drafts=True))

    def export_all(self) -> None:
        """Export all published pages to a folder that the user is asked for."""
        self._ask_where(tr("Export all pages to"), self._export_all)

    def open_in_browser(self, place: Place) -> None:
        """Show a page in the user's browser, an archived one too, from a folder that goes when the program ends."""
        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="clinic-page-", ignore_cleanup_errors=True)
        reading = self._page(place)
        if reading.page is not None and reading.page.effective_status is Status.ARCHIVED:
            reading = replace(reading, page=replace(reading.page, status=str(Status.DRAFT)))  # none is ever written
        self._run({place: reading}, Path(self._temporary.name), self._open, drafts=True)

    def close(self) -> None:
        """Stop what is under way, and remove the folder of pages shown in the browser."""
        for run in self.findChildren(ExportRun):
            run.close()
        if self._temporary is not None:
            self._temporary.cleanup()

    def _ask_where(self, title: str, export: Callable[[Path], None]) -> None:
        starts = [Path(self.exported_to), documents()] if self.exported_to else [documents()]
        ask_folder(title, starts, self._window, export, tr("Export here"))

    def _export_all(self, to: Path) -> None:
        self._export(self._session.page_places, to, drafts=False)

    def _export(self, places: Sequence[Place], to: Path, *, drafts: bool) -> None:
        self.exported_to = str(to)
        self.said.emit(tr("Exporting..."))
        self._run({place: self._page(place) for place in places}, to, self._tell, drafts=drafts)

    def _run(
        self, pages: Mapping[Place, PageReading], to: Path, done: Callable[[ExportReport], None], *, drafts: bool
    ) -> None:
        try:
            content = exportable(self._site(), pages)
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
        text = export_text(report, self._name, bool(self._session.unsaved_places))
        box = self._show(QMessageBox.Icon.Information, text)
        if report.written:
            folder = box.addButton(tr("Show folder"), QMessageBox.ButtonRole.ActionRole)
            folder.setMinimumHeight(LEAST_HEIGHT)
            address = QUrl.fromLocalFile(str(report.written[0].parent))
            folder.clicked.connect(functools.partial(open_or_tell, address, self._window))

    def _open(self, report: ExportReport) -> None:
        if report.written:
            if open_or_tell(QUrl.fromLocalFile(str(report.written[0])), self._window):
                self.said.emit(tr("The page was handed to your browser as it is here now, saved or not."))
        else:
            self._tell(report)

    def _fail(self, error: BaseException) -> None:
        self.said.emit("")
        if not isinstance(error, NotExported):
            raise error
        self._show(QMessageBox.Icon.Warning, str(error))

    def _show(self, icon: QMessageBox.Icon, text: str) -> QMessageBox:
        box = QMessageBox(icon, "", text, QMessageBox.StandardButton.Close, self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.finished.connect(box.deleteLater)
        box.open()
        return box

    def _name(self, page: str) -> str:
        """What staff call a page that a report names by its slug or its file."""
        places = (place for place in self._session.page_places if page in (place, slug_of(place)))
        place = next(places, None)
        return page if place is None else self._session.name_of(place)


def export_text(report: ExportReport, name_of: Callable[[str], str], with_unsaved: bool) -> str:
    """What an export did, in plain sentences; `name_of` gives a page's name for its slug or its file."""
    paragraphs = []
    if report.written:
        page, folder = name_of(report.written[0].stem), report.written[0].parent
        paragraphs.append(
            tr_count(
                "“{page}” was exported to {folder}.",
                "{count} pages were exported to {folder}.",
                len(report.written),
                page=page,
                folder=folder,
            )
        )
        if with_unsaved:
            paragraphs.append(tr("They are as you see them here, with changes that are not saved yet."))
    else:
        paragraphs.append(tr("Nothing was exported."))
    if report.left_out:
        left_out = "\n".join(
            tr("“{page}”: {reason}", page=name_of(left.page), reason=left.reason) for left in report.left_out
        )
        paragraphs.append(tr("Left out:") + "\n" + left_out)
    return "\n\n".join(paragraphs)
