"""A page's form: it reads like the page, from top to bottom, with the texts that it shares with other pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, Field
from editor.content.page_texts import page_texts
from editor.content.shared_on_page import SHARED_TEXTS, deciding_parts
from editor.ui.forms.action_row import ActionRow
from editor.ui.forms.field_group import Row
from editor.ui.forms.first_steps import FIRST_FIELDS, first_steps
from editor.ui.forms.layouts import PAGE_GROUPS
from editor.ui.forms.notice import Notice
from editor.ui.forms.record_form import RecordForm
from editor.ui.forms.shared_text_row import SharedTextRow
from editor.ui.forms.text_box import TextBox
from editor.words import tr, tr_count

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from editor.ui.forms.shared_texts import SharedTexts


class PageForm(RecordForm[ConditionPage]):
    """Shows a page's own texts and the site's; tells what is wanted of either."""

    site_edited = Signal(object, str)
    """A shared text was changed: (field, text)."""
    own_words_wanted = Signal(object)
    shared_words_wanted = Signal(object)
    problem_wanted = Signal()
    """What is wrong with the shared texts is to be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PAGE_GROUPS, PAGE_FIELDS, parent)
        self._shared: dict[str, SharedTextRow] = {}
        self._offered: tuple[QAction, QAction] | None = None
        self._page_wanted: tuple[ConditionPage, SharedTexts, bool] | None = None
        self._page: ConditionPage | None = None
        self._around: tuple[SharedTexts, bool] | None = None

    @property
    def shared(self) -> Mapping[str, SharedTextRow]:
        """The rows of the texts that pages share, by name."""
        return self._shared if self.rows else {}

    def _make_other_rows(self) -> Mapping[str, Row]:
        self._shared = {shared.name: SharedTextRow(shared) for shared in SHARED_TEXTS}
        self._studies, self._review = ActionRow(), ActionRow()
        for row in self._shared.values():
            row.edited.connect(self.edited)
            row.site_edited.connect(self.site_edited)
            row.own_words_wanted.connect(self.own_words_wanted)
            row.shared_words_wanted.connect(self.shared_words_wanted)
        return {**self._shared, "studies": self._studies, "mark_reviewed": self._review}

    def _make(self) -> None:
        super()._make()
        self._why_hidden = Notice()
        self._why_hidden.offer(tr("See what is wrong")).clicked.connect(self.problem_wanted)
        self._first_steps = Notice()
        for notice in (self._first_steps, self._why_hidden):
            self._column.insertWidget(0, notice)
        self._offer()

    def offer(self, studies: QAction, mark_reviewed: QAction) -> None:
        """Have a button that goes to the studies, and one that marks the page as reviewed."""
        self._offered = studies, mark_reviewed
        if self.is_made:
            self._offer()

    def _offer(self) -> None:
        if self._offered is not None:
            for row, action in zip((self._studies, self._review), self._offered, strict=True):
                row.offer(action)

    def show_page(self, page: ConditionPage, shared: SharedTexts, *, editable: bool) -> None:
        """Show a page of a site; what is shown already is left alone."""
        self._page_wanted = page, shared, editable
        self.show_record(page, editable=editable)

    def _show(self) -> None:
        super()._show()
        if self._page_wanted is not None:
            self._show_around(*self._page_wanted)

    def _show_around(self, page: ConditionPage, shared: SharedTexts, editable: bool) -> None:
        """Show what stands on the form beside the page's own fields."""
        is_same = self._around is not None and self._around[0].is_same(shared) and self._around[1] == editable
        before = self._page if is_same else None
        if before is page:
            return
        self._page, self._around = page, (shared, editable)
        if before is None or deciding_parts(before) != deciding_parts(page):
            texts = page_texts(shared.site, page)
            for row in self._shared.values():
                row.show_page(page, texts, shared, editable=editable)
        self._why_hidden.say(shared.why_hidden)
        self._first_steps.say(first_steps(page) if editable else "")
        studies = len(page.study_list)
        self._studies.say(tr_count("1 study stands here.", "{count} studies stand here.", studies))

    def _row_of(self, field: Field) -> tuple[str, QWidget]:
        """It may be a field of the site's that the page shows, or the page's own in its place."""
        for shared in SHARED_TEXTS:
            if field in (shared.site_field, shared.own_field):
                return shared.name, self.shared[shared.name]
        return super()._row_of(field)

    def boxes(self) -> Mapping[Field, TextBox]:
        """Those of shared texts too, where they are unlocked or this page has its own words."""
        shared = (row.boxes() for row in self._shared.values())
        return {**super().boxes(), **{field: box for boxes in shared for field, box in boxes.items()}}

    def first_box(self) -> QWidget:
        """The box in which one begins: on a page that says nothing yet, the first that is empty."""
        boxes = [self.rows[name].box for name in FIRST_FIELDS]
        empty = [box for box in boxes if not box.text().strip()]
        return empty[0] if empty and self._first_steps.text() else boxes[0]

    def lock(self) -> None:
        """Let shared texts only be read, as on a page just opened."""
        for row in self._shared.values():
            row.lock()
