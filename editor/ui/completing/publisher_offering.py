"""Offers, to a study that was given another journal, the publisher line that goes with it."""

from __future__ import annotations

import functools

from PySide6.QtCore import QObject

from editor.content.condition_page import ConditionPage
from editor.content.fields import STUDY_FIELDS, field_named
from editor.content.page_changes import put_study
from editor.content.search_text import folded, single_spaced
from editor.content.study import Study
from editor.ui.completing.publisher_offer import PublisherOffer
from editor.ui.editing import Editing
from editor.ui.forms.record_form import RecordForm
from editor.ui.knowing import Knowing
from editor.words import tr

_PUBLISHER = field_named(STUDY_FIELDS, "publisher")


class PublisherOffering(QObject):
    """Looks at the journal of the chosen study; nothing is ever filled in by itself."""

    def __init__(
        self, editing: Editing, knowing: Knowing, card: RecordForm[Study], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editing, self._knowing, self._card = editing, knowing, card
        self._offer: PublisherOffer | None = None
        card.made.connect(self._begin)
        editing.went.connect(self._show)
        knowing.changed.connect(self._show_in_sight)

    def _begin(self) -> None:
        row = self._card.rows["publisher"]
        self._offer = PublisherOffer(row.box)
        self._offer.taken.connect(self._use)
        row.add_below(self._offer)
        self._show()

    def _show(self) -> None:
        if self._offer is not None:
            study = self._editing.study
            self._offer.offer("" if study is None or not self._editing.is_editable else self._publisher_for(study))

    def _show_in_sight(self) -> None:
        """Have an offer seen that has just come: the card may end above it."""
        was_there = self._offer is None or self._offer.isVisibleTo(self._card)
        self._show()
        if self._offer is not None and self._offer.isVisibleTo(self._card) and not was_there:
            self._card.bring(_PUBLISHER)

    def _publisher_for(self, study: Study) -> str:
        """The line to offer; "" for none. A study whose journal nobody has touched is left as it is."""
        first = self._knowing.studies.as_first_seen(study)
        if _plain(first.journal) == _plain(study.journal):
            return ""
        known = self._knowing.studies.values.publishers_of(study)
        return known[0].text if known and known[0].text != single_spaced(study.publisher or "") else ""

    def _use(self, publisher: str) -> None:
        study = self._editing.study
        if study is not None:
            change = functools.partial(_with_publisher, key=study.key, publisher=publisher)
            self._editing.change_studies(tr("publisher of a study"), change)


def _with_publisher(page: ConditionPage, key: str, publisher: str) -> ConditionPage:
    study = page.study(key)
    return page if study is None else put_study(page, _PUBLISHER.set_text(study, publisher))


def _plain(text: str | None) -> str:
    return folded(single_spaced(text or ""))
