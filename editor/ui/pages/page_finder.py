"""The list of pages with what finds a page in it: search, order, and a choice of pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from editor.content.condition_page import ConditionPage
from editor.session import OpenRecords, Place, is_site
from editor.ui.forms.quiet_words import QuietButton, QuietLine
from editor.ui.look.announcing import announce
from editor.ui.pages.arrange_button import ArrangeButton
from editor.ui.pages.arrangement import Arrangement, Only, Order, arranged
from editor.ui.pages.condition_list import ConditionList
from editor.ui.pages.entries import Badge, Entries, Entry
from editor.ui.pages.entry_model import CHANGES, PLAIN, REVIEWS, Details
from editor.ui.pages.search_box import SearchBox
from editor.ui.pages.search_run import SearchRun
from editor.words import tr, tr_count

_BELOW_FIRST_ENTRY = 64
"""Pixels."""


class PageFinder(QWidget):
    """Shows all pages, or those looked for, and tells which one is chosen."""

    chosen = Signal(str, object)
    """A page's place, and where it has the words looked for: a Hit, None where none are."""
    entered = Signal()
    """The chosen page is to be worked on."""

    def __init__(self, session: OpenRecords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = Entries(session)
        self._all: tuple[Entry, ...] = ()
        self._chosen: Place = session.site_place
        self._is_reading = True
        self._announced = -1
        self._shown: tuple[Entry, ...] = ()
        self.search = SearchBox()
        self.arrange = ArrangeButton()
        self.list = ConditionList()
        self._run = SearchRun(self._entries.searched, self)
        self._count = QuietLine()
        self._note = QWidget()
        self._nothing = QuietLine()
        self._lay_out()
        self._connect()

    def show_pages(self, chosen: Place, *, is_reading: bool = False) -> None:
        """Show the pages as they are now, with one of them chosen; more are to come while the folder is being read."""
        entries = self._entries.now()
        state = (chosen, is_reading)
        if entries is self._all and state == (self._chosen, self._is_reading) and not self._run.is_on:
            return
        self._all, (self._chosen, self._is_reading) = entries, state
        self._show()

    def count_retracted(self, count: Callable[[ConditionPage], int]) -> None:
        """Show of each page how many of its studies were retracted."""
        self._entries.count_retracted(count)
        self.show_pages(self._chosen, is_reading=self._is_reading)

    def show_problems(self, badges: Mapping[Place, Badge]) -> None:
        """Show at each page what the checks have found there."""
        self._entries.show_problems(badges)
        self.show_pages(self._chosen, is_reading=self._is_reading)

    @property
    def is_looking(self) -> bool:
        """Whether pages are still to be looked through for the words."""
        return self._run.is_reading

    def first_page(self) -> Place | None:
        """The first page by name; None where there is none."""
        pages = self._entries.now()[1:]
        return pages[0].place if pages else None

    def go_to_search(self) -> None:
        """Have keys go to the search."""
        self._run.prepare()
        self.search.take_keyboard()

    def show_all(self) -> None:
        """Hide no page any more; the order stays."""
        self.search.clear()
        self.arrange.arrange(replace(self.arrange.arrangement, only=Only.ALL))

    def bring_into_sight(self, place: Place) -> None:
        """Hide no page any more, where this one is hidden."""
        if all(entry.place != place for entry in self._shown):
            self.show_all()

    def next_to(self, place: Place) -> Place | None:
        """The page that is chosen when this one goes: in the list the one below it, else the one above."""
        pages = [entry.place for entry in self._shown if not is_site(entry.place)]
        if place not in pages:
            return None
        at = pages.index(place)
        return next(iter((*pages[at + 1 :], *reversed(pages[:at]))), None)

    def _show(self) -> None:
        arrangement = self.arrange.arrangement
        found = self._run.found() if self._run.is_on else None
        shown = arranged(self._all, arrangement, date.today(), found)
        pages = sum(not is_site(entry.place) for entry in shown)
        if found is None and not pages and arrangement.only is not Only.ALL:
            shown = ()
        self._shown = shown
        details = _details(arrangement) if found is None else Details(self._run.hit)
        self.list.show_entries(shown, self._chosen, details)
        total = max(len(self._all) - 1, 0)
        count = tr_count("{shown} of 1 page", "{shown} of {count} pages", total, shown=pages)
        choice = self.arrange.choice_words
        self._count.setText(tr("{choice}: {count}", choice=choice, count=count) if choice else count)
        self._note.setVisible(pages < total)
        if found is not None and not self.is_looking:
            self._announce(len(shown))
        self._nothing.setText("" if pages or (found and shown) else self._why_nothing())

    def _announce(self, count: int) -> None:
        """Tell a screen reader how many entries were found, once for each number."""
        if count != self._announced:
            announce(tr_count("1 found", "{count} found", count), self.list)
        self._announced = count

    def _why_nothing(self) -> str:
        """What stands where no page does, and what to do."""
        if self._is_reading or self._run.is_reading:
            return ""
        if self._run.is_on and self.arrange.arrangement.only is Only.ALL:
            return tr("No page has these words. Check the spelling, or type fewer of them.")
        if self._run.is_on:
            return tr("None of these pages has these words. Perhaps one of the others: choose “All pages” under Sort.")
        if self.arrange.arrangement.only is Only.ALL:
            return tr("There are no pages yet.")
        return tr("There is no such page now.")

    def _look_for(self, text: str) -> None:
        self._run.look_for(text)
        self._announced = -1
        self._show()
        if self._run.is_on:
            self.list.scrollToTop()
        else:
            self.list.scrollTo(self.list.currentIndex())

    def _go_down(self) -> None:
        if self._run.is_on:
            self.list.choose_first()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_first(self) -> None:
        if self._run.is_on:
            self.list.choose_first()
        self.entered.emit()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look_for)
        self.search.went_down.connect(self._go_down)
        self.search.entered.connect(self._enter_first)
        self.arrange.arranged.connect(self._show)
        self._run.found_more.connect(self._show)
        self.list.chosen.connect(self.chosen)
        self.list.entered.connect(self.entered)
        self.list.left.connect(self.go_to_search)

    def _lay_out(self) -> None:
        self.setFocusProxy(self.list)
        top = QHBoxLayout()
        top.setContentsMargins(8, 8, 8, 8)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.arrange)
        self._nothing.setContentsMargins(16, _BELOW_FIRST_ENTRY, 16, 16)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        middle = QGridLayout()
        middle.addWidget(self.list, 0, 0)
        middle.addWidget(self._nothing, 0, 0)
        self._lay_out_note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._note)
        column.addLayout(middle, 1)

    def _lay_out_note(self) -> None:
        button = QuietButton(tr("Show all"))
        button.setAccessibleName(tr("Show all pages"))
        button.clicked.connect(self.show_all)
        self._count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._count.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self._note)
        line.setContentsMargins(12, 0, 8, 4)
        line.setSpacing(4)
        line.addWidget(self._count)
        line.addWidget(button)
        line.addStretch(1)
        self._note.hide()


def _details(arrangement: Arrangement) -> Details:
    """What the second lines tell, so that one sees by what the list is sorted."""
    if arrangement.is_about_reviews:
        return REVIEWS
    return CHANGES if arrangement.order is Order.CHANGED else PLAIN
