"""All that is wrong in a content folder: with its files, and with what its pages say."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from editor.checks import Problem, name_problems, pack_problems, page_problems, site_problems
from editor.checks.file_problems import problems_of_page, problems_of_site
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import shipped_names
from editor.checks.rules.rule_set import RuleSet, rule_set
from editor.checks.severity import Severity
from editor.content.condition_page import Status
from editor.content.reading import read_page
from editor.content.site import Site
from editor.render.exporting.digests import digest_of_all
from editor.render.exporting.page_documents import PageDocument, page_documents
from editor.render.style_sheet import stylesheet
from editor.render.theme import THEME_FOLDER, Delivery, ThemeFault
from editor.render.theme_folder import read_theme
from editor.session.folder_reading import site_reading, unreadable_page
from editor.session.page_facts import PageFacts
from editor.session.remembered_checks import RememberedChecks, answers_mark, checking_digest, digest_beside
from editor.storage import ContentFolder, Unreachable
from editor.storage.kept_checks import KeptChecks
from editor.storage.own_rules import read_own_rules
from editor.words import tr


class SiteCheck:
    """Checks a content folder as it is on disk; it blocks.

    Pages that cannot be read have the problems of their files alone. So have archived ones, which nobody sees. What is
    found in a draft is a hint at most, unless `drafts` are to be taken as seriously as what is on the website.
    What was found on pages that are as they were is remembered in `kept`.
    """

    def __init__(
        self, folder: ContentFolder, today: date, *, drafts: bool = False, kept: KeptChecks | None = None
    ) -> None:
        self._folder = folder
        self._today = today
        self._drafts = drafts
        self._kept = kept or KeptChecks(folder.root)
        self._theme = read_theme(folder.root)
        self._site_file, self._site = site_reading(folder)
        self.pages = folder.page_files()
        """The pages' files."""

    def problems(self) -> tuple[Problem, ...]:
        """The worst first, those as bad as each other by file and line. Raises NotExported where the processes that
        make pages as they are exported do not start.
        """
        found = (*self._of_site(), *self._of_look(), *self._of_pages())
        return tuple(sorted(dict.fromkeys(found), key=_place_in_list))

    @functools.cached_property
    def _rules(self) -> RuleSet:
        return rule_set(self._texts, read_own_rules(self._folder))

    @functools.cached_property
    def _check(self) -> PageCheck:
        return PageCheck(self._rules.rules)

    @property
    def _texts(self) -> Site:
        return self._site.site or Site()

    def _of_site(self) -> Iterator[Problem]:
        yield from name_problems((*self._folder.site_files(), *self.pages))
        yield from site_problems(self._site_file, self._site)
        yield from self._rules.problems
        yield from pack_problems(self._site_file, self._site, self._rules.unknown_packs, shipped_names())
        if self._site.site is not None:
            yield from problems_of_site(self._site_file, self._site.source, self._check.of_site(self._site.site))

    def _of_look(self) -> Iterator[Problem]:
        return map(_problem_of_look, (*self._theme.faults, *stylesheet(self._theme, Delivery.LINKED).faults))

    def _of_pages(self) -> Iterator[Problem]:
        remembered = RememberedChecks(self._kept, self._context())
        new: dict[str, bytes] = {}
        for file in self.pages:
            try:
                content = self._folder.read(file)
            except Unreachable as unreachable:
                yield from page_problems(file, unreadable_page(unreachable))
                continue
            found = remembered.of(file, content)
            if found is None:
                new[file] = content
            else:
                yield from found
        facts = PageFacts(self._folder.root) if new else None
        for document in page_documents(self._folder.root, self._texts, self._theme, new) if new else ():
            assert facts is not None
            problems = list(self._of_page(document, new[document.file], facts))
            faults = [notice.fault for notice in document.notices if notice.fault is not None]
            yield from problems
            yield from map(_problem_of_look, faults)
            if not faults:  # a page shows them each time that it is made, and else never
                remembered.take(document.file, new[document.file], problems)
        remembered.keep()

    def _of_page(self, document: PageDocument, content: bytes, facts: PageFacts) -> Iterator[Problem]:
        file = document.file
        reading = read_page(content, PurePosixPath(file).stem)
        yield from page_problems(file, reading)
        page = reading.page
        if page is None or reading.problems or page.effective_status is Status.ARCHIVED:
            return
        if document.problem:
            yield Problem("page_not_shown", file, tr("{why} It is left out of the website.", why=document.problem))
        findings = self._check.of_page(facts.of(page, self._texts, self._today, document.html, reading.source))
        is_mild = page.effective_status is Status.DRAFT and not self._drafts
        for problem in problems_of_page(file, page, reading.source, findings):
            yield replace(problem, severity=Severity.HINT) if is_mild else problem

    def _context(self) -> str:
        """The digest of all that pages' problems depend on beside the pages."""
        return digest_of_all(
            checking_digest(),
            repr(self._texts),
            self._theme.digest,
            digest_beside(self._folder.root),
            answers_mark(),
            repr((self._today, self._drafts)),
        )


def _problem_of_look(fault: ThemeFault) -> Problem:
    message = tr("The website's own look: {reason}.", reason=fault.reason)
    if fault.is_replaced:
        message = tr("{what} The built-in look is shown instead.", what=message)
    file = THEME_FOLDER if fault.file == THEME_FOLDER else f"{THEME_FOLDER}/{fault.file}"
    return Problem("look_faulty", file, message, fault.line, severity=Severity.WARN)


def _place_in_list(problem: Problem) -> tuple[int, str, int, str, str, str]:
    return problem.severity.rank, problem.file, problem.line or 0, problem.rule, problem.words, problem.message
