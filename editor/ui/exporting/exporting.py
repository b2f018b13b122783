"""Exporting pages from the window, as they are in it now, and opening one in the browser."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.content.condition_page import ConditionPage, Status
from editor.content.reading import SiteReading
from editor.paths import documents
from editor.render.exporting.report import ExportCancelled, ExportReport, NotExported
from editor.render.exporting.source import ExportOptions, Source, SourcePage, readable_site
from editor.session import Place, slug_of
from editor.storage import folder_name
from editor.ui.background import Background
from editor.ui.editing import Editing
from editor.ui.exporting.export_progress import ExportProgress
from editor.ui.exporting.export_run import ExportRun
from editor.ui.exporting.report_words import report_text
from editor.ui.exporting.wanted import Wanted, wanted_now
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.other_programs import open_or_tell
from editor.ui.starting.folder_question import ask_folder, ask_new_file
from editor.words import tr

_PAGE = ExportOptions(drafts=True)
_PAGE_FOR_EMAIL = ExportOptions(drafts=True, single_file=True)
_ALL_PAGES = ExportOptions()


class Exporting(QObject):
    """Writes pages as HTML files, changes that are not saved yet included, and says where they are.

    `exported_to` is the folder of the export before, `emailed_to` that of the file for e-mail before, "" where there
    was none; the next one begins there. `progress` shows how far an export is that takes its time.
    """

    said = Signal(str)
    changed = Signal()
    """An export has begun, or is over."""

    def __init__(self, editing: Editing, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._session = editing.session
        self._background = Background(self)
        self._window = window
        self.exported_to = self.emailed_to = ""
        self.progress = ExportProgress(window)
        self._run: ExportRun | None = None
        self._on_their_way: set[Place] = set()
        self._temporary: tempfile.TemporaryDirectory[str] | None = None

    def export_page(self) -> None:
        """Export the chosen page, a draft too, to a folder that the user is asked for."""
        self._ask_where(tr("Export this page to"), functools.partial(self._export, self._chosen(), _PAGE))

    def export_for_email(self) -> None:
        """Export the chosen page, a draft too, as one file with all that it needs inside; the user is asked for it."""
        place = self._editing.place
        ask_new_file(
            tr("Export this page for e-mail as"),
            (folder_name(self._session.name_of(place)) or slug_of(place)) + ".html",
            tr("Pages for the browser"),
            _starts(self.emailed_to),
            self._window,
            functools.partial(self._export, (place,), _PAGE_FOR_EMAIL),
            tr("Export"),
        )

    def export_all(self) -> None:
        """Export all published pages to a folder that the user is asked for."""
        self._ask_where(tr("Export all pages to"), self._export_all)

    def open_in_browser(self) -> None:
        """Show the chosen page in the user's browser, an archived one too, from a folder that goes with the program."""
        (place,) = self._chosen()
        if place in self._on_their_way:
            return
        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="clinic-page-", ignore_cleanup_errors=True)
        to = Path(tempfile.mkdtemp(dir=self._temporary.name))  # one each time: in it no picture or font is an old one
        run = self._begin((self._to_look_at(place),), to, _PAGE, whole=False)
        if run is not None:
            self._on_their_way.add(place)
            run.done.connect(self._open)
            for ended in (run.done, run.failed):
                ended.connect(functools.partial(self._forget, place))

    def why_not(self, obstacle: Callable[[], str]) -> str:
        """Why nothing can be exported now, `obstacle` included."""
        return obstacle() or (tr("An export is under way.") if self._run is not None else "")

    def close(self) -> None:
        """Stop what is under way, and remove the folder of pages shown in the browser."""
        for run in self.findChildren(ExportRun):
            run.stop()
        self._background.close()
        if self._temporary is not None:
            self._temporary.cleanup()

    def _chosen(self) -> tuple[Place, ...]:
        return (self._editing.place,)

    def _ask_where(self, title: str, export: Callable[[Path], None]) -> None:
        ask_folder(title, _starts(self.exported_to), self._window, export, tr("Export here"))

    def _export_all(self, to: Path) -> None:
        self._export(self._session.page_places, _ALL_PAGES, to, whole=True)

    def _export(self, places: Sequence[Place], options: ExportOptions, to: Path, *, whole: bool = False) -> None:
        if self._run is not None:
            return  # asked for while one is under way
        if options.single_file:
            self.emailed_to = str(to.parent)
        else:
            self.exported_to = str(to)
        self.said.emit("")
        wanted = wanted_now(self._session, places, options, whole=whole)
        pages = tuple(SourcePage(place, self._content(place)) for place in places)
        run = self._begin(pages, to, options, whole=whole)
        if run is None:
            return
        self._run = run
        run.progressed.connect(self.progress.show_progress)
        self.progress.stopped.connect(run.stop)
        run.done.connect(functools.partial(self._tell, wanted))
        for ended in (run.done, run.failed):
            ended.connect(self._end)
        self.changed.emit()

    def _begin(self, pages: Sequence[SourcePage], to: Path, options: ExportOptions, *, whole: bool) -> ExportRun | None:
        """Begin an export; None where there is nothing to export, which is then told."""
        try:
            source = self._source(pages, whole=whole)
        except NotExported as error:
            self._fail(error)
            return None
        run = ExportRun(source, to, options, self._background, self)
        run.failed.connect(self._fail)
        run.start()
        return run

    def _source(self, pages: Sequence[SourcePage], *, whole: bool) -> Source:
        """The pages as they are in the window. Raises NotExported where the texts that all share cannot be read."""
        file = self._session.files.get(self._session.site_place)
        site = readable_site(SiteReading(self._session.site, None, () if file is None else file.problems))
        return Source(self._session.folder.root, site, tuple(pages), whole=whole)

    def _content(self, place: Place) -> bytes | ConditionPage | None:
        """What the page's file says where the page has no changes, else the page."""
        file, page = self._session.files[place], self._session.page(place)
        return file.data if page is None or (page is file.as_read and file.data is not None) else page

    def _to_look_at(self, place: Place) -> SourcePage:
        """A page for the user's own browser alone, so an archived one, which no export writes, goes as a draft."""
        page = self._session.page(place)
        if page is not None and page.effective_status is Status.ARCHIVED:
            return SourcePage(place, replace(page, status=str(Status.DRAFT)))
        return SourcePage(place, self._content(place))

    def _forget(self, place: Place, _outcome: object) -> None:
        self._on_their_way.discard(place)

    def _end(self) -> None:
        self._run = None
        self.progress.end()
        self.changed.emit()

    def _tell(self, wanted: Wanted, report: ExportReport) -> None:
        box = self._show(QMessageBox.Icon.Information, report_text(report, wanted, self._name))
        if report.pages:
            folder = box.addButton(tr("Show folder"), QMessageBox.ButtonRole.ActionRole)
            folder.setMinimumHeight(LEAST_HEIGHT)
            address = QUrl.fromLocalFile(str(report.pages[0].parent))
            folder.clicked.connect(functools.partial(open_or_tell, address, self._window))

    def _open(self, report: ExportReport) -> None:
        if report.pages:
            if open_or_tell(QUrl.fromLocalFile(str(report.pages[0])), self._window):
                self.said.emit(tr("The page was handed to your browser as it is here now, saved or not."))
        else:
            self._tell(Wanted(), report)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, ExportCancelled):
            self.said.emit(str(error))
        elif isinstance(error, NotExported):
            self._show(QMessageBox.Icon.Warning, str(error))
        else:
            raise error

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


def _starts(last: str) -> list[Path]:
    """Where one begins to look for a place, if one was there last."""
    return [Path(last), documents()] if last else [documents()]
