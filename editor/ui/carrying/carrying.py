"""What the card of a study says of the same study on other pages, and carrying its words over to them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from editor.content.carrying import CarriedChange, carried_changes, with_changes
from editor.content.condition_page import ConditionPage
from editor.content.same_studies import Standing
from editor.content.search_text import single_spaced
from editor.content.study import Study, StudyKey
from editor.session import Place, Session
from editor.ui.carrying.standing_line import Agreement, OtherPage, StandingLine
from editor.ui.editing import Editing
from editor.ui.forms.record_form import RecordForm
from editor.ui.forms.text_box import finish_typing
from editor.ui.knowing import Knowing
from editor.words import tr, tr_count


class Carrying(QObject):
    """Shows below the title of the chosen study where else it stands, goes there, and carries words over."""

    def __init__(
        self, editing: Editing, knowing: Knowing, card: RecordForm[Study], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editing, self._knowing, self._card = editing, knowing, card
        self._line: StandingLine | None = None
        card.made.connect(self._begin)
        editing.went.connect(self._show)
        knowing.changed.connect(self._show)

    def _begin(self) -> None:
        self._knowing.begin()
        title = self._card.rows["title"]
        self._line = StandingLine(title.box)
        self._line.page_wanted.connect(self._go)
        self._line.comparing_wanted.connect(self.compare)
        title.add_below(self._line)
        self._show()

    def _show(self) -> None:
        if self._line is None:
            return
        session, elsewhere = self._editing.session, self._elsewhere()
        changes = self._changes(elsewhere)
        pages = {place: OtherPage(place, session.name_of(place), study.key) for place, study in reversed(elsewhere)}
        agreement = Agreement(_count_pages(changes), _count_pages(one for one in changes if one.is_correction))
        self._line.show_pages(tuple(pages[place] for place in sorted(pages)), agreement)

    def _elsewhere(self) -> tuple[Standing, ...]:
        study = self._editing.study
        return () if study is None else self._knowing.studies.elsewhere(self._editing.place, study)

    def _changes(self, elsewhere: tuple[Standing, ...]) -> tuple[CarriedChange, ...]:
        study = self._editing.study
        return () if study is None else carried_changes(self._knowing.studies.as_first_seen(study), study, elsewhere)

    def _go(self, place: Place, key: StudyKey) -> None:
        self._editing.choose(place)
        self._editing.choose_studies((key,))

    def compare(self) -> None:
        """Show what the chosen study says on other pages, and ask what shall be carried over."""
        self.compare_with(self._elsewhere())

    def compare_with(self, elsewhere: tuple[Standing, ...]) -> None:
        """The same with studies on other pages that one knows to be the same."""
        from editor.ui.carrying.carrying_box import CarryingBox

        finish_typing()
        session, study, changes = self._editing.session, self._editing.study, self._changes(elsewhere)
        if study is None or not changes:
            return
        places = dict.fromkeys(change.page for change in changes)
        box = CarryingBox(
            single_spaced(study.title or "") or tr("no title"),
            changes,
            {place: session.name_of(place) for place in places},
            [place for place in places if not session.is_editable(place)],
            [session.name_of(place) for place in session.page_places if _is_unread(session, place)],
            self._card.window(),
        )
        box.agreed.connect(self._carry)
        box.finished.connect(box.deleteLater)
        box.open()

    def _carry(self, changes: list[CarriedChange]) -> None:
        """Make the changes in one step; a page that has come to say something else meanwhile keeps that."""
        session, records = self._editing.session, dict[Place, ConditionPage]()
        for place in dict.fromkeys(change.page for change in changes):
            page = session.page(place)
            if page is not None and session.is_editable(place):
                changed = with_changes(page, (change for change in changes if change.page == place))
                if changed != page:
                    records[place] = changed
        count = len(records)
        if not count:
            self._editing.said.emit(tr("Nothing was changed: the study says something else there by now."))
            return
        what = tr_count("change to a study on 1 other page", "change to a study on {count} other pages", count)
        session.put_records(what, records)
        self._editing.said.emit(
            tr_count("1 page changed. Undo takes it back.", "{count} pages changed. Undo takes them back.", count)
        )


def _is_unread(session: Session, place: Place) -> bool:
    """Whether a page's file may have studies of which none could be read."""
    page = session.page(place)
    return page is None or not (session.is_editable(place) or page.study_list)


def _count_pages(changes: Iterable[CarriedChange]) -> int:
    return len({change.page for change in changes})
