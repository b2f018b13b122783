"""Mending a problem: what becomes of it is shown, and done in one step that Undo takes back."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.checks.finding import Fix
from editor.session import NotEditable, Place
from editor.session.fixing import Outdated, apply_fix, fixed_records
from editor.session.records import Record
from editor.ui.editing import Editing
from editor.ui.forms.text_box import finish_typing
from editor.ui.problems.problem_model import Row
from editor.words import tr


class Fixing(QObject):
    """Shows what a fix does, and does it."""

    said = Signal(str)

    def __init__(
        self,
        editing: Editing,
        current: Callable[[], Row | None],
        is_current: Callable[[Place], bool],
        within: QWidget,
    ) -> None:
        """`current` tells the problem that is looked at, `is_current` whether a place is checked as it is now."""
        super().__init__(within)
        self._editing, self._session = editing, editing.session
        self._current, self._is_current, self._within = current, is_current, within

    def show(self, fix: Fix) -> None:
        """Show what this would do about the problem that is looked at."""
        from editor.ui.problems.fix_box import FixBox  # the window stands without it
        from editor.ui.problems.fix_words import shown_fix

        row = self._current()
        if row is None:
            return
        finish_typing()
        record = self._session.record(row.place)
        is_old = _moves_studies(fix) and not self._is_current(row.place)
        if is_old or not self._can_apply(row, fix) or record is None:
            self.said.emit(_OUTDATED)
            return
        uses = self._editing.shared_uses.now()
        box = FixBox(
            shown_fix(fix, row.problem.message, record, self._session.site, uses),
            self._within.window(),
        )
        box.agreed.connect(functools.partial(self._apply, row, fix, record))
        box.open()

    def _can_apply(self, row: Row, fix: Fix) -> bool:
        try:
            return bool(fixed_records(self._session, row.place, fix))
        except Outdated:
            return False

    def _apply(self, row: Row, fix: Fix, shown: Record) -> None:
        page = self._session.name_of(row.place)
        try:
            if _moves_studies(fix) and self._session.record(row.place) is not shown:
                raise Outdated
            apply_fix(self._session, tr("“{what}” in {page}", what=fix.label, page=page), row.place, fix)
        except Outdated:
            self.said.emit(_OUTDATED)
        except NotEditable:
            self.said.emit(tr("Nothing was changed: this page can't be changed now."))
        else:
            self.said.emit(tr("Done: {what}. Undo takes it back.", what=fix.label))


def _moves_studies(fix: Fix) -> bool:
    """Whether studies go or move, for reasons such as their dates, which a fix does not name as it does texts."""
    return bool(fix.removed or fix.order)


_OUTDATED = tr("Nothing was changed: something else stands there by now. The page is being checked again.")
