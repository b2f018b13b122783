"""What a page's form asks for beside changes of the page's own fields."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from editor.content.condition_page import ConditionPage
from editor.content.fields import Field, FieldValue
from editor.content.page_texts import page_texts
from editor.content.reviews import reviewed_on
from editor.content.shared_on_page import SharedText
from editor.ui.editing import Editing
from editor.ui.forms.page_form import PageForm
from editor.words import tr


class PageEdits(QObject):
    """Changes texts that pages share, replaces them on one page, and marks a page as reviewed."""

    def __init__(
        self,
        editing: Editing,
        form: PageForm,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._today = today
        form.edited.connect(editing.edit_field)
        form.site_edited.connect(self._edit_shared_text)
        form.own_words_wanted.connect(self._use_own_words)
        form.shared_words_wanted.connect(self._use_shared_words)
        form.problem_wanted.connect(self._see_problem)

    # Review

    def mark_reviewed(self) -> None:
        """Mark the chosen page as reviewed today; a next review that has come is moved, and that is said."""
        page = self._editing.page
        if page is None:
            return
        reviewed = reviewed_on(page, self._today())
        self._change(tr("mark as reviewed"), functools.partial(reviewed_on, today=self._today()))
        if reviewed.review_due != page.review_due:
            said = tr("Marked as reviewed today. Next review was moved to {date}.", date=reviewed.review_due)
        else:
            said = tr("Marked as reviewed today. Next review stays at {date}.", date=reviewed.review_due)
        self._editing.said.emit(said)

    def why_not_reviewed(self) -> str:
        """Why the chosen page cannot be marked as reviewed; "" where it can."""
        page = self._editing.page
        if page is None:
            return tr("Choose a page first.")
        if not self._editing.is_editable:
            return tr("This page can't be changed.")
        return tr("This page is marked as reviewed today.") if reviewed_on(page, self._today()) == page else ""

    # Shared texts

    def _edit_shared_text(self, field: Field, text: str) -> None:
        session = self._editing.session
        label = tr("change to {field} in {page}", field=field.label, page=session.name_of(session.site_place))
        session.edit_site(label, functools.partial(field.set_text, text=text), merge_key=field.name)

    def _use_own_words(self, shared: SharedText) -> None:
        what = tr("other words for {field}", field=shared.label)
        self._change(what, functools.partial(shared.with_own_words, site=self._editing.session.site))

    def _use_shared_words(self, shared: SharedText) -> None:
        before = self._words(shared)
        self._change(tr("shared words for {field}", field=shared.label), shared.with_shared_words)
        if self._words(shared) != before:
            self._editing.said.emit(tr("The words of this page only are gone; Undo brings them back."))

    def _words(self, shared: SharedText) -> FieldValue:
        """What the chosen page shows for a shared text."""
        page = self._editing.page
        return None if page is None else shared.words_in(page_texts(self._editing.session.site, page))

    def _see_problem(self) -> None:
        self._editing.choose(self._editing.session.site_place)

    def _change(self, what: str, change: Callable[[ConditionPage], ConditionPage]) -> None:
        session, place = self._editing.session, self._editing.place
        session.edit_page(tr("{what} in {page}", what=what, page=session.name_of(place)), place, change)
