"""Exporting pages from the window, as they are in it now, and opening one in the browser."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QWidget

from editor.paths import documents
from editor.render.exporting.report import ExportCancelled, ExportReport, NotExported, PlaceRefused
from editor.render.exporting.source import ExportOptions, Source
from editor.session import Place, slug_of
from editor.storage import folder_name
from editor.ui.background import Background
from editor.ui.editing import Editing
from editor.ui.exporting.export_message import ExportMessage
from editor.ui.exporting.export_progress import ExportProgress
from editor.ui.exporting.export_run import ExportRun
from editor.ui.exporting.report_words import look_text, report_text
from editor.ui.exporting.wanted import Wanted, source_now, source_to_look_at, wanted_now
from editor.ui.other_programs import open_or_tell
from editor.ui.starting.folder_question import ask_folder, ask_new_file
from editor.words import tr

_PAGE = ExportOptions(drafts=True)
_PAGE_FOR_EMAIL = ExportOptions(drafts=True, single_file=True)
_ALL_PAGES = ExportOptions()


_Again = Callable[[Path], None]
"""Asks for another place than this one, which was refused."""
_Export = Callable[[_Again, Path], None]


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
        self._ask_folder(tr("Export this page to"), functools.partial(self._export, (self._editing.place,), _PAGE))

    def export_for_email(self) -> None:
        """Export the chosen page, a draft too, as one file with all that it needs inside; the user is asked for it."""
        self._ask_file(self._editing.place)

    def export_all(self) -> None:
        """Export all published pages to a folder that the user is asked for."""
        self._ask_folder(tr("Export all pages to"), self._export_all)

    def open_in_browser(self) -> None:
        """Show the chosen page in the user's browser, an archived one too, from a folder that goes with the program."""
        place = self._editing.place
        if place in self._on_their_way:
            return
        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="clinic-page-", ignore_cleanup_errors=True)
        to = Path(tempfile.mkdtemp(dir=self._temporary.name))  # one each time: in it no picture or font is an old one
        run = self._begin(functools.partial(source_to_look_at, self._session, place), to, _PAGE, self._fail)
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

    def _ask_folder(self, title: str, export: _Export, _refused: Path | None = None) -> None:
        """Ask for a folder and export to it, or ask again."""
        again = functools.partial(self._ask_folder, title, export)
        ask_folder(title, _starts(self.exported_to), self._window, functools.partial(export, again), tr("Export here"))

    def _ask_file(self, place: Place, refused: Path | None = None) -> None:
        """Ask for a file to which this page goes, or ask again; then one begins beside the file that was `refused`."""
        again = functools.partial(self._ask_file, place)
        beside = "" if refused is None else str(refused.parent)
        ask_new_file(
            tr("Export this page for e-mail as"),
            (folder_name(self._session.name_of(place)) or slug_of(place)) + ".html",
            tr("Pages for the browser"),
            _starts(beside or self.emailed_to),
            self._window,
            functools.partial(self._export, (place,), _PAGE_FOR_EMAIL, again),
            tr("Export"),
        )

    def _export_all(self, again: _Again, to: Path) -> None:
        self._export(self._session.page_places, _ALL_PAGES, again, to, whole=True)

    def _export(
        self, places: Sequence[Place], options: ExportOptions, again: _Again, to: Path, *, whole: bool = False
    ) -> None:
        """Export to `to`; where it is refused, `again` asks for another place."""
        if self._run is not None:
            return  # asked for while one is under way
        self.said.emit("")
        wanted = wanted_now(self._session, places, options, whole=whole)
        source = functools.partial(source_now, self._session, places, whole=whole)
        words = tr("Choose another place...") if options.single_file else tr("Choose another folder...")
        run = self._begin(source, to, options, functools.partial(self._refuse, words, functools.partial(again, to)))
        if run is None:
            return
        self._run = run
        run.progressed.connect(self.progress.show_progress)
        self.progress.stopped.connect(run.stop)
        run.done.connect(functools.partial(self._tell, wanted))
        for ended in (run.done, run.failed):
            ended.connect(self._end)
        self.changed.emit()

    def _begin(
        self, source: Callable[[], Source], to: Path, options: ExportOptions, fail: Callable[[BaseException], None]
    ) -> ExportRun | None:
        """Begin an export; None where there is nothing to export, which is then told."""
        try:
            run = ExportRun(source(), to, options, self._background, self)
        except NotExported as error:
            self._fail(error)
            return None
        run.failed.connect(fail)
        run.start()
        return run

    def _forget(self, place: Place, _outcome: object) -> None:
        self._on_their_way.discard(place)

    def _end(self) -> None:
        self._run = None
        self.progress.end()
        self.changed.emit()

    def _tell(self, wanted: Wanted, report: ExportReport) -> None:
        message = ExportMessage(report_text(report, wanted, self._name), self._window, warns=not report.is_clean)
        if report.pages:
            self._remember(report.pages[0].parent, wanted)
            message.offer_files(report.index or report.pages[0])
        if of_look := look_text(report):
            message.offer_copy(of_look)
        message.open()

    def _remember(self, folder: Path, wanted: Wanted) -> None:
        if wanted.for_email:
            self.emailed_to = str(folder)
        else:
            self.exported_to = str(folder)

    def _open(self, report: ExportReport) -> None:
        if report.pages:
            if open_or_tell(QUrl.fromLocalFile(str(report.pages[0])), self._window):
                self.said.emit(tr("The page was handed to your browser as it is here now, saved or not."))
        else:
            self._tell(Wanted(), report)

    def _refuse(self, words: str, ask: Callable[[], None], error: BaseException) -> None:
        """Tell why there is no export; another place, where that helps, can be chosen at once."""
        if isinstance(error, PlaceRefused):
            message = ExportMessage(str(error), self._window, warns=True)
            message.offer_another_place(words, ask)
            message.open()
        else:
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, ExportCancelled):
            self.said.emit(str(error))
        elif isinstance(error, NotExported):
            ExportMessage(str(error), self._window, warns=True).open()
        else:
            raise error

    def _name(self, page: str) -> str:
        """What staff call a page that a report names by its slug or its file."""
        places = (place for place in self._session.page_places if page in (place, slug_of(place)))
        place = next(places, None)
        return page if place is None else self._session.name_of(place)


def _starts(folder: str) -> list[Path]:
    """Where one begins to look for a place: in this folder, if there is one."""
    return [Path(folder), documents()] if folder else [documents()]
