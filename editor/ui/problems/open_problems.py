"""Which of the problems found are open, and which staff have answered as none."""

from __future__ import annotations

from editor.checks.answers import Answer
from editor.session import Place
from editor.session.answers import Answers
from editor.session.checking.page_problem import PageProblem
from editor.ui.problems.page_problems import PageProblems


class OpenProblems:
    """Leaves out what is answered; remembers that for as long as the same was found and answered."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._version = answers.version
        self._known: dict[Place, tuple[PageProblems, PageProblems]] = {}

    def of(self, place: Place, found: PageProblems) -> PageProblems:
        """What of this is open."""
        if self._version != self._answers.version:
            self._version = self._answers.version
            self._known.clear()
        known = self._known.get(place)
        if known is None or known[0] is not found:
            known = self._known[place] = found, found.but_for(self.answer_to)
        return known[1]

    def answer_to(self, problem: PageProblem) -> Answer | None:
        """What staff have answered to a problem; None where it is open."""
        return self._answers.of(problem.marks)
