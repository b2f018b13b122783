"""The problems of one page or of the shared texts, as they were found in it at some time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from editor.checks.severity import Severity
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.session.checking.messages import Claim, Groups
from editor.session.checking.page_problem import PageProblem


class Counts(NamedTuple):
    """How many there are of each severity. Where one number stands, it is that of `problems`; hints are told apart."""

    stop: int = 0
    warn: int = 0
    hint: int = 0

    @property
    def problems(self) -> int:
        """How many are to be fixed or looked at: all but hints, which may be left."""
        return self.stop + self.warn

    @property
    def worst(self) -> Severity | None:
        """The worst severity of which there is a problem."""
        return next((severity for severity, count in zip(Severity, self, strict=True) if count), None)

    @classmethod
    def of(cls, problems: Iterable[PageProblem]) -> Counts:
        """How many these are."""
        counted = Counter(problem.severity for problem in problems)
        return cls(*(counted[severity] for severity in Severity))

    def plus(self, other: Counts) -> Counts:
        """These and others."""
        return Counts(*(mine + its for mine, its in zip(self, other, strict=True)))


@dataclass(frozen=True)
class PageProblems:
    """What was found in a record; `groups` are the problems by study, None for those of the page itself."""

    record: ConditionPage | Site
    groups: Groups
    claim: Claim | None = None

    def with_news(self, record: ConditionPage | Site, news: Groups, claim: Claim | None = None) -> PageProblems:
        """What is found now, where these groups are others."""
        groups = {**self.groups, **news}
        return PageProblems(record, {study: problems for study, problems in groups.items() if problems}, claim)

    def but_for(self, is_left_out: Callable[[PageProblem], object]) -> PageProblems:
        """These without some; they themselves where none is left out."""
        groups = {
            study: left
            for study, problems in self.groups.items()
            if (left := tuple(problem for problem in problems if not is_left_out(problem)))
        }
        return self if groups == self.groups else PageProblems(self.record, groups, self.claim)

    @cached_property
    def counts(self) -> Counts:
        """How many there are."""
        return Counts.of(problem for problems in self.groups.values() for problem in problems)

    @cached_property
    def in_order(self) -> tuple[PageProblem, ...]:
        """All of them, the worst first, those as bad as each other in the order of the page."""
        studies = self.record.study_list if isinstance(self.record, ConditionPage) else ()
        places = (None, *(study.key for study in studies))
        found = [problem for place in places for problem in self.groups.get(place, ())]
        return tuple(sorted(found, key=_rank))


NONE_FOUND = PageProblems(Site(), {})


def _rank(problem: PageProblem) -> int:
    return problem.severity.rank
