"""What the checking process is asked and answers: only what differs from the last time goes to and fro.

Each message is its length (four bytes, big end first) and that many bytes of pickle; both ends are this very program.
"""

from __future__ import annotations

import pickle
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study, StudyKey
from editor.session.checking.page_problem import PageProblem

LENGTH = struct.Struct(">I")
MOST_AT_A_TIME = 200
"""Problems; to read them takes a few milliseconds."""
GREETING = 0
"""The number of the answer with which the process tells that it has started."""

Groups = Mapping[StudyKey | None, tuple[PageProblem, ...]]
"""Problems by the study in which they are; None: those of the page's own texts and of the page as a whole."""


@dataclass(frozen=True, slots=True)
class UseSite:
    """The texts that all pages share from now on, and the folder they are in, of which what is new is read: publishers'
    records, the clinic's own checks, the website's look. It gets no answer.
    """

    root: Path
    site: Site


@dataclass(frozen=True, slots=True)
class CheckPage:
    """A page to check: all but its studies, their order, and those of them that the process does not know like this."""

    number: int
    place: str
    page: ConditionPage
    order: tuple[StudyKey, ...]
    studies: tuple[Study, ...]
    today: date
    is_chosen: bool = False
    """Whether it is being worked on, and will be checked again and again."""


@dataclass(frozen=True, slots=True)
class CheckSite:
    """The shared texts themselves are to be checked."""

    number: int
    place: str


@dataclass(frozen=True, slots=True)
class ForgetPage:
    """A page that has gone. It gets no answer."""

    place: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a page promises about the age of its studies, in sentences: how many are, and when that changes next."""

    words: str
    next_change: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: the groups in which that is something else than the last time, empty where nothing is left.

    Where that is much, more answers with the same number follow, lest reading one holds the window up.
    """

    number: int
    groups: Groups
    claim: Claim | None = None
    is_last: bool = True

    def in_pieces(self) -> Iterator[Checked]:
        """The same as answers none of which is long."""
        groups: dict[StudyKey | None, tuple[PageProblem, ...]] = {}
        count = 0
        for study, problems in self.groups.items():
            if count > MOST_AT_A_TIME:
                yield replace(self, groups=groups, is_last=False)
                groups, count = {}, 0
            groups[study] = problems
            count += len(problems)
        yield replace(self, groups=groups)


Request = UseSite | CheckPage | CheckSite | ForgetPage


def message(content: Request | Checked) -> bytes:
    """The bytes of one message."""
    body = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body
