"""What can be done with whole pages: new, duplicate, rename, archive, delete, bring back."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from editor.content.condition_page import ConditionPage, Status
from editor.content.fields import PAGE_FIELDS, Field
from editor.content.names_in_texts import fields_that_speak_of, speaks_of
from editor.content.search_text import single_spaced
from editor.session import DeletedPage, NotEditable, Place, is_site, slug_of
from editor.ui.editing import Editing
from editor.ui.pages.name_form import Question
from editor.ui.pages.pages_pane import PagesPane
from editor.words import tr

_PUBLISH = tr("The website shows it once its status is Published and it is saved.")


class PageEditing(QObject):
    """Asks in the pane what has to be asked, has the session do it, and goes to the page that comes of it."""

    begun = Signal()
    """A page was begun, and wants to be filled."""

    def __init__(self, editing: Editing, pane: PagesPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._session = editing.session
        self._pane = pane
        pane.trash.restore_wanted.connect(self.restore)
        pane.finder.list.delete_wanted.connect(self._delete_by_key)
        pane.finder.list.rename_wanted.connect(self._rename_by_key)

    # Why it cannot be done

    def why_no_page(self) -> str:
        """Why nothing can be done with the chosen page; "" where it can."""
        if is_site(self._editing.place):
            return tr("Choose a page first.")
        return "" if self._editing.is_editable else tr("This page's file has to be mended first.")

    def why_nothing_deleted(self) -> str:
        """Why there are no deleted pages to see."""
        return "" if self._session.deleted_pages else tr("No page was deleted.")

    @property
    def is_archived(self) -> bool:
        """Whether the chosen page is archived."""
        page = self._editing.page
        return page is not None and page.effective_status is Status.ARCHIVED

    def archive_words(self) -> str:
        """What `archive` would do."""
        return tr("Put back as a draft") if self.is_archived else tr("Archive page")

    def delete_tip(self) -> str:
        """What `delete` would do, and how the page would come back."""
        if self._session.has_been_saved(self._editing.place):
            return tr("Delete this page; Undo brings it back, and so does Deleted pages")
        return tr("Delete this page; it was never saved, so Undo alone brings it back")

    # What can be done

    def begin(self) -> None:
        """Ask for a name and begin a page."""
        heading = tr("Name of the new page")
        self._pane.ask(Question(heading, tr("Create page"), "", self._new_address, self._begin))

    def duplicate(self) -> None:
        """Ask for a name and begin a page with the wording of the chosen one."""
        name = self._session.name_of(self._editing.place)
        answer = functools.partial(self._duplicate, self._editing.place)
        heading = tr("Name of the copy of “{page}”", page=name)
        self._pane.ask(Question(heading, tr("Create copy"), name, self._new_address, answer))

    def rename(self) -> None:
        """Ask for another name of the chosen page, and whether its address is to follow."""
        place = self._editing.place
        name = self._session.name_of(place)
        remark, answer = functools.partial(self._address_after, place), functools.partial(self._rename, place)
        tick = tr("Change the page's address too")
        self._pane.ask(Question(tr("New name of “{page}”", page=name), tr("Rename page"), name, remark, answer, tick))

    def archive(self) -> None:
        """Take the chosen page off the website, or put it back as a draft.

        Nothing tells whether an archived page was ever read and agreed upon, so putting it back publishes nothing.
        """
        place, name = self._editing.place, self._session.name_of(self._editing.place)
        if self.is_archived:
            label = tr("put {page} back as a draft", page=name)
            self._session.edit_page(label, place, functools.partial(_with_status, Status.DRAFT))
            self._say(tr("“{page}” is a draft now. {publish}", page=name, publish=_PUBLISH))
        else:
            label = tr("archive {page}", page=name)
            self._session.edit_page(label, place, functools.partial(_with_status, Status.ARCHIVED))
            if self._is_on_the_website(place):
                words = tr(
                    "“{page}” is archived. Save it to take it off the website; nothing in it is lost.", page=name
                )
            else:
                words = tr("“{page}” is archived; nothing in it is lost.", page=name)
            self._say(words)

    def delete(self) -> None:
        """Take the chosen page out of the list; the one below it is chosen next."""
        place, name = self._editing.place, self._session.name_of(self._editing.place)
        following = self._pane.finder.next_to(place)
        if following is not None:
            self._editing.choose(following)
        has_been_saved = self._session.has_been_saved(place)
        self._session.delete_page(place)
        if has_been_saved:
            self._say(tr("“{page}” was deleted. Undo brings it back, and so does Deleted pages.", page=name))
        else:
            self._say(tr("“{page}” was deleted. It was never saved, so Undo alone brings it back.", page=name))

    def restore(self, deleted: DeletedPage) -> None:
        """Bring a deleted page back and go to it."""
        try:
            place = self._session.restore_page(deleted)
        except NotEditable:
            words = tr("“{page}” can't be brought back, as its file can't be read. It stays here.", page=deleted.name)
            self._say(words)
            return
        self._go_to(place)
        self._pane.show_list()
        self._say(tr("“{page}” is back.", page=self._session.name_of(place)))

    def _begin(self, name: str, _ticked: bool) -> None:
        self._go_to(self._session.new_page(name))
        self.begun.emit()
        self._say(tr("“{page}” is a new page, a draft. {publish}", page=name, publish=_PUBLISH))

    def _duplicate(self, place: Place, name: str, _ticked: bool) -> None:
        original = self._session.page(place)
        if self._is_gone(place) or original is None:
            return
        self._go_to(self._session.duplicate_page(place, name))
        self.begun.emit()
        words = tr("“{page}” is a new page, a draft with the same wording and without studies.", page=name)
        copy = self._editing.page
        fields = () if copy is None else fields_that_speak_of(copy, original)
        if fields:
            where = ", ".join(field.label for field in fields)
            words += " " + tr("“{page}” still stands in: {where}.", page=original.name or "", where=where)
        self._say(words)

    def _rename(self, place: Place, name: str, new_address: bool) -> None:
        before = self._session.page(place)
        if self._is_gone(place) or before is None:
            return
        self._go_to(self._session.rename_page(place, name, new_address=new_address))
        if before.name != name:
            told = (_still_says(field, before) for field in PAGE_FIELDS if field.name in ("name_in_text", "heading"))
            self._say(" ".join(filter(None, told)))

    def _is_on_the_website(self, place: Place) -> bool:
        """Whether the page is published by what its file says."""
        saved = self._session.files[place].on_disk
        return isinstance(saved, ConditionPage) and saved.effective_status is Status.PUBLISHED

    def _is_gone(self, place: Place) -> bool:
        """Whether undo has taken a page away while its name was asked for; that is said."""
        if self._session.page(place) is not None:
            return False
        self._say(tr("This page is not there any more, so nothing was changed."))
        return True

    def _delete_by_key(self) -> None:
        self._do_by_key(self.delete)

    def _rename_by_key(self) -> None:
        self._do_by_key(self.rename)

    def _do_by_key(self, act: Callable[[], None]) -> None:
        """Do what a key of the list asks for, or say why not: no grey action tells it."""
        obstacle = self.why_no_page()
        if obstacle:
            self._say(obstacle)
        else:
            act()

    def _go_to(self, place: Place) -> None:
        self._editing.choose(place)
        self._pane.finder.bring_into_sight(place)

    def _say(self, words: str) -> None:
        self._editing.said.emit(words)

    # What is said of addresses

    def about_new(self, name: str) -> str:
        """What would come of a new page of this name: its address, and whether there is such a page already."""
        words = tr("Address: {address}", address=self._address(self._session.place_of_new(name)))
        return f"{self._same_name(name)} {words}".strip()

    def _new_address(self, name: str, _ticked: bool) -> str:
        return self.about_new(name)

    def _address_after(self, place: Place, name: str, ticked: bool) -> str:
        after = self._session.place_renamed(place, name) if ticked else place
        if after == place:
            return tr("The address stays {address}", address=self._address(place))
        return tr("New address: {address} Visitors with the old one are sent on.", address=self._address(after))

    def _same_name(self, name: str) -> str:
        names = (self._session.name_of(place) for place in self._session.page_places)
        is_taken = name.casefold() in (other.casefold() for other in names)
        return tr("There is a page of this name already.") if is_taken else ""

    def _address(self, place: Place) -> str:
        """The address as the website has it, as far as that is known."""
        pattern = self._session.site.page_address or ""
        return pattern.replace("{slug}", slug_of(place)) if "{slug}" in pattern else slug_of(place)


def _still_says(field: Field, before: ConditionPage) -> str:
    """That a field of a renamed page keeps the name it had before; "" where it does not."""
    text = field.text_of(before)
    if not speaks_of(text, before):
        return ""
    return tr("{field} still says “{text}”.", field=field.label, text=single_spaced(text))


def _with_status(status: Status, page: ConditionPage) -> ConditionPage:
    return replace(page, status=str(status))
