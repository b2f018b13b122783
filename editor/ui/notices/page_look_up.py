"""Looks up all studies of a page, so that what was published about them later is known at all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.content.study import Study
from editor.references.looking_up import Answer
from editor.references.publisher_records import PublisherRecord, study_identifiers
from editor.session import Place
from editor.ui.editing import Editing
from editor.ui.forms.text_box import finish_typing
from editor.ui.looking_up.late_catalogue import LateCatalogue
from editor.ui.looking_up.looking_up import LookingUp
from editor.ui.notices.kept_records import KeptRecords
from editor.ui.notices.look_up_box import LookUpBox
from editor.ui.notices.look_up_findings import Findings, findings
from editor.words import tr


class PageLookUp(QObject):
    """Looks up the studies of the chosen page on the user's click, keeps their records, and says what it found."""

    compare_wanted = Signal()
    """The chosen study, which the user has just gone to, shall be compared with its record."""

    def __init__(self, editing: Editing, records: KeptRecords, catalogue: LateCatalogue, window: QWidget) -> None:
        super().__init__(window)
        self._editing, self._records, self._window = editing, records, window
        self._looking_up = LookingUp(catalogue, self._site, self)
        self._looking_up.progressed.connect(self._show_progress)
        self._looking_up.found.connect(self._keep)
        self._looking_up.failed.connect(self._note_failure)
        self._looking_up.ended.connect(self._show_findings)
        self._box: LookUpBox | None = None
        self._place: Place = ""
        self._failure = ""

    @property
    def box(self) -> LookUpBox | None:
        """The box, while it is open."""
        return self._box

    @property
    def is_running(self) -> bool:
        """Whether something is being looked up."""
        return self._looking_up.is_running

    def start(self) -> None:
        """Look up all studies of the chosen page that have a number."""
        finish_typing()
        if self._editing.page is None or self._box is not None:
            return
        self._place, self._failure = self._editing.place, ""
        identifiers = [found[0] for study in self._studies() if (found := study_identifiers(study))]
        where = self._editing.session.name_of(self._place)
        box = LookUpBox(tr("Look up all studies of this page"), where, tr("Compare this study..."), self._window)
        box.stopped.connect(self._leave)
        box.study_wanted.connect(self._compare)
        self._box = box
        if identifiers:
            self._looking_up.look_up(tuple(dict.fromkeys(identifiers)))
        else:
            self._show_findings()
        box.open()

    def _studies(self) -> tuple[Study, ...]:
        """The studies of the page that is looked up; a colleague may have taken it away meanwhile."""
        page = self._editing.session.page(self._place)
        return () if page is None else page.study_list

    def _show_progress(self, words: str) -> None:
        if self._box is not None:
            self._box.show_working(words)

    def _keep(self, answers: Sequence[Answer]) -> None:
        self._records.keep(map(PublisherRecord.of, answers))

    def _note_failure(self, _words: str, reason: str) -> None:
        self._failure = reason

    def _show_findings(self) -> None:
        if self._box is not None:
            self._box.show_findings(self._findings())

    def _findings(self) -> Findings:
        return findings(self._studies(), self._records.of, self._records.notices, self._failure)

    def _compare(self, key: str) -> None:
        self._editing.choose(self._place)
        self._editing.choose_studies((key,))
        self.compare_wanted.emit()

    def _leave(self) -> None:
        self._box = None
        self._looking_up.cancel()

    def close(self) -> None:
        """Look up no more, as the window closes."""
        self._looking_up.close()

    def _site(self) -> str:
        return self._editing.session.site.url or ""
