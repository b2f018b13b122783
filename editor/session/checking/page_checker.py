"""The process that checks pages for the command: it makes each as an export does, and looks at what has come of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import BinaryIO

from editor.checks import Problem, page_problems
from editor.checks.file_problems import problems_of_page
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_set import rule_set
from editor.checks.severity import Severity
from editor.content.condition_page import Status
from editor.content.reading import read_page
from editor.render.exporting import page_worker
from editor.render.exporting.messages import Job, Made, PageJob, Settings
from editor.render.exporting.page_worker import Begin, PageMaker
from editor.session.answers import answers_in
from editor.session.page_facts import PageFacts
from editor.storage import ContentFolder
from editor.storage.own_rules import read_own_rules
from editor.words import tr


@dataclass(frozen=True, slots=True)
class CheckSettings(Settings):
    """What is the same for all pages: beside the export's settings the day, and whether drafts are as serious."""

    today: date = date.min
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class CheckJob(PageJob):
    """A page to check, by the bytes of its `file`."""

    file: str = ""


@dataclass(frozen=True, slots=True)
class CheckedMade(Made):
    """What became of a page, and the problems that it has."""

    problems: tuple[Problem, ...] = ()


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Check what is asked for until there is no more. It blocks between the requests."""
    page_worker.serve(requests, answers, _PageChecker)


class _PageChecker(PageMaker):
    """Makes pages, keeps them nowhere and checks them."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        assert isinstance(settings, CheckSettings)
        self._site, self._today, self._drafts = settings.site, settings.today, settings.drafts
        root = settings.content_folder
        self._check = PageCheck(rule_set(settings.site, read_own_rules(ContentFolder(root))).rules)
        self._facts = PageFacts(root)
        self._answers = answers_in(root)
        self._html = ""

    def made(self, job: Job, begin: Begin) -> Made:
        """Make the page and check it."""
        self._html = ""
        made = super().made(job, begin)
        if not isinstance(job, CheckJob):
            return made
        if job.aloud:
            begin(tr("What this page says"), job.seconds)
        found = {field.name: getattr(made, field.name) for field in fields(made)}
        return CheckedMade(**found, problems=tuple(self._problems(job)))

    def _written(self, _job: Job, html: str, made: Made) -> Made:
        self._html = html
        return made

    def _problems(self, job: CheckJob) -> Iterator[Problem]:
        assert isinstance(job.content, bytes)
        reading = read_page(job.content, job.slug)
        yield from page_problems(job.file, reading)
        page = reading.page
        if page is None or reading.problems or page.effective_status is Status.ARCHIVED:
            return
        checked = self._facts.of(page, self._site, self._today, self._html, reading.source)
        findings = self._answers.open(self._check.of_page(checked), page)
        is_mild = page.effective_status is Status.DRAFT and not self._drafts
        for problem in problems_of_page(job.file, page, reading.source, findings):
            yield replace(problem, severity=Severity.HINT) if is_mild else problem
