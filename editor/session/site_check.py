"""All that is wrong in a content folder: with its files, and with what its pages say."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from editor.checks import Problem, name_problems, pack_problems, page_problems, site_problems
from editor.checks.file_problems import problems_of_site
from editor.checks.look_problems import look_problems
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import shipped_names
from editor.checks.rules.rule_set import RuleSet, rule_set
from editor.checks.severity import Severity
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.paths import CHECK_WORKER_ARGUMENT
from editor.render.exporting.digests import digest_of_all, file_digest
from editor.render.exporting.messages import IndexJob, Made, seconds_for
from editor.render.exporting.page_workers import PageWorkers, own_command
from editor.render.exporting.source import ExportOptions
from editor.render.style_sheet import stylesheet
from editor.render.theme import STYLE, THEME_FOLDER, Delivery, ThemeFault
from editor.render.theme_folder import read_theme
from editor.session.answers import answers_in
from editor.session.checking.page_checker import CheckedMade, CheckJob, CheckSettings
from editor.session.folder_reading import site_reading, unreadable_page
from editor.session.remembered_checks import RememberedChecks, answers_mark, checking_digest, digest_beside
from editor.storage import ContentFolder, Unreachable
from editor.storage.kept_checks import KeptChecks
from editor.storage.own_rules import read_own_rules
from editor.words import tr

_LOOK_SECONDS = 0.1
"""How soon it is seen that a page takes too long."""
_CHECK_SECONDS = 5.0
_SLOWER = 3.0
"""How much longer than an export checking a page may take."""
_LISTED = ConditionPage("page", name="Page", description="Description", aliases=("Alias",))
"""What stands in the list of all pages to see whether its template can be used."""


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
        self._style = stylesheet(self._theme, Delivery.LINKED)
        self._site_file, self._site = site_reading(folder)
        self.pages = folder.page_files()
        """The pages' files."""

    def problems(self) -> tuple[Problem, ...]:
        """The worst first, those as bad as each other by file and line. Raises NotExported where the processes that
        check the pages do not start.
        """
        remembered = RememberedChecks(self._kept, self._context())
        found = dict.fromkeys((*self._of_files(), *self._of_contents(remembered)))
        remembered.keep()
        return tuple(sorted(found, key=_place_in_list))

    @functools.cached_property
    def _rules(self) -> RuleSet:
        return rule_set(self._texts, read_own_rules(self._folder))

    @property
    def _texts(self) -> Site:
        return self._site.site or Site()

    def _of_files(self) -> Iterator[Problem]:
        yield from name_problems((*self._folder.site_files(), *self.pages))
        yield from self._rules.problems
        yield from pack_problems(self._site_file, self._site, self._rules.unknown_packs, shipped_names())
        yield from map(_problem_of_look, (*self._theme.faults, *self._style.faults))
        if STYLE in self._theme.own:
            yield from look_problems(f"{THEME_FOLDER}/{STYLE}", self._theme.text(STYLE), self._rules.rules)

    def _of_site(self) -> Iterator[Problem]:
        yield from site_problems(self._site_file, self._site)
        if self._site.site is not None:
            found = PageCheck(self._rules.rules).of_site(self._site.site)
            findings = answers_in(self._folder.root).open(found, None)
            yield from problems_of_site(self._site_file, self._site.source, findings)

    def _of_contents(self, remembered: RememberedChecks) -> Iterator[Problem]:
        """The problems of the site's and the pages' texts; those that are remembered come first."""
        mark = file_digest(self._folder.root / self._site_file).encode()
        found = remembered.of(self._site_file, mark)
        if found is None:
            found = list(self._of_site())
            remembered.take(self._site_file, mark, found)
        yield from found
        new: dict[str, bytes] = {}
        for file in self.pages:
            try:
                content = self._folder.read(file)
            except Unreachable as unreachable:
                yield from page_problems(file, unreadable_page(unreachable))
                continue
            known = remembered.of(file, content)
            if known is None:
                new[file] = content
            yield from known or ()
        if remembered.of(THEME_FOLDER, b"") is None or new:
            yield from self._of_new(new, remembered)

    def _of_new(self, contents: Mapping[str, bytes], remembered: RememberedChecks) -> Iterator[Problem]:
        for file, made in self._checked(contents):
            faults = [notice.fault for notice in made.notices if notice.fault is not None]
            yield from map(_problem_of_look, faults)
            problems = list(made.problems) if isinstance(made, CheckedMade) else []
            if isinstance(made, CheckedMade) or not made.problem:
                if not faults:  # a page shows them each time that it is made, and else never
                    remembered.take(file, contents.get(file, b""), problems)
            else:
                why = tr("{why} So this page was not checked, and an export leaves it out.", why=made.problem)
                problems = [Problem("page_takes_too_long", file, why)]
            yield from problems

    def _checked(self, contents: Mapping[str, bytes]) -> Iterator[tuple[str, Made]]:
        """What became of each page, in the order in which it is known: several are checked at once, in processes that
        are ended when a page takes too long. The list of all pages, which only a look can spoil, counts as its folder.
        """
        files = list(contents)
        with TemporaryDirectory(prefix="clinic-page-editor-") as staging:
            settings = CheckSettings(
                site=self._texts,
                theme=self._theme,
                style=self._style.html,
                options=ExportOptions(drafts=True),
                content_folder=self._folder.root,
                staging=Path(staging),
                today=self._today,
                drafts=self._drafts,
            )
            workers = PageWorkers(settings, own_command(CHECK_WORKER_ARGUMENT))
            try:
                for number, file in enumerate(files):
                    content = contents[file]
                    seconds = _CHECK_SECONDS + _SLOWER * seconds_for(content)
                    workers.ask(CheckJob(number, PurePosixPath(file).stem, content, seconds, file=file))
                workers.ask(IndexJob(len(files), (_LISTED,), _CHECK_SECONDS))
                files.append(THEME_FOLDER)
                while workers.is_busy:
                    yield from ((files[made.number], made) for made in workers.take(_LOOK_SECONDS))
            finally:
                workers.close()

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
