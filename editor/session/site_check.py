"""All that is wrong in a content folder: with its files, and with what its pages say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from editor.checks import Problem, name_problems, page_problems, site_problems
from editor.checks.advertising.own_disclaimers import own_disclaimers
from editor.checks.file_problems import problems_of_page, problems_of_site
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_set import rule_set
from editor.checks.severity import Severity
from editor.content.condition_page import Status
from editor.content.reading import PageReading, SiteReading
from editor.content.site import Site
from editor.session.folder_reading import page_reading, site_reading
from editor.session.page_facts import PageFacts
from editor.storage import ContentFolder
from editor.storage.own_rules import read_own_rules


class SiteCheck:
    """Checks a content folder as it is on disk; it blocks.

    Pages that cannot be read have the problems of their files alone. So have archived ones, which nobody sees. What is
    found in a draft is a hint at most, unless `drafts` are to be taken as seriously as what is on the website.
    """

    def __init__(self, folder: ContentFolder, today: date, *, drafts: bool = False) -> None:
        self._folder = folder
        self._today = today
        self._drafts = drafts
        self.pages = folder.page_files()
        """The pages' files. Reading them raises Unreachable."""

    def problems(self) -> tuple[Problem, ...]:
        """The worst first, those as bad as each other by file and line."""
        return tuple(sorted(self._problems(), key=_place_in_list))

    def _problems(self) -> Iterator[Problem]:
        file, reading = site_reading(self._folder)
        yield from site_problems(file, reading)
        yield from name_problems((*self._folder.site_files(), *self.pages))
        site = reading.site or Site()
        rules = rule_set(site, read_own_rules(self._folder))
        yield from rules.problems
        check = PageCheck(rules.rules)
        yield from self._in_shared_texts(file, reading, check)
        facts = PageFacts(self._folder.root)
        for file in self.pages:
            page = page_reading(self._folder, file)
            yield from page_problems(file, page)
            yield from self._on_page(file, page, site, check, facts)

    def _in_shared_texts(self, file: str, reading: SiteReading, check: PageCheck) -> Iterator[Problem]:
        if reading.site is not None:
            yield from problems_of_site(file, reading.source, check.of_site(reading.site))

    def _on_page(
        self, file: str, reading: PageReading, site: Site, check: PageCheck, facts: PageFacts
    ) -> Iterator[Problem]:
        page = reading.page
        if page is None or reading.problems or page.effective_status is Status.ARCHIVED:
            return
        checked = replace(facts.of(page, site, self._today), own_disclaimers=own_disclaimers(reading.source))
        findings = check.of_page(checked)
        is_mild = page.effective_status is Status.DRAFT and not self._drafts
        for problem in problems_of_page(file, page, reading.source, findings):
            yield replace(problem, severity=Severity.HINT) if is_mild else problem


def _place_in_list(problem: Problem) -> tuple[int, str, int, str, str]:
    return problem.severity.rank, problem.file, problem.line or 0, problem.rule, problem.words
