"""Showing what was found, and adding in one step what is agreed on."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.content.changed_place import ChangedPlace
from editor.content.condition_page import ConditionPage
from editor.references.proposals import with_accepted
from editor.references.publisher_records import PublisherRecord
from editor.references.reference import Reference
from editor.references.search import Proposed
from editor.session import Place
from editor.ui.adding.review_box import ReviewBox
from editor.ui.adding.review_choices import ReviewChoices
from editor.ui.adding.review_words import done_words, step_words
from editor.ui.adding.source import Source
from editor.ui.editing import Editing
from editor.ui.notices.kept_records import KeptRecords
from editor.words import tr


class Reviewing(QObject):
    """Opens the review of what was found for a page; tells once what was done, or why nothing could be."""

    added = Signal(str, Source)
    asking_wanted = Signal(str)
    """Crossref and PubMed are to be asked again for what these words name."""
    refused = Signal(str)

    def __init__(self, editing: Editing, records: KeptRecords, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._records = records
        self._window = window

    def review(self, place: Place, source: Source, proposed: Proposed) -> None:
        """Show what was found for the page."""
        session = self._editing.session
        if not session.is_editable(place):
            self.refused.emit(GONE)
        elif not proposed.proposals:
            self.refused.emit(" ".join((tr("No study was found {place}.", place=source.words), *proposed.unread)))
        else:
            self._editing.choose(place)
            box = ReviewBox(proposed, source, session.name_of, self._window)
            box.agreed.connect(functools.partial(self._add, place, source))
            box.asking_wanted.connect(functools.partial(self.asking_wanted.emit, source.asked))
            box.open()

    def _add(self, place: Place, source: Source, choices: ReviewChoices) -> None:
        """Add what was agreed on, have it in sight, and keep what its publishers have said of it."""
        page = self._editing.page
        if page is None or place != self._editing.place or not self._editing.is_editable:
            self.refused.emit(GONE)
            return
        changed, keys = with_accepted(page, choices.accepted())
        if not keys:
            self.refused.emit(tr("Nothing was changed: the study says something else on this page by now."))
            return
        new = len(changed.study_list) - len(page.study_list)
        counts = new, len(keys) - new
        self._editing.change_studies(step_words(*counts), functools.partial(_become, changed), keys)
        self._editing.choose_studies(keys)
        self._editing.stepped.emit(ChangedPlace(None, keys))
        self._records.keep(_records(source, choices.accepted_references()))
        self._records.keep_abstracts(choices.accepted_references())
        self.added.emit(done_words(*counts), source)


def _records(source: Source, accepted: Iterable[Reference]) -> Iterator[PublisherRecord]:
    """What publishers have said of the accepted papers; of a file that is kept where it tells of a notice."""
    answers = {id(answer.reference): answer for answer in source.answers}
    for reference in accepted:
        answer = answers.get(id(reference))
        if answer is not None:
            yield from map(PublisherRecord.of, answer.by_source)
        elif reference.notices:
            yield PublisherRecord.of_file(reference, date.today())


def _become(page: ConditionPage, _before: ConditionPage) -> ConditionPage:
    return page


GONE = tr("The page was deleted or can't be changed by now, so nothing was added.")
