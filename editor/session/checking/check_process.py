"""The process that checks pages for the window: it is told what has changed, and tells what it finds otherwise."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import BinaryIO

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule import Rule
from editor.checks.rules.rule_packs import packs_for, rules_of
from editor.content.site import Site
from editor.content.study import Study, StudyKey
from editor.session.checking.messages import (
    LENGTH,
    Checked,
    CheckPage,
    CheckSite,
    ForgetPage,
    Groups,
    Request,
    UseSite,
    message,
)
from editor.session.checking.page_problem import PageProblem


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more. It blocks between them."""
    folder = CheckedFolder()
    while (request := _received(requests)) is not None:
        answer = folder.answer(request)
        if answer is not None:
            answers.write(message(answer))
            answers.flush()


def _received(requests: BinaryIO) -> Request | None:
    """The next request; None at the end, also where the window ended in the middle of one."""
    head = requests.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = requests.read(length)
    if len(body) < length:
        return None
    request: Request = pickle.loads(body)
    return request


class CheckedFolder:
    """What the process knows of the window's pages."""

    def __init__(self) -> None:
        self._site = Site()
        self._packs: tuple[str, ...] = ()
        self._rules: tuple[Rule, ...] = ()
        self._pages: dict[str, _KnownPage] = {}

    def answer(self, request: Request) -> Checked | None:
        """Do what is asked; None where nothing is to be answered."""
        match request:
            case UseSite():
                self._use(request)
            case ForgetPage():
                self._pages.pop(request.place, None)
            case CheckSite():
                known = self._known(request.place)
                return Checked(request.number, known.news(known.check.of_site(self._site)))
            case CheckPage():
                return Checked(request.number, self._known(request.place).checked(request, self._site))
        return None

    def _use(self, request: UseSite) -> None:
        self._site = request.site
        packs = packs_for(request.site)
        if packs != self._packs:
            self._packs, self._rules = packs, rules_of(packs)
            for known in self._pages.values():
                known.check = PageCheck(self._rules)

    def _known(self, place: str) -> _KnownPage:
        known = self._pages.get(place)
        if known is None:
            known = self._pages[place] = _KnownPage(PageCheck(self._rules))
        return known


class _KnownPage:
    """A page as it was sent last, and what was answered of it."""

    def __init__(self, check: PageCheck) -> None:
        self.check = check
        self._studies: dict[StudyKey, Study] = {}
        self._told: Groups = {}

    def checked(self, request: CheckPage, site: Site) -> Groups:
        """What is found on the page now, where that is something else."""
        known = self._studies | {study.key: study for study in request.studies}
        self._studies = {key: known[key] for key in request.order}
        page = replace(request.page, studies=tuple(self._studies.values()) or None)
        return self.news(self.check.of_page(CheckedPage(page, site, request.today)))

    def news(self, findings: Iterable[Finding]) -> Groups:
        """The groups that differ from those told the last time."""
        groups: defaultdict[StudyKey | None, list[PageProblem]] = defaultdict(list)
        for finding in findings:
            groups[finding.spot.study].append(PageProblem.of(finding))
        found = {study: tuple(problems) for study, problems in groups.items()}
        told, self._told = self._told, found
        news: dict[StudyKey | None, tuple[PageProblem, ...]] = {
            study: problems for study, problems in found.items() if told.get(study) != problems
        }
        return news | {study: () for study in told if study not in found}
