"""What is checked when: the chosen page shortly after each change, all others after it, one at a time."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from editor.checks.answers import Answer
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study, StudyKey
from editor.session import Place, is_site
from editor.session.checking.messages import Checked, CheckPage, CheckSite, ForgetPage, Request, UseSite
from editor.session.checking.page_problem import PageProblem
from editor.ui.editing import Editing
from editor.ui.problems.check_process import CheckProcess
from editor.ui.problems.open_problems import OpenProblems
from editor.ui.problems.page_problems import NONE_FOUND, PageProblems

_PAUSE_MS = 400
_PATIENCE_MS = 2000
"""After a pause in typing, or after so long without one, the page is looked at."""
_DAY_MS = 60_000
"""How often it is seen whether another day has begun, on which studies are too old that were not."""
_ATTEMPTS = 5
"""How often in a row the process may end without an answer before nothing more is asked until the next change."""


@dataclass(frozen=True, slots=True)
class _Question:
    """What a place was checked as: another answer is to be expected where one of these is another."""

    record: ConditionPage | Site
    site: Site
    today: date
    surroundings: int

    def is_same(self, other: _Question | None) -> bool:
        """Whether the answer would be the same. Compared as objects: thousands of pages are, after each change."""
        if other is None or self.record is not other.record:
            return False
        return self.site is other.site and (self.today, self.surroundings) == (other.today, other.surroundings)


class Checking(QObject):
    """Keeps the problems of all pages: what is found, and in what."""

    changed = Signal(str)
    """Something else was found at this place."""
    rested = Signal()
    """All that there is has been checked."""
    new_day = Signal()
    """Another day has begun while the window stood open."""

    def __init__(self, editing: Editing, parent: QObject | None = None, *, process: CheckProcess | None = None) -> None:
        super().__init__(parent)
        self._editing, self._session = editing, editing.session
        self._process = process or CheckProcess(self)
        self._process.answered.connect(self._take)
        self._process.ended.connect(self._begin_again)
        self._known: dict[Place, PageProblems] = {}
        self._open = OpenProblems(self._session.answers)
        self._version = self._session.answers.version
        self._answered: dict[Place, _Question] = {}
        self._given_up: dict[Place, _Question] = {}
        self._sent: dict[Place, dict[StudyKey, Study]] = {}
        self._told: set[Place] = set()
        self._gone: list[Place] = []
        self._failures = 0
        self._surroundings = 0
        self._site_sent: tuple[Site, int] | None = None
        self._waiting: deque[Place] = deque()
        self._asked: tuple[Place, _Question] | None = None
        self._number = 0
        self._pieces: dict[StudyKey | None, tuple[PageProblem, ...]] = {}
        self._is_on = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self._since = QElapsedTimer()
        self._day = date.today()
        self._clock = QTimer(self, interval=_DAY_MS)
        self._clock.timeout.connect(self.see_day)

    def start(self) -> None:
        """Begin to check: everything is read."""
        self._is_on = True
        self._session.watch(self._wait)
        self._session.watch(self.see_answers)
        self._editing.went.connect(self._look)
        self._clock.start()
        self._wait()

    def close(self) -> None:
        """Check no more."""
        self._is_on = False
        self._pause.stop()
        self._clock.stop()
        self._process.close()

    def look_again(self) -> None:
        """Check all anew: what lies beside the pages is other than before, such as what publishers have said."""
        self._surroundings += 1
        self._wait()

    def see_day(self) -> None:
        """Check all anew where another day has begun."""
        if self._day != date.today():
            self._day = date.today()
            self._look()
            self.new_day.emit()

    def problems(self, place: Place) -> PageProblems:
        """What was found at a place the last time that it was checked, and nobody has answered as no problem."""
        found = self._known.get(place, NONE_FOUND)
        return found if found is NONE_FOUND else self._open.of(place, found)

    def answered(self, place: Place) -> tuple[tuple[PageProblem, Answer], ...]:
        """What was answered as no problem, with the answers."""
        found = self._known.get(place, NONE_FOUND)
        if found.counts == self.problems(place).counts:  # as on most pages
            return ()
        return tuple((one, answer) for one in found.in_order if (answer := self._open.answer_to(one)) is not None)

    def see_answers(self) -> None:
        """Tell where something else is open, as staff have answered since, here or on another PC."""
        if self._version != self._session.answers.version:
            self._version = self._session.answers.version
            for place in self._known:
                self.changed.emit(place)

    def is_current(self, place: Place) -> bool:
        """Whether the place still says what it said then."""
        record = self._session.record(place)
        return record is not None and self._question(record).is_same(self._answered.get(place))

    def is_given_up(self, place: Place) -> bool:
        """Whether the place could not be checked as it is now, so that nothing is known of it."""
        record = self._session.record(place)
        if record is None or self.is_current(place):
            return False
        return self._failures >= _ATTEMPTS or self._question(record).is_same(self._given_up.get(place))

    @property
    def places(self) -> tuple[Place, ...]:
        """Where something was looked at."""
        return tuple(self._known)

    @property
    def left(self) -> int:
        """How many places are still to be checked."""
        return len(self._waiting) + (self._asked is not None)

    # When

    def _wait(self) -> None:
        """Something has changed: wait for a pause, lest each letter is checked."""
        if not self._is_on:
            return
        if not self._pause.isActive():
            self._since.start()
        if self._since.elapsed() < _PATIENCE_MS:
            self._pause.start()

    def _look(self) -> None:
        """See what is to be checked: the chosen page first, then the others."""
        if not self._is_on:
            return
        self._pause.stop()
        session, chosen = self._session, self._editing.place
        places = [place for place in (session.site_place, *session.page_places) if session.record(place) is not None]
        self._forget_all_but(places)
        waiting = deque(place for place in places if place != chosen and self._wants(place))
        if chosen in places and self._wants(chosen):
            waiting.appendleft(chosen)
        self._waiting = waiting
        self._ask_next()

    def _question(self, record: ConditionPage | Site) -> _Question:
        return _Question(record, self._session.site, date.today(), self._surroundings)

    def _wants(self, place: Place) -> bool:
        record = self._session.record(place)
        if record is None:
            return False
        question = self._question(record)
        if self._asked is not None and self._asked[0] == place and question.is_same(self._asked[1]):
            return False
        return not (question.is_same(self._answered.get(place)) or question.is_same(self._given_up.get(place)))

    def _ask_next(self) -> None:
        while self._waiting and self._asked is None:
            place = self._waiting.popleft()
            record = self._session.record(place)
            if record is not None and self._wants(place):
                self._ask(place, record)
        if self._asked is None:
            self.rested.emit()

    # What goes to the process, and what comes back

    def _ask(self, place: Place, record: ConditionPage | Site) -> None:
        question = self._question(record)
        self._asked = place, question
        self._number += 1
        requests: list[Request] = [ForgetPage(gone) for gone in self._gone]
        self._gone.clear()
        if (question.site, question.surroundings) != self._site_sent:
            self._site_sent = question.site, question.surroundings
            requests.append(UseSite(self._session.folder.root, question.site))
        if isinstance(record, ConditionPage) and not is_site(place):
            requests.append(self._page_request(place, record, question.today))
        else:
            requests.append(CheckSite(self._number, place))
        self._process.send(*requests)

    def _page_request(self, place: Place, page: ConditionPage, today: date) -> CheckPage:
        before = self._sent.get(place, {})
        self._sent[place] = {study.key: study for study in page.study_list}
        others = tuple(study for study in page.study_list if before.get(study.key) is not study)
        order = tuple(study.key for study in page.study_list)
        is_chosen = place == self._editing.place
        return CheckPage(self._number, place, replace(page, studies=None), order, others, today, is_chosen)

    def _take(self, answer: Checked) -> None:
        if self._asked is None or answer.number != self._number:
            return
        self._pieces |= answer.groups
        if not answer.is_last:
            return
        (place, question), self._asked = self._asked, None
        self._answered[place] = question
        before = self._known.get(place, NONE_FOUND) if place in self._told else NONE_FOUND
        self._known[place] = before.with_news(question.record, self._pieces, answer.claim)
        self._pieces = {}
        self._told.add(place)
        self._failures = 0
        self.changed.emit(place)
        self._ask_next()

    def _begin_again(self) -> None:
        """The process is gone with all it knew: what it was busy with is left until that says something else."""
        self._sent.clear()
        self._told.clear()
        self._gone.clear()
        self._site_sent = None
        self._pieces = {}
        if self._asked is not None:
            place, question = self._asked
            self._asked = None
            self._given_up[place] = question
        self._failures += 1
        if self._failures < _ATTEMPTS:
            self._look()
        else:
            self._waiting.clear()
            self.rested.emit()

    def _forget_all_but(self, places: list[Place]) -> None:
        for gone in self._known.keys() - set(places):
            for kept in (self._known, self._answered, self._given_up, self._sent):
                kept.pop(gone, None)
            self._told.discard(gone)
            self._gone.append(gone)
            self.changed.emit(gone)
