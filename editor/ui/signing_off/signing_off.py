"""Opening the report for the sign-off of a page in the user's browser, from which it can be printed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QWidget

from editor.session import slug_of
from editor.ui.editing import Editing
from editor.ui.forms.text_box import finish_typing
from editor.ui.other_programs import open_or_tell
from editor.ui.problems.checking import Checking
from editor.words import tr


class SigningOff(QObject):
    """Writes the report into a folder that goes with the program."""

    said = Signal(str)

    def __init__(self, editing: Editing, checking: Checking, within: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing, self._checking, self._within = editing, checking, within
        self._folder: tempfile.TemporaryDirectory[str] | None = None

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
        text = self._report()
        if not text:
            self.said.emit(tr("The page is being checked. Please try again in a moment."))
            return
        try:
            file = self._write(text)
        except OSError:
            self.said.emit(tr("The report could not be written: there may be no room left on this computer's disk."))
            return
        if open_or_tell(QUrl.fromLocalFile(str(file)), self._within.window()):
            self.said.emit(tr("The report was handed to your browser. Print it there."))

    def close(self) -> None:
        """Remove the reports, as the window closes."""
        if self._folder is not None:
            self._folder.cleanup()

    def _is_checked(self) -> bool:
        shared = self._editing.session.site_place
        return self._checking.is_current(self._editing.place) and self._checking.is_current(shared)

    def _report(self) -> str:
        """The report of the page as it is now; "" while that is not checked."""
        from editor.ui.signing_off.sign_off_report import (  # the window stands without what checks pages
            Reported,
            sign_off_report,
        )

        place, page, session = self._editing.place, self._editing.page, self._editing.session
        if page is None or not self._is_checked():
            return ""
        found = self._checking.problems(place)
        told = Reported(
            page,
            session.site,
            date.today(),
            found.claim,
            found.in_order,
            (*self._checking.answered(place), *self._checking.answered(session.site_place)),
            self._checking.problems(session.site_place).in_order,
            is_unsaved=bool(self._editing.unsaved_here),
        )
        return sign_off_report(told)

    def _write(self, text: str) -> Path:
        """The file with it. Raises OSError."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="clinic-report-", ignore_cleanup_errors=True)
        file = Path(tempfile.mkdtemp(dir=self._folder.name)) / f"{slug_of(self._editing.place)}-report.html"
        file.write_text(text, encoding="utf-8")
        return file
