"""A text of the site on a page's form: locked, unlocked for all pages, or with words of this page's own."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from editor.content.page_texts import page_texts
from editor.ui.forms.cursor_in_sight import form_around
from editor.ui.forms.locked_text import LockedText
from editor.ui.forms.open_text import OpenText
from editor.ui.forms.shared_words import changing_words, shown_words, unlock_words
from editor.ui.forms.text_box import TextBox
from editor.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.content.condition_page import ConditionPage
    from editor.content.fields import Field
    from editor.content.page_texts import PageTexts
    from editor.content.shared_on_page import SharedText
    from editor.content.site import Site
    from editor.ui.forms.shared_texts import SharedTexts


class SharedTextRow(QWidget):
    """Shows one shared text on one page. The boxes are made when they are first needed: most texts stay locked."""

    edited = Signal(object, str)
    """Words of the page's own: (field, text)."""
    site_edited = Signal(object, str)
    """The shared words: (field, text)."""
    own_words_wanted = Signal(object)
    shared_words_wanted = Signal(object)

    def __init__(self, shared: SharedText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._now: tuple[ConditionPage, PageTexts, SharedTexts, bool] | None = None
        self._is_unlocked = False
        self._keeps_own = False  # an own text that was emptied, to be typed anew, counts as none in the page
        self._keeps_foot = False
        self._locked = LockedText(shared.label, may_differ=shared.own_field is not None)
        self._locked.unlock_wanted.connect(self.unlock)
        self._locked.other_words_wanted.connect(self._differ)
        self._unlocked: OpenText[Site] | None = None
        self._own: OpenText[ConditionPage] | None = None
        self._in_sight: LockedText | OpenText[Site] | OpenText[ConditionPage] = self._locked
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._locked)

    def put_into(self, grid: QGridLayout, column: int, _is_beside: bool, /) -> None:
        """Stand in a grid's column."""
        grid.addWidget(self, 0, column)

    def show_page(self, page: ConditionPage, texts: PageTexts, shared: SharedTexts, *, editable: bool) -> None:
        """Show what the page, whose words are `texts`, shows here."""
        self._now = page, texts, shared, editable
        if self._shared.differs_on(page):
            self._keeps_own = False
        self._show()

    def unlock(self) -> None:
        """Let the shared words be changed."""
        self._is_unlocked = True
        self._show()
        self._in_sight.take_keyboard()

    def boxes(self) -> Mapping[Field, TextBox]:
        """The boxes that were needed so far, by the field that each edits."""
        opened = (one.box for one in (self._unlocked, self._own) if one is not None)
        return {field: box for field, box in opened if isinstance(box, TextBox)}

    def lock(self) -> None:
        """Let the shared words only be read, as on a page just opened."""
        if self._is_unlocked or self._keeps_own:
            self._is_unlocked = self._keeps_own = False
            self._show()

    def _show(self) -> None:
        if self._now is None:
            return
        page, texts, shared, editable = self._now
        is_own = self._shared.differs_on(page) or self._keeps_own
        self._is_unlocked = self._is_unlocked and not (is_own or shared.why_locked or shared.why_hidden)
        if is_own and self._shared.own_field is not None:
            note = self._own_note(page, texts, shared)
            self._show_own(self._shared.own_field, page, note, has_way_back=not shared.why_hidden, editable=editable)
        elif self._is_unlocked:
            self._show_unlocked(shared)
        else:
            self._show_locked(texts, shared, editable=editable)

    def _show_locked(self, texts: PageTexts, shared: SharedTexts, *, editable: bool) -> None:
        if shared.why_hidden:
            self._locked.show_words(tr("This can't be shown now."), "", "", page_editable=False)
        else:
            words = shown_words(self._shared, self._shared.words_in(texts))
            unlock = unlock_words(shared.uses[self._shared.name])
            self._locked.show_words(words, unlock, shared.why_locked, page_editable=editable)
        self._bring(self._locked)

    def _show_unlocked(self, shared: SharedTexts) -> None:
        if self._unlocked is None:
            self._unlocked = OpenText(self._shared.site_field, tr("Lock"), self._shared.label)
            self._add(self._unlocked)
            self._unlocked.edited.connect(self.site_edited)
            self._unlocked.closed.connect(self._lock_again)
        self._unlocked.show_record(shared.site, changing_words(shared.uses[self._shared.name]), editable=True)
        self._bring(self._unlocked)

    def _show_own(self, field: Field, page: ConditionPage, note: str, *, has_way_back: bool, editable: bool) -> None:
        if self._own is None:
            self._own = OpenText(field, tr("Use the shared words again"), self._shared.label)
            self._add(self._own)
            self._own.edited.connect(self._tell_own)
            self._own.closed.connect(self._share)
        self._own.show_record(page, note, editable=editable, has_way_back=has_way_back)
        self._bring(self._own)

    def _add(self, opened: QWidget) -> None:
        """Have a box for the text; Tab comes to it where it stands, although it is made after all others."""
        self._column.addWidget(opened)
        stops = [stop for stop in self.findChildren(QWidget) if stop.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for before, after in itertools.pairwise(stops):
            self.setTabOrder(before, after)

    def _own_note(self, page: ConditionPage, texts: PageTexts, shared: SharedTexts) -> str:
        if shared.why_hidden:
            return tr("Different on this page.")
        shared_words = self._shared.words_in(page_texts(shared.site, self._shared.with_shared_words(page)))
        if self._shared.differs_on(page) and self._shared.words_in(texts) == shared_words:
            return tr("Type the words for this page. The other pages keep the shared words.")
        words = shown_words(self._shared, shared_words)
        if self._shared.differs_on(page):
            return tr("Different on this page. The shared words are: {words}", words=words)
        return tr("While this is empty, the page shows the shared words: {words}", words=words)

    def _bring(self, wanted: LockedText | OpenText[Site] | OpenText[ConditionPage]) -> None:
        """Bring one into sight; if the other had the keyboard, this one has it now."""
        before, self._in_sight = self._in_sight, wanted
        if before is wanted:
            return
        focus = self.window().focusWidget()
        had_keyboard = focus is not None and before.isAncestorOf(focus)
        if isinstance(wanted, OpenText):
            wanted.to_start()
        wanted.show()
        if had_keyboard:
            wanted.take_keyboard()
        before.hide()

    def _lock_again(self) -> None:
        self.lock()
        self._in_sight.take_keyboard()

    def _differ(self) -> None:
        self._keeps_own = True
        self.own_words_wanted.emit(self._shared)
        self._show()
        if self._own is not None:
            self._own.select_all()
        self._in_sight.take_keyboard()

    def _share(self) -> None:
        self._keeps_own = False
        self._keeps_foot = True
        self.shared_words_wanted.emit(self._shared)
        self._show()
        self._in_sight.take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons below the words under the mouse that has clicked one; what is above them moves."""
        super().resizeEvent(event)
        form = form_around(self) if self._keeps_foot else None
        if form is not None:
            bar = form.verticalScrollBar()
            by = event.size().height() - event.oldSize().height()
            bar.setValue(bar.value() + by)
            self._keeps_foot = by >= 0  # it may grow first, while the words come and the box has not gone yet

    def _tell_own(self, field: Field, text: str) -> None:
        self._keeps_own = True
        self.edited.emit(field, text)
