"""Looking at the studies of a page in another order, or at some of them; the website's order stays as it is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from editor.content.study_view import AS_ON_WEBSITE
from editor.ui.editing import Editing
from editor.ui.forms.text_box import finish_composing
from editor.ui.studies.studies_view import StudiesView
from editor.ui.studies.study_columns import COLUMNS
from editor.ui.studies.study_editing import StudyEditing
from editor.ui.studies.undo_bar import UndoOffer
from editor.words import tr

_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class StudyViewing(QObject):
    """Sorts and searches the studies of the chosen page for viewing, each page by itself."""

    def __init__(
        self, editing: Editing, studies: StudyEditing, view: StudiesView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._studies = studies
        self._view = view
        self._undo = UndoOffer(editing, view.undo_bar, self)
        studies.removed.connect(self._undo.offer)
        self._undo.ended.connect(view.take_keyboard)
        view.table.header.sort_wanted.connect(self.sort_by)
        view.table.drag.dropped.connect(studies.move_to)
        view.table.drag.refused.connect(self._tell_why_not)
        view.filter.wanted.connect(self.look_for)
        view.filter.cleared.connect(self.clear_search)
        view.filter.box.left.connect(view.take_keyboard)
        view.filter.box.entered.connect(editing.prepare_search)
        view.table.installEventFilter(self)

    def sort_by(self, field_name: str) -> None:
        """Sort by a field; by the same one again backwards, then as on the website."""
        finish_composing()
        self._editing.look_at(self._editing.study_view.sorted_next(field_name))

    def sort_by_column(self) -> None:
        """Sort by the column in which the keyboard is."""
        index = self._view.table.currentIndex()
        if index.isValid():
            self.sort_by(COLUMNS[index.column()].name)

    def sort_again(self) -> None:
        """Bring studies that were edited since they were sorted to where they belong."""
        if self._view.order.has_keyboard:
            self._view.take_keyboard()  # the button is greyed now, and would hand it on to a text of the card
        self._editing.look_at(self._editing.study_view)

    def show_website_order(self) -> None:
        """Show the studies in the website's order; those that are hidden stay so."""
        self._editing.look_at(replace(AS_ON_WEBSITE, words=self._editing.study_view.words))

    def look_for(self, words: str) -> None:
        """Show only the studies that have these words."""
        self._editing.look_at(replace(self._editing.study_view, words=words))

    def clear_search(self) -> None:
        """Show all studies again."""
        self.look_for("")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Say why studies cannot be moved, where keys ask for it that would do nothing."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        is_moving = event.key() in _MOVING and event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_moving and self._studies.why_not_moved:
            self._tell_why_not()
        return is_moving

    def _tell_why_not(self) -> None:
        reason = self._studies.why_not_moved
        self._editing.said.emit(reason or tr("This page can't be changed."))
