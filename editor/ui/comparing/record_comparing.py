"""Compares the chosen study with its publisher's record, on the user's click, and takes over what is ticked."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import put_study
from editor.content.study import Study, StudyKey
from editor.references.field_comparison import FieldPair, with_taken
from editor.references.identifiers import Identifier
from editor.references.looking_up import Answer
from editor.references.publisher_records import PublisherRecord, study_identifiers
from editor.session import Place
from editor.ui.comparing.record_box import RecordBox
from editor.ui.editing import Editing
from editor.ui.forms.text_box import finish_typing
from editor.ui.looking_up.late_catalogue import LateCatalogue
from editor.ui.looking_up.looking_up import LookingUp
from editor.ui.notices.kept_records import KeptRecords
from editor.words import tr, tr_count

_NO_NUMBER = tr("This study has no DOI and no PubMed number by which it could be looked up.")


class RecordComparing(QObject):
    """Opens one box at a time; a look-up ends with it."""

    said = Signal(str)

    def __init__(self, editing: Editing, records: KeptRecords, catalogue: LateCatalogue, window: QWidget) -> None:
        super().__init__(window)
        self._editing, self._records, self._window = editing, records, window
        self._looking_up = LookingUp(catalogue, self._site, self)
        self._looking_up.progressed.connect(self._show_working)
        self._looking_up.found.connect(self._show_found)
        self._looking_up.failed.connect(self._show_failure)
        self._box: RecordBox | None = None
        self._study = Study()
        self._finding = False
        self._candidates: tuple[Answer, ...] = ()

    @property
    def box(self) -> RecordBox | None:
        """The box, while it is open."""
        return self._box

    @property
    def is_running(self) -> bool:
        """Whether something is being looked up."""
        return self._looking_up.is_running

    def compare(self) -> None:
        """Look the chosen study up, and show what its record says otherwise."""
        finish_typing()
        study = self._editing.study
        if study is None or self._box is not None:
            return
        self._study = study
        box = RecordBox(study, self._window)
        box.agreed.connect(functools.partial(self._take_over, self._editing.place, study.key))
        box.find_wanted.connect(self._find)
        box.asking_wanted.connect(self._ask_again)
        box.picked.connect(self._show_picked)
        box.stopped.connect(self._leave)
        self._box = box
        self._ask(ask_again=False)
        box.open()

    def _ask(self, *, ask_again: bool) -> None:
        identifiers = self._identifiers()
        self._finding = False
        if identifiers:
            self._looking_up.look_up(identifiers[:1], ask_again=ask_again)
        elif self._box is not None:
            self._box.show_failure(_NO_NUMBER, can_find=bool((self._study.title or "").strip()))

    def _identifiers(self) -> tuple[Identifier, ...]:
        return study_identifiers(self._study)

    def _ask_again(self) -> None:
        if self._finding:
            self._find()
        else:
            self._ask(ask_again=True)

    def _find(self) -> None:
        self._finding = True
        study = self._study
        self._looking_up.find(" ".join(filter(None, (study.title, study.authors, study.journal, study.date))))

    def _show_working(self, words: str) -> None:
        if self._box is not None:
            self._box.show_working(words)

    def _show_failure(self, words: str) -> None:
        if self._box is not None:
            self._box.show_failure(words, can_find=False)

    def _show_found(self, answers: Sequence[Answer]) -> None:
        if self._finding and self._box is not None:
            self._candidates = tuple(answers)
            self._box.show_candidates([answer.reference for answer in answers])
        else:
            self._show_answer(answers[0])

    def _show_picked(self, number: int) -> None:
        self._show_answer(self._candidates[number])

    def _show_answer(self, answer: Answer) -> None:
        record = PublisherRecord.of(answer)
        if self._box is not None:
            self._records.keep([record])
            known = self._records.notices(self._study) or record.reference.notices
            self._box.show_record(record, known, answer.why_kept)

    def _leave(self) -> None:
        self._box = None
        self._looking_up.cancel()

    def _take_over(self, place: Place, key: StudyKey, taken: tuple[FieldPair, ...]) -> None:
        page = self._editing.page
        study = None if page is None or place != self._editing.place else page.study(key)
        if study is None or not self._editing.is_editable or with_taken(study, taken) == study:
            self.said.emit(tr("Nothing was changed: the study says something else by now."))
            return
        count = len(taken)
        what = tr_count(
            "1 field of a study from the publisher's record",
            "{count} fields of a study from the publisher's record",
            count,
        )
        self._editing.change_studies(what, functools.partial(_with_taken, key, taken), self._editing.study_keys)
        done = tr_count("1 field taken. Undo takes it back.", "{count} fields taken. Undo takes them back.", count)
        self.said.emit(done)

    def close(self) -> None:
        """Look up no more, as the window closes."""
        self._looking_up.close()

    def _site(self) -> str:
        return self._editing.session.site.url or ""


def _with_taken(key: StudyKey, taken: tuple[FieldPair, ...], page: ConditionPage) -> ConditionPage:
    study = page.study(key)
    return page if study is None else put_study(page, with_taken(study, taken))
