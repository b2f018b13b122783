"""Shows what is due when on all pages, and goes there."""

from __future__ import annotations

import functools
import threading
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, field_named
from editor.content.site import Site
from editor.ui.background import Background
from editor.ui.editing import Editing
from editor.ui.forms.text_box import finish_typing
from editor.ui.page_view import PageView

if TYPE_CHECKING:
    from editor.checks.evidence.due_dates import Due
    from editor.ui.calendar.calendar_box import CalendarBox

_REST_MS = 500
"""So long nothing is edited before it is looked again."""
_Asked = tuple[dict[str, ConditionPage], Site, date]


class EvidenceCalendar(QObject):
    """Looks through all pages beside the window while the calendar is open, and again whenever they have changed."""

    went = Signal()
    """A place on a page is to be in sight."""

    def __init__(self, editing: Editing, view: PageView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.box: CalendarBox | None = None
        self._editing, self._session, self._view = editing, editing.session, view
        self._background = Background(self)
        self._asked: _Asked | None = None
        self._stop = threading.Event()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.look)
        self._session.watch(self._look_soon)

    def show(self) -> None:
        """Open the calendar, or go to it."""
        from editor.ui.calendar.calendar_box import CalendarBox  # the window stands without what checks pages

        finish_typing()
        if self.box is None:
            self.box = CalendarBox(self._view.window())
            self.box.wanted.connect(self._go_to)
            self.box.finished.connect(self._forget)
            self.look()
        self.box.show()
        self.box.activateWindow()

    def look(self) -> None:
        """Look through the pages, where the calendar is open and they or the day are others than the last time."""
        from editor.checks.evidence.due_dates import due_dates  # as in `show`

        session, today = self._session, date.today()
        pages = {place: page for place in session.page_places if (page := session.page(place)) is not None}
        asked = pages, session.site, today
        if self.box is None or asked == self._asked:
            return
        self._asked = asked
        self._stop.set()
        self._stop = threading.Event()
        look = functools.partial(due_dates, pages, session.site, today, self._stop.is_set)
        self._background.run(look, functools.partial(self._take, asked), self._fail)

    def close(self) -> None:
        """Look no more, as the window closes."""
        self._stop.set()
        self._background.close()

    def _forget(self) -> None:
        self._stop.set()
        self.box = self._asked = None

    def _look_soon(self) -> None:
        if self.box is not None:
            self._rest.start()

    def _take(self, asked: _Asked, found: tuple[Due, ...]) -> None:
        from editor.ui.calendar.due_words import due_row  # as in `show`

        if self.box is not None and asked is self._asked:
            self.box.show_rows([due_row(due, self._session.name_of(due.place), asked[2]) for due in found])

    def _fail(self, error: BaseException) -> None:
        raise error

    def _go_to(self, due: Due) -> None:
        """Show the study, or the box of the next review."""
        page = self._session.page(due.place)
        if page is None:
            return
        self._editing.choose(due.place)
        self.went.emit()
        if due.study is None:
            self._view.bring_words(field_named(PAGE_FIELDS, "review_due"), (0, 0), of_study=False)
        elif page.study(due.study) is not None:
            self._editing.choose_study(due.study)
            self._view.show_studies()
        self._view.window().activateWindow()
