"""Why an action cannot be done now, in words for its tip; "" where it can."""

from __future__ import annotations

from editor.content.condition_page import Status
from editor.session import is_site
from editor.ui.editing import Editing
from editor.ui.opening import Opening
from editor.ui.saving.save_state import unsaved
from editor.words import tr

SAVE_SHARED_TEXTS = tr("Save shared texts")


def save_all_words(count: int) -> str:
    """What a save of everything is called; where that is one page, a number would say nothing."""
    return tr("Save all ({count})", count=count) if count > 1 else tr("Save all")


class Obstacles:
    """Looks at what is being worked on."""

    def __init__(self, editing: Editing, opening: Opening) -> None:
        self._editing = editing
        self._opening = opening

    def save(self) -> str:
        """Why the chosen page need not be saved."""
        if self._editing.unsaved_here:
            return ""
        if self._editing.session.unsaved_places:
            return tr("Everything here is saved. Use “Save all” to save what you have changed elsewhere.")
        return tr("Everything is saved.")

    def save_all(self) -> str:
        """Why no page needs to be saved."""
        return "" if self._editing.session.unsaved_places else tr("Everything is saved.")

    def unsaved_work(self) -> str:
        """Why it cannot be looked for unsaved work from before."""
        return tr("The pages are still being read.") if self._opening.is_reading else ""

    def page(self) -> str:
        """Why there is no page to show."""
        return "" if self._editing.page is not None else tr("Choose a page first.")

    def page_to_export(self) -> str:
        """Why the chosen page cannot be exported; an archived one can still be looked at in the browser."""
        page = self._editing.page
        if page is not None and page.effective_status is Status.ARCHIVED:
            return tr("An archived page is never exported. Put it back as a draft first, in the menu Page.")
        return self.page()

    def any_page(self) -> str:
        """Why there are no pages to export."""
        if self._opening.is_reading:
            return tr("The pages are still being read.")
        session = self._editing.session
        return "" if any(session.page(place) for place in session.page_places) else tr("There is no page to export.")

    def undo(self) -> str:
        """Why nothing can be undone."""
        return "" if self._editing.session.history.next_undo else tr("Nothing has been changed yet.")

    def redo(self) -> str:
        """Why nothing can be redone."""
        return "" if self._editing.session.history.next_redo else tr("Nothing has been undone.")

    def save_words(self) -> str:
        """What a save of the page saves, where that is not the page."""
        here, session = self._editing.unsaved_here, self._editing.session
        only_shared = here == (session.site_place,) or is_site(self._editing.place)
        return SAVE_SHARED_TEXTS if only_shared else tr("Save page")

    def save_tip(self) -> str:
        """What a save of the page saves."""
        if self.save_words() == SAVE_SHARED_TEXTS:
            return tr("Save the texts that all pages share")
        return tr("Save what this page shows: the page and, if they have changes, the shared texts")

    def save_all_words(self) -> str:
        """How many pages would be saved, the shared texts counted as one."""
        return save_all_words(len(unsaved(self._editing.session)))

    def undo_words(self) -> str:
        """What undo would take back."""
        step = self._editing.session.history.next_undo
        return tr("Undo {what}", what=step.label) if step else tr("Undo")

    def redo_words(self) -> str:
        """What redo would make."""
        step = self._editing.session.history.next_redo
        return tr("Redo {what}", what=step.label) if step else tr("Redo")
