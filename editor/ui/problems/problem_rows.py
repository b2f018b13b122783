"""What the checks have found as rows of the list, and as numbers."""

from __future__ import annotations

from PySide6.QtCore import QObject

from editor.session import Place
from editor.ui.pages.entries import Badge
from editor.ui.problems.checking import Checking
from editor.ui.problems.page_problems import NONE_FOUND, Counts, PageProblems
from editor.ui.problems.problem_model import Row
from editor.ui.problems.severity_look import badge_of

MOST_LISTED = 1000
"""Nobody reads on where there are more; what is mended makes room for others."""


class ProblemRows(QObject):
    """Makes the rows of a page once, for as long as nothing else is found there."""

    def __init__(self, checking: Checking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checking = checking
        self._known: dict[Place, tuple[PageProblems, tuple[Row, ...]]] = {}
        checking.changed.connect(self._forget_gone)

    def at(self, place: Place) -> tuple[Row, ...]:
        """Those of a page, the worst first."""
        found = self._checking.problems(place)
        known = self._known.get(place)
        if known is None or known[0] is not found:
            known = found, tuple(Row(place, found.record, problem) for problem in found.in_order)
            self._known[place] = known
        return known[1]

    def of_all(self) -> tuple[Row, ...]:
        """The worst of all pages, page by page for each severity."""
        places = sorted(self._checking.places)
        rows: list[Row] = []
        for number in range(len(Counts())):
            for place in places:
                counts = self._checking.problems(place).counts
                if counts[number] and len(rows) < MOST_LISTED:
                    begin = sum(counts[:number])
                    rows += self.at(place)[begin : begin + counts[number]]
        return tuple(rows[:MOST_LISTED])

    def answered(self) -> tuple[Row, ...]:
        """What staff have answered as no problem, on all pages."""
        return tuple(
            Row(place, record, problem, answer)
            for place in sorted(self._checking.places)
            if (record := self._checking.problems(place).record)
            for problem, answer in self._checking.answered(place)
        )

    def counts_of_all(self) -> Counts:
        """How many there are on all pages."""
        total = Counts()
        for place in self._checking.places:
            total = total.plus(self._checking.problems(place).counts)
        return total

    def badges(self) -> dict[Place, Badge]:
        """What the list of pages shows, by page."""
        every = ((place, self._checking.problems(place).counts) for place in self._checking.places)
        return {place: badge for place, counts in every if (badge := badge_of(counts)) is not None}

    def _forget_gone(self, place: Place) -> None:
        if self._checking.problems(place) is NONE_FOUND:
            self._known.pop(place, None)
