"""Find and replace, and going from one place to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from editor.content.literal_search import Replacement
from editor.session import Step, is_site
from editor.ui.actions.action import keys_of
from editor.ui.editing import Editing
from editor.ui.forms.text_box import TextBox, finish_composing
from editor.ui.look.announcing import announce
from editor.ui.page_view import PageView
from editor.ui.replacing.found_model import FoundModel
from editor.ui.replacing.found_page import FoundPage
from editor.ui.replacing.going import Going
from editor.ui.replacing.replace_run import ReplaceRun, Where
from editor.ui.replacing.replace_words import button_words, replaced_words, step_words
from editor.ui.replacing.run_words import summary, why_no_replacing
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.replacing.replace_box import ReplaceBox

_LONGEST_SUGGESTION = 200


class Replacing(QObject):
    """Keeps what is looked for while its window is open and after that, and replaces it in one step."""

    said = Signal(str)
    went = Signal()
    """A place on a page is to be in sight."""
    changed = Signal()
    """There is something to go to, or no longer."""

    def __init__(self, editing: Editing, view: PageView, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._session = editing.session
        self._view = view
        self._window = window
        self._keys: Sequence[QAction] = ()
        self._words = ""
        self._step: Step | None = None
        self.run = ReplaceRun(editing, self)
        self.model = FoundModel(self._session.name_of, self)
        self._going = Going(editing, view, self.model, window)
        self._going.went.connect(self.went)
        self.box: ReplaceBox | None = None
        self.run.began.connect(self.model.clear)
        self.run.found.connect(self._show_page)
        self.run.gone.connect(self.model.remove_page)
        self.run.looked.connect(self._tell_looked)
        self.model.ticked.connect(self._show_found)
        self._session.watch(self.follow)
        editing.went.connect(self.follow)
        editing.said.connect(self._say_here)

    def offer(self, keys: Sequence[QAction]) -> None:
        """Have these actions work in the window of find and replace too."""
        self._keys = keys

    # What the actions do

    def open_here(self) -> None:
        """Ask what to replace on the chosen page, or in its studies where these are in sight."""
        self._open(Where.STUDIES if self._view.shows_studies else Where.PAGE)

    def open_everywhere(self) -> None:
        """Ask what to replace on the whole website."""
        self._open(Where.SITE)

    def find_next(self) -> None:
        """Go to the next place that was found."""
        self._go_on(1)

    def find_previous(self) -> None:
        """Go to the place found before."""
        self._go_on(-1)

    def why_nothing_found(self) -> str:
        """Why there is no place to go to."""
        if not self.run.search.words:
            return tr("Look for words first, with “Find and replace”.")
        return "" if self.model.rowCount() else tr("These words were not found.")

    def follow(self) -> None:
        """See what has changed on the pages."""
        self.run.follow()
        if self.box is None:
            return
        where = self._where()
        self.box.show_where(self._choices(), where)
        if where is not self.run.where:
            self._ask()
        if not self._has_just_replaced:
            self.box.say("")
        if not self.run.is_looking:
            self._show_found()

    def close(self) -> None:
        """Close the window of find and replace."""
        if self.box is not None:
            self.box.close()

    # The window

    def _open(self, where: Where) -> None:
        finish_composing()
        words = _selected_words()
        is_aside = self.box is not None and not self.box.isVisible()
        if self.box is None:
            self._make_box(where)
        assert self.box is not None
        if not is_aside:
            self.box.show_where(self._choices(), where)
            self.box.begin(words or self.run.search.words)
            self._ask()
        elif where is Where.SITE and self._where() is not where:
            self.box.show_where(self._choices(), where)
            self._ask()
        self.box.show()
        self.box.raise_()
        self.box.activateWindow()

    def _make_box(self, where: Where) -> None:
        from editor.ui.replacing.replace_box import ReplaceBox  # the window stands without it

        self.box = box = ReplaceBox(self.model, self._window)
        box.show_where(self._choices(), where)
        box.offer(list(self._keys))
        box.new_words.setText(self._words)
        box.asked.connect(self._ask)
        box.reworded.connect(self._reword)
        box.confirmed.connect(self._replace)
        box.undone.connect(self._undo)
        box.entered.connect(self._enter)
        box.finished.connect(self._forget_box)

    def _forget_box(self) -> None:
        self.box = None

    def _where(self) -> Where:
        assert self.box is not None
        where = self.box.chosen_where()
        return Where.PAGE if where is Where.STUDIES and is_site(self._editing.place) else where

    def _choices(self) -> dict[Where, str]:
        """Where one can look now."""
        name = self._session.name_of(self._editing.place)
        if is_site(self._editing.place):
            return {Where.PAGE: name, Where.SITE: _SITE}
        return {
            Where.STUDIES: tr("The studies of {page}", page=name),
            Where.PAGE: tr("This page: {page}", page=name),
            Where.SITE: _SITE,
        }

    def _ask(self) -> None:
        box = self.box
        if box is not None:
            box.say("")
            self.model.replacement = Replacement(box.search, box.new_words.text())
            self.run.look_for(box.search, self._where(), links=box.links.isChecked())
            self._show_found()

    def _show_page(self, page: FoundPage) -> None:
        """Show what is found on a page; who is at one of its places stays there, in the list too."""
        is_chosen = self._follow_list()
        self.model.put_page(page)
        self._going.follow(page)
        if self.box is not None and is_chosen:
            self.box.list.setCurrentIndex(self._going.at)

    def _reword(self) -> None:
        if self.box is not None:
            self._words = self.box.new_words.text()
            self.box.say("")
            self.model.show_replacement(Replacement(self.run.search, self._words))
            self._show_found()

    def _tell_looked(self) -> None:
        self._show_found()
        if not self.run.is_looking:
            self.changed.emit()
            if self.box is not None:
                announce(self._summary(), self.box.list)

    def _show_found(self) -> None:
        """Say how much was found, and what the button would do."""
        if self.box is None:
            return
        count, places = (0, []) if self.run.is_looking or self.run.has_too_many else self._to_replace()
        button = button_words(count, places, removes=not self.model.replacement.words)
        self.box.show_found(self._summary(), button, why_no_replacing(self.run, count))

    def _to_replace(self) -> tuple[int, list[str]]:
        """How many places would be replaced, and on which pages."""
        counts = {page.place: page.count_to_replace(self.model.replacement) for page in self.run.pages}
        return sum(counts.values()), [place for place, count in counts.items() if count]

    @property
    def _has_just_replaced(self) -> bool:
        return self._step is not None and self._session.history.next_undo is self._step

    def _summary(self) -> str:
        return summary(self.run, self._session.name_of, has_just_replaced=self._has_just_replaced)

    # Replacing

    def _replace(self) -> None:
        """Replace what is ticked, in one step, on the pages as they are now."""
        self._view.studies.table.keep_cell()
        finish_composing()
        asked, _ = self._to_replace()
        self.run.follow()
        self.run.finish()
        count, places = self._to_replace()
        if self.box is None or not count:
            return
        replacement = self.model.replacement
        records = {page.place: page.with_words(replacement) for page in self.run.pages if page.place in places}
        name = self._session.name_of(places[0])
        label = step_words(self.run.search.words, replacement.words, places, name)
        self._session.put_records(label, records)
        self._step = self._session.history.next_undo
        self.run.finish()
        self._show_found()
        words = replaced_words(count, places, max(asked - count, 0))
        self.box.say(words, can_undo=True)
        self.said.emit(words)
        announce(words, self.box)

    def _undo(self) -> None:
        """Take back what was replaced last, unless something else has been done since."""
        if self._has_just_replaced:
            self._editing.undo()

    def _say_here(self, words: str) -> None:
        """Say in this window too what came of undo or redo: the other one may be behind it."""
        if self.box is not None:
            self.box.say(words)

    # Going to places

    def _go_on(self, by: int) -> None:
        self._follow_list()
        found = self._going.next(by)
        if found is not None:
            index, is_other_end = found
            self._enter(index)
            if is_other_end:
                self.said.emit(tr("That was the last place. It goes on from the other end."))

    def _follow_list(self) -> bool:
        """Be where one has chosen a row of the list, if one has."""
        if self.box is None or not self.box.list.currentIndex().isValid():
            return False
        self._going.stand_at(self.box.list.currentIndex())
        return True

    def _enter(self, index: QModelIndex) -> None:
        """Go to a place; the window of find and replace makes way where one could not see it."""
        if self.box is not None:
            self.box.choose(index)
        seen = self._going.enter(index)
        if self.box is not None and self.box.isVisible() and self.box.frameGeometry().intersects(seen):
            self.box.hide()
            keys = {action.objectName(): keys_of(action) for action in self._keys}
            self.said.emit(
                tr(
                    "{next} goes to the next place, {back} back to find and replace.",
                    next=keys["find_next"],
                    back=keys["replace"],
                )
            )


_SITE = tr("The whole website")


def _selected_words() -> str:
    """The words that are selected where the keyboard is, on one line; "" for none."""
    box = QApplication.focusWidget()
    if not isinstance(box, TextBox):
        return ""
    begin, end = box.selection()
    words = box.shown()[begin:end]
    return words if "\n" not in words and len(words) <= _LONGEST_SUGGESTION else ""
