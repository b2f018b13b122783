"""What is being worked on, and the edits that the panes and actions ask for."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from editor.content.changed_place import ChangedPlace, changed_page, changed_site
from editor.content.condition_page import ConditionPage
from editor.content.entering import only_respells
from editor.content.fields import Field
from editor.content.page_changes import put_study
from editor.content.shared_on_page import shows_difference
from editor.content.site import Site
from editor.content.study import Study, StudyKey
from editor.content.study_view import AS_ON_WEBSITE, StudyView
from editor.session import Place, Session, SharedUses, Step, is_site
from editor.ui.forms.text_box import finish_typing
from editor.ui.studies.study_views import StudyViews
from editor.words import tr


class Editing(QObject):
    """The chosen page and studies of a session, their texts, and undo."""

    went = Signal()
    """Another page, or other studies, are chosen."""
    stepped = Signal(ChangedPlace)
    """Undo, redo or pasting has changed something here that may not be in sight."""
    said = Signal(str)
    """Something the user should know about the last step."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.shared_uses = SharedUses(session)
        self._place: Place = session.site_place
        self._study_keys: dict[Place, tuple[StudyKey, ...]] = {}
        self._views = StudyViews()
        self._seen: tuple[tuple[Study, ...], tuple[StudyKey, ...], tuple[StudyKey, ...]] = (), (), ()
        session.watch(self._forget_views)

    # What is chosen

    @property
    def place(self) -> Place:
        """The chosen page's file, or that of the shared texts; where the page has gone, that of the next one."""
        if is_site(self._place):
            return self.session.site_place
        if self._place in self.session.files and not self.session.is_there(self._place):
            self._leave_studies()
            self._place = self._next_place()
        return self._place

    def _leave_studies(self) -> None:
        """Leave one of the chosen studies: nobody who comes back to a page means to delete six by one key."""
        self._study_keys[self._place] = self._study_keys.get(self._place, ())[:1]

    def _next_place(self) -> Place:
        """What is chosen when the chosen page goes: where its changes went, else the page after it or before it."""
        last, pages = self.session.history.next_undo, self.session.page_places
        moved = last is not None and any((one.place, one.after) == (self._place, None) for one in last.changes)
        if last is not None and moved and last.place in pages:
            return last.place
        return next((place for place in pages if place > self._place), pages[-1] if pages else self.session.site_place)

    @property
    def page(self) -> ConditionPage | None:
        """The chosen page; None for the shared texts and for a file that cannot be shown."""
        return self.session.page(self.place)

    @property
    def is_editable(self) -> bool:
        """Whether the chosen page, or the shared texts, may be changed."""
        return self.session.is_editable(self.place)

    @property
    def unsaved_here(self) -> tuple[Place, ...]:
        """What a save of the chosen page saves: its own changes, and those of the shared texts that it shows."""
        session, place = self.session, self.place
        own = session.saved_together(place) if session.is_unsaved(place) else ()
        shared = session.site_place
        return (*own, shared) if not is_site(place) and session.is_unsaved(shared) else own

    @property
    def study_keys(self) -> tuple[StudyKey, ...]:
        """The chosen studies, the one with the card first; where any are shown, one is chosen."""
        shown, wanted = self.shown_studies, self._study_keys.get(self.place, ())
        seen_shown, seen_wanted, keys = self._seen
        if shown is not seen_shown or wanted is not seen_wanted:
            keys = _chosen_of(shown, wanted)
            self._seen = shown, wanted, keys
        return keys

    @property
    def studies(self) -> tuple[Study, ...]:
        """The chosen studies in the order of the page."""
        page, keys = self.page, set(self.study_keys)
        return () if page is None else tuple(study for study in page.study_list if study.key in keys)

    @property
    def study(self) -> Study | None:
        """The chosen study with the card."""
        page, keys = self.page, self.study_keys
        return None if page is None or not keys else page.study(keys[0])

    def choose(self, place: Place) -> None:
        """Go to a page, or to the shared texts."""
        if place != self.place:
            finish_typing()
            self._leave_studies()
            self._place = place
            self.session.history.end_typing()
            self.went.emit()

    def choose_studies(self, keys: tuple[StudyKey, ...]) -> None:
        """Go to studies of the chosen page, the one with the card first."""
        if keys and keys != self.study_keys:
            finish_typing()
            self._unhide(keys)
            self._study_keys[self.place] = keys
            self.went.emit()

    def choose_study(self, key: StudyKey) -> None:
        """Go to one study of the chosen page."""
        self.choose_studies((key,))

    # How the studies are looked at

    @property
    def study_view(self) -> StudyView:
        """How the studies of the chosen page are looked at."""
        return self._views.view(self.place)

    @property
    def shown_studies(self) -> tuple[Study, ...]:
        """The studies of the chosen page as they are looked at; the website's order is the page's own."""
        page = self.page
        return () if page is None else self._views.shown(self.place, page)

    @property
    def is_order_out_of_date(self) -> bool:
        """Whether the studies, sorted before they were edited, would now stand in another order."""
        page = self.page
        return page is not None and self._views.is_out_of_date(self.place, page)

    def look_at(self, view: StudyView) -> None:
        """Look at the studies of the chosen page in this way; where the chosen one is hidden, the first is chosen."""
        page = self.page
        if page is not None:
            before = self.study_keys or self._study_keys.get(self.place, ())
            self._views.settle(self.place, page, view)
            self._study_keys[self.place] = before
            self._study_keys[self.place] = self.study_keys or before
            self.went.emit()

    def prepare_search(self) -> None:
        """Read the studies of the chosen page, as somebody is about to search them."""
        if self.page is not None:
            self._views.prepare(self.page)

    def _forget_views(self) -> None:
        self._views.forget_gone(self.session.is_there)

    def _unhide(self, keys: tuple[StudyKey, ...]) -> None:
        """End the search in the studies where it hides one of these."""
        shown = {study.key for study in self.shown_studies}
        if self.page is not None and not shown.issuperset(keys):
            self._views.settle(self.place, self.page, replace(self.study_view, words=""))

    # Texts

    def edit_field(self, field: Field, text: str) -> None:
        """Change a field of the chosen page, or of the shared texts."""
        self._resume_typing(field, self.session.record(self.place), text)
        label = tr("change to {field} in {page}", field=field.label, page=self.session.name_of(self.place))
        if is_site(self.place):
            self.session.edit_site(label, functools.partial(field.set_text, text=text), merge_key=field.name)
        else:
            self.session.edit_page(label, self.place, functools.partial(field.set_text, text=text), field.name)

    def edit_study(self, key: StudyKey, field: Field, text: str) -> None:
        """Change a field of a study."""
        self._resume_typing(field, None if self.page is None else self.page.study(key), text)
        label = tr("change to {field} of a study in {page}", field=field.label, page=self.session.name_of(self.place))
        change = functools.partial(_set_study_text, key, field, text)
        self.session.edit_page(label, self.place, change, merge_key=_typing(key, field))

    def restore_study(self, key: StudyKey, field: Field, text: str) -> None:
        """Have a field of a study say again what it said before one typed, of which nothing is left to undo."""
        if self.page is not None:
            self.session.history.resume_typing(_set_study_text(key, field, text, self.page))
            self.edit_study(key, field, text)

    def _resume_typing(self, field: Field, record: ConditionPage | Site | Study | None, text: str) -> None:
        """What a date becomes when its box is left is one step with its typing, however long one has looked at it."""
        if record is not None and only_respells(field, field.text_of(record), text):
            self.session.history.resume_typing()

    def change_studies(
        self,
        what: str,
        change: Callable[[ConditionPage], ConditionPage],
        chosen: tuple[StudyKey, ...] = (),
        typed_in: tuple[StudyKey, Field] | None = None,
    ) -> None:
        """Change the list of studies of the chosen page in one step called `what`; `chosen` are chosen then.

        It is one step with what was typed just before, where that was in the field `typed_in` of a study.
        """
        if chosen:
            self._study_keys[self.place] = chosen
        label = tr("{what} in {page}", what=what, page=self.session.name_of(self.place))
        self.session.edit_page(label, self.place, change, merge_key=None if typed_in is None else _typing(*typed_in))

    # Undo

    def undo(self) -> None:
        """Take back the last step; where that is on another page, the first time only goes there.

        One that was just refused is left out.
        """
        finish_typing()
        if self.session.history.can_skip:
            self.session.skip_undo()
            if self.session.history.next_undo is None:
                self.said.emit(tr("There is nothing before it to undo."))
        step = self.session.history.next_undo
        if step is not None:
            arrived = tr("The last change was on this page. Undo once more to take it back.")
            self._step(step, self.session.undo, arrived, tr("Undone: {what}.", what=step.label))

    def redo(self) -> None:
        """Do the step last undone again; where that is on another page, the first time only goes there."""
        finish_typing()
        step = self.session.history.next_redo
        if step is not None:
            arrived = tr("The next change is on this page. Redo once more to make it.")
            self._step(step, self.session.redo, arrived, tr("Done again: {what}.", what=step.label))

    def _step(self, step: Step, act: Callable[[], str | None], arrived: str, done: str) -> None:
        place = self.place if step.is_across or self._shows(step) else step.place
        if place != self.place and (is_site(place) or self.session.is_there(place)):
            self.choose(place)
            self.said.emit(arrived)
            return
        here, site, page = self.place, self.session.site, self.page
        if refusal := act():
            self.said.emit(refusal)
        elif place != self.place and self.session.is_there(place):
            self.choose(place)
        elif self.place == here:  # where the page has gone, the one in its place was not changed
            self._go_to_change(site, page)
            if step.is_across:
                self.said.emit(done)

    def _shows(self, step: Step) -> bool:
        """Whether the chosen page shows what a step does elsewhere: to texts that it shares."""
        if not step.changes:
            return False
        change, page = step.changes[0], self.page
        if page is None or not isinstance(change.before, Site) or not isinstance(change.after, Site):
            return False
        return shows_difference(page, change.before, change.after)

    def _go_to_change(self, site: Site, page: ConditionPage | None) -> None:
        """Choose the studies that a step has changed since then, and tell where the change is to be seen."""
        changed = None
        if is_site(self.place):
            changed = changed_site(site, self.session.site)
        elif page is not None and self.page is not None:
            changed = changed_page(page, self.page, self.study_keys) or changed_site(site, self.session.site)
        if changed is not None:
            if page is not None and self.page is not None and self.study_view.is_sorted and _is_moved(page, self.page):
                self.look_at(AS_ON_WEBSITE)  # else nothing would be seen of it
            self.choose_studies(changed.studies or self.study_keys[:1])
            self.stepped.emit(changed)


def _chosen_of(shown: tuple[Study, ...], wanted: tuple[StudyKey, ...]) -> tuple[StudyKey, ...]:
    there = {study.key for study in shown}
    return tuple(key for key in wanted if key in there) or tuple(study.key for study in shown[:1])


def _is_moved(before: ConditionPage, after: ConditionPage) -> bool:
    """Whether the same studies stand in another order."""
    old, new = ([study.key for study in page.study_list] for page in (before, after))
    return old != new and set(old) == set(new)


def _typing(key: StudyKey, field: Field) -> str:
    """What typing in a field of a study merges by."""
    return f"{key} {field.name}"


def _set_study_text(key: StudyKey, field: Field, text: str, page: ConditionPage) -> ConditionPage:
    study = page.study(key)
    return page if study is None else put_study(page, field.set_text(study, text))
