"""The report for the sign-off of a page: in the user's browser, to be printed, or as a PDF with the page in it."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QWidget

from editor.paths import documents
from editor.render.exporting.report import NotExported, PlaceRefused
from editor.session import Place, slug_of
from editor.storage import folder_name
from editor.ui.background import Background
from editor.ui.editing import Editing
from editor.ui.exporting.copied_pages import CopiedPages
from editor.ui.forms.text_box import finish_typing
from editor.ui.other_programs import open_or_tell
from editor.ui.problems.checking import Checking
from editor.ui.starting.folder_question import ask_new_file
from editor.words import tr

if TYPE_CHECKING:
    from editor.render.copied_page import CopiedPage
    from editor.ui.signing_off.sign_off_report import Reported

_ENDING = ".pdf"


class SigningOff(QObject):
    """Writes the report: for the browser into a folder that goes with the program."""

    said = Signal(str)

    def __init__(self, editing: Editing, checking: Checking, within: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing, self._checking, self._within = editing, checking, within
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._saved_to = ""
        self._pages, self._background = CopiedPages(self), Background(self)

    def why_not(self, obstacle: Callable[[], str]) -> str:
        """Why there can be no report now, `obstacle` included."""
        if words := obstacle():
            return words
        if self._is_checked():
            return ""
        if any(map(self._checking.is_given_up, (self._editing.place, self._editing.session.site_place))):
            return tr("The page could not be checked as it is now, so there is nothing to report.")
        return tr("The page is being checked.")

    def open(self) -> None:
        """Show the report of the chosen page in the browser."""
        finish_typing()
        told = self._told()
        if told is None:
            return
        text = self._report(told)
        try:
            file = self._write(text)
        except OSError:
            self.said.emit(tr("The report could not be written: there may be no room left on this computer's disk."))
            return
        if open_or_tell(QUrl.fromLocalFile(str(file)), self._within.window()):
            self.said.emit(tr("The report was handed to your browser. Print it there."))

    def save_pdf(self) -> None:
        """Ask for a file, and have the chosen page as it is then in it, with the report and lines to sign on."""
        finish_typing()
        place = self._editing.place
        name = folder_name(self._editing.session.name_of(place)) or slug_of(place)
        ask_new_file(
            tr("Save the PDF for sign-off as"),
            tr("{page} for sign-off", page=name) + _ENDING,
            tr("PDF documents"),
            [*([Path(self._saved_to)] if self._saved_to else []), documents()],
            self._within.window(),
            functools.partial(self._make, place),
            tr("Save"),
        )

    def close(self) -> None:
        """Remove the reports, as the window closes."""
        self._pages.close()
        self._background.close()
        if self._folder is not None:
            self._folder.cleanup()

    def _is_checked(self) -> bool:
        shared = self._editing.session.site_place
        return self._checking.is_current(self._editing.place) and self._checking.is_current(shared)

    def _told(self) -> Reported | None:
        """What is reported of the page as it is now; None while that is not checked, which is said."""
        from editor.ui.signing_off.sign_off_report import Reported  # the window stands without what checks pages

        place, page, session = self._editing.place, self._editing.page, self._editing.session
        if page is None or not self._is_checked():
            self.said.emit(tr("The page is being checked. Please try again in a moment."))
            return None
        found = self._checking.problems(place)
        return Reported(
            page,
            session.site,
            date.today(),
            found.claim,
            found.in_order,
            (*self._checking.answered(place), *self._checking.answered(session.site_place)),
            self._checking.problems(session.site_place).in_order,
            is_unsaved=bool(self._editing.unsaved_here),
        )

    def _report(self, told: Reported) -> str:
        from editor.ui.signing_off.sign_off_report import sign_off_report  # as in `_told`

        return sign_off_report(told)

    def _write(self, text: str) -> Path:
        """The file with it. Raises OSError."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="clinic-report-", ignore_cleanup_errors=True)
        file = Path(tempfile.mkdtemp(dir=self._folder.name)) / f"{slug_of(self._editing.place)}-report.html"
        file.write_text(text, encoding="utf-8")
        return file

    # The PDF

    def _make(self, place: Place, to: Path) -> None:
        """Make it of the page that the file was asked for, unless another one was chosen meanwhile."""
        if place != self._editing.place:
            self.said.emit(tr("No PDF was made, as another page is chosen by now. Go back to the page and try again."))
            return
        told = self._told()
        if told is not None:
            self.said.emit(tr("The PDF is being made."))
            self._pages.make(told.site, told.page, functools.partial(self._print, told, to))

    def _print(self, told: Reported, to: Path, page: CopiedPage | None) -> None:
        from editor.ui.signing_off.report_printing import ReportPrinting  # the window stands without the browser

        if page is None:
            self.said.emit(tr("No PDF was made: this page cannot be shown as it is. The preview says why."))
            return
        printing = ReportPrinting(self._report(replace(told, page_html=page.html)), self._background, self)
        printing.done.connect(functools.partial(self._put, to))
        printing.failed.connect(self._tell_failed)
        printing.start()

    def _put(self, to: Path, pdf: bytes) -> None:
        write = functools.partial(_written, pdf, to, self._editing.session.folder.root)
        self._background.run(write, self._tell_saved, self._refuse)

    def _tell_saved(self, file: Path) -> None:
        from editor.ui.exporting.export_message import ExportMessage

        self._saved_to = str(file.parent)
        message = ExportMessage(tr("The PDF for sign-off is {file}.", file=file), self._within.window(), warns=False)
        message.offer_folder(file.parent)
        message.open()

    def _refuse(self, error: BaseException) -> None:
        from editor.ui.exporting.export_message import ExportMessage

        if not isinstance(error, NotExported):
            raise error
        message = ExportMessage(str(error), self._within.window(), warns=True)
        if isinstance(error, PlaceRefused):
            message.offer_another_place(tr("Choose another place..."), self.save_pdf)
        message.open()

    def _tell_failed(self) -> None:
        self.said.emit(tr("No PDF was made: the browser inside the program did not answer. Please try again."))


def _written(pdf: bytes, to: Path, content_folder: Path) -> Path:
    """Write the file; its name. It blocks on the disk. Raises NotExported."""
    from editor.ui.exporting.named_file import named_file, put  # as for other exports

    file = named_file(to, (_ENDING,), content_folder)
    put(pdf, file)
    return file
