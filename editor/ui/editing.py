"""What is being worked on, and the edits that the panes and actions ask for."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from editor.content.condition_page import ConditionPage
from editor.content.fields import Field
from editor.content.page_changes import add_study, duplicate_study, move_study, put_study, remove_study
from editor.content.site import Site
from editor.content.study import Study, StudyKey
from editor.session import Place, Session, is_site
from editor.words import tr


class Editing(QObject):
    """The chosen page and study of a session, and what can be done to them."""

    went = Signal()
    """Another page or study is chosen."""
    said = Signal(str)
    """Something the user should know about the last step."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._place: Place = session.site_place
        self._study_keys: dict[Place, StudyKey] = {}

    # What is chosen

    @property
    def place(self) -> Place:
        """The chosen page's file, or that of the shared texts; where the page has gone, that of the next one."""
        if is_site(self._place):
            return self.session.site_place
        if self._place in self.session.files and not self.session.is_there(self._place):
            self._place = self._next_place()
        return self._place

    def _next_place(self) -> Place:
        """What is chosen when the chosen page goes: the page after it, else the one before it."""
        pages = self.session.page_places
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
    def study(self) -> Study | None:
        """The chosen study; a page that has studies has one chosen."""
        page = self.page
        if page is None or not page.study_list:
            return None
        return page.study(self._study_keys.get(self.place, "")) or page.study_list[0]

    @property
    def study_place(self) -> int:
        """Where the chosen study stands on its page, counted from 0."""
        page, study = self.page, self.study
        assert page is not None
        assert study is not None
        return page.study_list.index(study)

    def choose(self, place: Place) -> None:
        """Go to a page, or to the shared texts."""
        if place != self.place:
            self._place = place
            self.session.history.end_typing()
            self.went.emit()

    def choose_study(self, key: StudyKey | None) -> None:
        """Go to a study of the chosen page."""
        if key is not None and (self.study is None or key != self.study.key):
            self._study_keys[self.place] = key
            self.went.emit()

    # Texts

    def edit_field(self, field: Field, text: str) -> None:
        """Change a field of the chosen page, or of the shared texts."""
        label = tr("change to {field} in {page}", field=field.label, page=self.session.name_of(self.place))
        if is_site(self.place):
            self.session.edit_site(label, functools.partial(_set_site_text, field, text), merge_key=field.name)
        else:
            change = functools.partial(_set_page_text, field, text)
            self.session.edit_page(label, self.place, change, merge_key=field.name)

    def edit_study(self, key: StudyKey, field: Field, text: str) -> None:
        """Change a field of a study."""
        label = tr("change to {field} of a study in {page}", field=field.label, page=self.session.name_of(self.place))
        change = functools.partial(_set_study_text, key, field, text)
        self.session.edit_page(label, self.place, change, merge_key=f"{key} {field.name}")

    # Studies

    def add_study(self) -> None:
        """Add an empty study above the chosen one: the website shows the newest first."""
        study = Study(title="")
        place = self.study_place if self.study is not None else 0
        self._change(tr("add study"), functools.partial(add_study, study=study, place=place), study.key)

    def duplicate_study(self) -> None:
        """Add a copy below the chosen study."""
        if self.study is not None:
            copy = self.study.duplicate()
            self._change(tr("duplicate study"), functools.partial(_duplicate, self.study.key, copy), copy.key)

    def delete_study(self) -> None:
        """Remove the chosen study; the one after it is chosen next."""
        page, study = self.page, self.study
        if page is not None and study is not None:
            place = self.study_place
            others = [other for other in page.study_list if other is not study]
            next_key = others[min(place, len(others) - 1)].key if others else None
            self._change(tr("delete study"), functools.partial(remove_study, key=study.key), next_key)

    def move_study_up(self) -> None:
        """Move the chosen study one place up."""
        self._move(-1)

    def move_study_down(self) -> None:
        """Move the chosen study one place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        if self.study is not None:
            key = self.study.key
            change = functools.partial(move_study, key=key, place=self.study_place + by)
            self._change(tr("move study"), change, key)

    def _change(self, what: str, change: Callable[[ConditionPage], ConditionPage], next_key: StudyKey | None) -> None:
        if next_key is not None:
            self._study_keys[self.place] = next_key
        label = tr("{what} in {page}", what=what, page=self.session.name_of(self.place))
        self.session.edit_page(label, self.place, change)

    # Undo

    def undo(self) -> None:
        """Take back the last step; where that is on another page, the first time only goes there."""
        step = self.session.history.next_undo
        if step is not None:
            arrived = tr("The last change was on this page. Undo once more to take it back.")
            self._step(step.place, self.session.undo, arrived)

    def redo(self) -> None:
        """Do the step last undone again; where that is on another page, the first time only goes there."""
        step = self.session.history.next_redo
        if step is not None:
            arrived = tr("The next change is on this page. Redo once more to make it.")
            self._step(step.place, self.session.redo, arrived)

    def _step(self, place: Place, act: Callable[[], str | None], arrived: str) -> None:
        if place != self.place and (is_site(place) or self.session.is_there(place)):
            self.choose(place)
            self.said.emit(arrived)
            return
        self.said.emit("")
        before = () if self.page is None else self.page.study_list
        if refusal := act():
            self.said.emit(refusal)
        elif place != self.place and self.session.is_there(place):
            self.choose(place)
        elif self.page is not None:
            changed = (study.key for study in self.page.study_list if study not in before)
            self.choose_study(next(changed, None))


def _set_site_text(field: Field, text: str, site: Site) -> Site:
    return field.set_text(site, text)


def _set_page_text(field: Field, text: str, page: ConditionPage) -> ConditionPage:
    return field.set_text(page, text)


def _set_study_text(key: StudyKey, field: Field, text: str, page: ConditionPage) -> ConditionPage:
    study = page.study(key)
    return page if study is None else put_study(page, field.set_text(study, text))


def _duplicate(key: StudyKey, copy: Study, page: ConditionPage) -> ConditionPage:
    return duplicate_study(page, key, copy)
