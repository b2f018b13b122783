"""Marks what was found where it stands: under the words in the boxes, in the table of studies, and in the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject

from editor.checks.severity import Severity
from editor.content.condition_page import ConditionPage
from editor.content.fields import Field
from editor.content.study import StudyKey
from editor.session import Place
from editor.session.checking.page_problem import PageProblem
from editor.ui.editing import Editing
from editor.ui.forms.text_box import TextBox
from editor.ui.page_view import PageView
from editor.ui.problems.checking import Checking
from editor.ui.problems.page_problems import PageProblems
from editor.ui.problems.problem_place import place_of
from editor.ui.problems.severity_look import SEVERITY_SIGNS, SEVERITY_WORDS
from editor.ui.problems.underlines import Underlined, Underlines
from editor.ui.studies.study_model import ProblemMark
from editor.words import tr

_MARKED = (Severity.STOP, Severity.WARN)
"""In the table; a hint for each row would hide them."""


class ProblemMarking(QObject):
    """Marks what the boxes and the table show; while one types, the lines stay at the words that they are under."""

    def __init__(self, editing: Editing, checking: Checking, view: PageView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing, self._checking, self._view = editing, checking, view
        self._lines: dict[TextBox, Underlines] = {}
        self._in_table: PageProblems | None = None
        self._shown_at: tuple[Place, StudyKey | None] | None = None
        checking.changed.connect(self._take)
        for form in (view.page_form, view.site_form, view.studies.card):
            form.made.connect(self.show)

    def show(self) -> None:
        """Mark what was found on the chosen page; where it says something else by now, that is still to come."""
        place, study = self._editing.place, self._editing.study
        at = place, None if study is None else study.key
        if not self._checking.is_current(place):
            if at != self._shown_at:  # the boxes hold other texts
                self._clear()
            return
        self._shown_at = at
        found, record = self._checking.problems(place), self._editing.session.record(place)
        if found is not self._in_table:
            self._in_table = found
            self._view.studies.table.show_problems(_marks(found))
        if isinstance(record, ConditionPage):
            self._underline(self._view.page_form.boxes(), found.groups.get(None, ()))
            if study is not None:
                self._underline(self._view.studies.card.boxes(), found.groups.get(study.key, ()))
        elif record is not None:
            self._underline(self._view.site_form.boxes(), found.groups.get(None, ()))

    def _take(self, place: str) -> None:
        if place == self._editing.place:
            self.show()

    def _clear(self) -> None:
        self._shown_at = None
        for lines in self._lines.values():
            lines.show(())

    def _underline(self, boxes: Mapping[Field, TextBox], problems: Iterable[PageProblem]) -> None:
        record, site = self._editing.session.record(self._editing.place), self._editing.session.site
        by_field: defaultdict[Field, list[Underlined]] = defaultdict(list)
        for problem in problems:
            place = None if record is None else place_of(problem, record, site)
            if place is not None and place.field is not None:
                by_field[place.field].append(Underlined(place.span, problem.severity, problem.message))
        for field, box in boxes.items():
            if box not in self._lines and by_field[field]:
                self._lines[box] = Underlines(box)
            if box in self._lines:
                self._lines[box].show(by_field[field])


def _marks(found: PageProblems) -> dict[StudyKey, ProblemMark]:
    """A sign for each study in which something is to be fixed or looked at."""
    marks = {}
    for study, problems in found.groups.items():
        worst = min((problem.severity for problem in problems), key=_rank)
        if study is not None and worst in _MARKED:
            said = (_said(problem) for problem in sorted(problems, key=_problem_rank))
            marks[study] = ProblemMark(SEVERITY_SIGNS[worst], "\n".join(said))
    return marks


def _said(problem: PageProblem) -> str:
    return tr("{severity}: {problem}", severity=SEVERITY_WORDS[problem.severity], problem=problem.message)


def _rank(severity: Severity) -> int:
    return severity.rank


def _problem_rank(problem: PageProblem) -> int:
    return problem.severity.rank
