"""Problems in the window: the list of them, the card of the one that is looked at, and the way to its words."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon

from editor.session import Place
from editor.session.checking.messages import Claim
from editor.session.checking.page_problem import PageProblem
from editor.ui.calendar.evidence_calendar import EvidenceCalendar
from editor.ui.editing import Editing
from editor.ui.notices.kept_records import KeptRecords
from editor.ui.page_view import PageView
from editor.ui.pages.page_finder import PageFinder
from editor.ui.problems.adding_words import AddingWords
from editor.ui.problems.answering import Answering
from editor.ui.problems.checking import Checking
from editor.ui.problems.fixing import Fixing
from editor.ui.problems.kept_answers import KeptAnswers
from editor.ui.problems.page_problems import Counts
from editor.ui.problems.problem_card import ProblemCard
from editor.ui.problems.problem_list import ProblemList
from editor.ui.problems.problem_marking import ProblemMarking
from editor.ui.problems.problem_model import Row
from editor.ui.problems.problem_place import place_of
from editor.ui.problems.problem_rows import ProblemRows
from editor.ui.problems.severity_look import count_words, severity_icon
from editor.ui.signing_off.signing_off import SigningOff
from editor.words import tr

_ALL_EVERY_MS = 500
"""How often, at most, what was found on other pages is shown while one after the other is checked."""


class Problems(QObject):
    """Shows what is found, and goes to it."""

    said = Signal(str)
    went = Signal()
    """A place on a page is to be in sight."""
    changed = Signal()
    """There is a problem to go to, or no longer."""

    def __init__(
        self,
        editing: Editing,
        records: KeptRecords,
        view: PageView,
        finder: PageFinder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._finder = finder
        self._editing, self._session, self._view = editing, editing.session, view
        self.checking = Checking(editing, self)
        self.marking = ProblemMarking(editing, self.checking, view, self)
        self.list = ProblemList(self._session.name_of)
        self.card = ProblemCard()
        self._rows: tuple[Row, ...] = ()
        self._found = ProblemRows(self.checking, self)
        self._current: Row | None = None
        self._place: Place = ""
        self._at = -1
        self._is_followed = False
        self.answers = KeptAnswers(self._session, self.checking, self)
        self.answering = Answering(self._session, self._looked_at, view)
        self.answering.said.connect(self.said)
        self.adding_words = AddingWords(self._session, self._looked_at, self)
        self.adding_words.said.connect(self.said)
        self.adding_words.changed.connect(self.checking.look_again)
        self.adding_words.busy.connect(self.card.add_word.setDisabled)
        self.card.add_word.clicked.connect(self.adding_words.add)
        self.fixing = Fixing(editing, self._looked_at, self.checking.is_current, view)
        self.fixing.said.connect(self.said)
        self.card.fix_wanted.connect(self.fixing.show)
        self.card.not_here.clicked.connect(self.answering.answer)
        self.card.ask_again.clicked.connect(self.answering.ask_again)
        view.add_problems(self.list, self.card)
        self.calendar = EvidenceCalendar(editing, view, self)
        self.calendar.went.connect(self.went)
        self.signing_off = SigningOff(editing, self.checking, view, self)
        self.signing_off.said.connect(self.said)
        self._later = QTimer(self, singleShot=True, interval=_ALL_EVERY_MS)
        self._later.timeout.connect(self._show)
        self.checking.changed.connect(self._take)
        records.changed.connect(self.checking.look_again)
        self.checking.rested.connect(self._show_later)
        self.checking.new_day.connect(self.calendar.look)
        self.list.scope_changed.connect(self._show)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self.show_me)
        view.view_changed.connect(self._show_card)
        self.card.show_me.clicked.connect(self.show_me)
        self.card.next.clicked.connect(self.go_to_next)
        self.card.previous.clicked.connect(self.go_to_previous)
        self.card.closed.connect(self._put_away)

    @property
    def current(self) -> Row | None:
        """The problem that is looked at."""
        return self._current

    def _looked_at(self) -> Row | None:
        return self._current

    def start(self) -> None:
        """Begin to check: everything is read."""
        self.answers.read()
        self.checking.start()

    def close(self) -> None:
        """Check no more."""
        self._later.stop()
        self.calendar.close()
        self.signing_off.close()
        self.answers.close()
        self.adding_words.close()
        self.checking.close()

    # What the actions do

    def show_list(self) -> None:
        """Go to the list."""
        self.went.emit()
        self._view.show_problems()

    def go_to_next(self) -> None:
        """Go to the problem after the one that is looked at."""
        self._go_on(1)

    def go_to_previous(self) -> None:
        """Go to the problem before the one that is looked at."""
        self._go_on(-1)

    def why_none(self) -> str:
        """Why there is no problem to go to."""
        return "" if self._rows else tr("Nothing was found here.")

    def show_me(self) -> None:
        """Put the cursor on the words of the problem that is looked at."""
        row = self._current
        if row is None:
            return
        self._is_followed = True
        self._editing.choose(row.place)
        self.went.emit()
        self.card.show_problem(row, self.list.model.where(row), is_in_sight=True)
        self._view.settle()  # the words are brought into sight above the card
        self._bring(row.place, row.problem)
        self._show_card()

    def _bring(self, place: Place, problem: PageProblem) -> None:
        record = self._session.record(place)
        if record is None:
            return
        where = place_of(problem, record, self._session.site)
        if where.study is not None:
            self._editing.choose_study(where.study.key)
        if where.field is not None:
            self._view.bring_words(where.field, where.span or (0, 0), of_study=where.study is not None)
        elif where.study is not None:
            self._view.show_studies()
        else:
            self._view.show_texts()

    def _go_on(self, by: int) -> None:
        if not self._rows:
            return
        at = self._at + by if self._current is not None or by < 0 else self._at
        at = max(at, 0) if by > 0 else at
        if not 0 <= at < len(self._rows):
            self.said.emit(tr("That was the last problem. It goes on from the other end."))
        self._stand_at(at % len(self._rows))
        self.show_me()

    # What is shown

    def show_now(self) -> None:
        """Show what was found on the page that all else in the window shows now."""
        if self._editing.place != self._place:
            self._show()
        self.marking.show()

    def _take(self, place: Place) -> None:
        """Something else was found at a place, or it has gone."""
        if place == self._editing.place:
            self._show()
        else:
            self._show_later()

    def _show_later(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _show(self) -> None:
        self._place = self._editing.place
        here = self.checking.problems(self._editing.place)
        answered = self._found.answered()
        self._rows = answered if self.list.shows_answered else self._open_rows()
        self._find_current()
        everywhere = self._found.counts_of_all()
        counts = everywhere if self.list.shows_all else Counts() if self.list.shows_answered else here.counts
        self.list.show_rows(self._rows, self._current, counts, self._nothing())
        self.list.show_counts(here.counts, everywhere, len(answered))
        self._finder.show_problems(self._found.badges())
        self._show_claim(here.claim)
        self.list.show_state(self._state(counts))
        count, worst = here.counts.problems, here.counts.worst
        words = tr("Problems ({count})", count=count) if count else tr("Problems")
        sign = QIcon() if worst is None else severity_icon(worst)
        self._view.show_problem_count(words, sign, count_words(here.counts))
        self._show_card()
        self.changed.emit()

    def _open_rows(self) -> tuple[Row, ...]:
        return self._found.of_all() if self.list.shows_all else self._found.at(self._place)

    def _state(self, counts: Counts) -> str:
        """How far checking is, and whether there is more than is listed."""
        left, count = self.checking.left, len(self._rows)
        checking = tr("Checking, {count} pages to go.", count=left) if left > 1 else ""
        if self.list.shows_answered:
            return checking
        more = tr("The worst {count} are listed.", count=count) if sum(counts) > count else ""
        is_old = count and not self.list.shows_all and self.checking.is_given_up(self._place)
        return " ".join(filter(None, (checking, more, _GIVEN_UP if is_old else "")))

    def _show_claim(self, claim: Claim | None) -> None:
        """Say in the list and beside the studies how many are as old as the page says."""
        self.list.claim.show_claim(claim if self.list.of_page.isChecked() else None)
        self._view.studies.claim.show_claim(claim)

    def _nothing(self) -> str:
        if self.list.shows_answered:
            return tr("Nothing was answered as “not a problem”.")
        if self.checking.left:
            return tr("The page is being checked.")
        if self.checking.is_given_up(self._place):
            return _GIVEN_UP
        return tr("Nothing was found. That does not mean that all is right: please read the page too.")

    def _find_current(self) -> None:
        """Keep to the problem that is looked at, where it is still there; else to the one that stands in its place."""
        current = self._current
        if current is None:
            return
        rows = self._rows if self.list.shows_answered else self._found.at(current.place)
        there = next((row for row in rows if row.is_same(current)), None)
        if there is not None and there in self._rows:
            self._stand_at(self._rows.index(there))
        else:
            self._current = None

    def _stand_at(self, at: int) -> None:
        self._at, self._current = at, self._rows[at]
        self.list.choose(self._current)

    def _choose(self, row: Row) -> None:
        if row is not self._current:
            self._at, self._current = self._rows.index(row), row
            self._show_card()

    def _show_card(self) -> None:
        """Show the card below the list for the problem chosen there, below the texts where one was gone to."""
        in_list, row = self._view.shows_problems, self._current
        if row is not None and (in_list or (self._is_followed and self._is_in_sight(row))):
            self.card.show_problem(row, self.list.model.where(row), is_in_sight=not in_list)
        elif self._is_followed and not in_list and self.card.isVisible() and row is None:
            self.card.say_solved()
        else:
            self.card.hide()

    def _is_in_sight(self, row: Row) -> bool:
        """Whether the view in sight is the one with the words of a problem."""
        is_of_study = row.problem.spot.study is not None
        return row.place == self._editing.place and is_of_study == self._view.shows_studies

    def _put_away(self) -> None:
        self._is_followed = False
        self.card.hide()
        self._view.take_keyboard()


_GIVEN_UP = tr(
    "This page could not be checked as it is now. Your work is safe, and the page is tried again when it changes."
    " Please read it yourself."
)
