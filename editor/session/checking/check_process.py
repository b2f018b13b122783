"""The process that checks pages for the window: it is told what has changed, and tells what it finds otherwise."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from editor.checks.advertising.own_disclaimers import OWN_DISCLAIMERS
from editor.checks.evidence.claim_meter import claim_meter
from editor.checks.finding import Finding
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule import Rule
from editor.checks.rules.rule_packs import shipped_names
from editor.checks.rules.rule_set import rule_set
from editor.checks.schema import pack_problems
from editor.content.condition_page import ConditionPage, Status
from editor.content.reading import SiteReading, read_page
from editor.content.site import Site
from editor.content.study import Study, StudyKey
from editor.session.checking.messages import (
    GREETING,
    LENGTH,
    Checked,
    CheckPage,
    CheckSite,
    Claim,
    ForgetPage,
    Groups,
    Request,
    UseSite,
    message,
)
from editor.session.checking.page_problem import PageProblem
from editor.session.page_facts import PageFacts
from editor.storage import ContentFolder, Unreachable
from editor.storage.own_rules import OwnRuleFiles, read_own_rules
from editor.yaml_text import YamlText


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Greet, and answer requests until there are no more. It blocks between them."""
    folder = CheckedFolder()
    _say(Checked(GREETING, {}), answers)
    while (request := _received(requests)) is not None:
        answer = folder.answer(request)
        for piece in () if answer is None else answer.in_pieces():
            _say(piece, answers)


def _say(answer: Checked, answers: BinaryIO) -> None:
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
        self._rules: tuple[Rule, ...] = ()
        self._of_rules: tuple[PageProblem, ...] = ()
        """What is wrong with the rules themselves."""
        self._pages: dict[str, _KnownPage] = {}
        self._surroundings: _Surroundings | None = None

    def answer(self, request: Request) -> Checked | None:
        """Do what is asked; None where nothing is to be answered. Raises KeyError for a page without a site."""
        match request:
            case UseSite():
                self._use(request)
            case ForgetPage():
                self._pages.pop(request.place, None)
            case CheckSite():
                known = self._known(request.place)
                found = known.check.of_site(self._site)
                return Checked(request.number, known.news(found, None, beside=self._of_rules))
            case CheckPage():
                return self._checked(request)
        return None

    def _use(self, request: UseSite) -> None:
        self._site = request.site
        if self._surroundings is None:
            self._surroundings = _Surroundings(request.root)
        else:
            self._surroundings.refresh()
        chosen = rule_set(request.site, self._surroundings.own_rules())
        rules = chosen.rules
        unknown = pack_problems("", SiteReading(request.site, None), chosen.unknown_packs, shipped_names())
        self._of_rules = tuple(map(PageProblem.of_file, (*unknown, *chosen.problems)))
        if rules != self._rules:
            self._rules = rules
            for known in self._pages.values():
                known.check = PageCheck(rules)

    def _checked(self, request: CheckPage) -> Checked:
        if self._surroundings is None:
            raise KeyError(request.place)
        known = self._known(request.place)
        page = known.page_now(request)
        if page.effective_status is Status.ARCHIVED:  # nobody sees it
            return Checked(request.number, known.news((), page))
        facts = self._surroundings.facts(is_chosen=request.is_chosen)
        checked = facts.of(page, self._site, request.today, source=self._surroundings.source(request.place))
        claim = _claim(page, self._site, request.today)
        return Checked(request.number, known.news(known.check.of_page(checked), page), claim)

    def _known(self, place: str) -> _KnownPage:
        known = self._pages.get(place)
        if known is None:
            known = self._pages[place] = _KnownPage(PageCheck(self._rules))
        return known


class _Surroundings:
    """What lies in the content folder beside what the window has told."""

    def __init__(self, root: Path) -> None:
        self._folder = ContentFolder(root)
        self._facts = PageFacts(root)
        self._facts_of_chosen = PageFacts(root)  # it remembers one page, and others are looked at in between

    def refresh(self) -> None:
        """Read what is new."""
        self._facts.refresh()
        self._facts_of_chosen.refresh()

    def facts(self, *, is_chosen: bool) -> PageFacts:
        """What makes a page ready to be checked."""
        return self._facts_of_chosen if is_chosen else self._facts

    def own_rules(self) -> OwnRuleFiles:
        """The clinic's own checks."""
        return read_own_rules(self._folder)

    def source(self, place: str) -> YamlText | None:
        """What the page's file holds, where it may say something under a key that the window leaves as it is."""
        try:
            content = self._folder.read(place)
        except Unreachable:
            return None
        return read_page(content, "").source if OWN_DISCLAIMERS[-1].encode() in content else None


class _KnownPage:
    """A page as it was sent last, and what was answered of it."""

    def __init__(self, check: PageCheck) -> None:
        self.check = check
        self._studies: dict[StudyKey, Study] = {}
        self._told: Groups = {}
        self._words: dict[int, tuple[Finding, tuple[object, ...], PageProblem]] = {}
        """What was made of findings, by which object they are, and at which address; of another study come others."""

    def page_now(self, request: CheckPage) -> ConditionPage:
        """The page as it is now."""
        known = self._studies | {study.key: study for study in request.studies}
        self._studies = {key: known[key] for key in request.order}
        return replace(request.page, studies=tuple(self._studies.values()) or None)

    def news(
        self, findings: Iterable[Finding], page: ConditionPage | None, beside: tuple[PageProblem, ...] = ()
    ) -> Groups:
        """The groups that differ from those told the last time, of a page, or None: of the shared texts.

        `beside` is what else is to be told of the record itself.
        """
        groups: defaultdict[StudyKey | None, list[PageProblem]] = defaultdict(list)
        if beside:
            groups[None] += beside
        before, self._words = self._words, {}
        address = () if page is None else (page.slug, page.old_slugs)
        for finding in findings:
            known = before.get(id(finding))
            if known is None or known[0] is not finding or known[1] != address:
                known = finding, address, PageProblem.of(finding, page)
            self._words[id(finding)] = known
            groups[finding.spot.study].append(known[2])
        found = {study: tuple(problems) for study, problems in groups.items()}
        told, self._told = self._told, found
        news: dict[StudyKey | None, tuple[PageProblem, ...]] = {
            study: problems for study, problems in found.items() if told.get(study) != problems
        }
        return news | {study: () for study in told if study not in found}


def _claim(page: ConditionPage, site: Site, today: date) -> Claim | None:
    meter = claim_meter(page, site, today)
    if meter is None:
        return None
    return Claim(meter.sentence, meter.next_change, is_kept=len(meter.within) == len(meter.ages))
