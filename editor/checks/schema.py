"""What breaks the layout of a file: it cannot be read, something required is missing, a value is of no use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from editor.checks.problem import Problem
from editor.content.condition_page import ConditionPage, Status
from editor.content.fields import STUDIES_KEY
from editor.content.reading import FileProblem, PageReading, SiteReading
from editor.content.site import Site
from editor.content.site_values import unusable_values
from editor.words import tr
from editor.yaml_text import Path, YamlText


def page_problems(file: str, reading: PageReading) -> tuple[Problem, ...]:
    """What is wrong with a page's file. Its fields are looked at only where the file itself is in order."""
    if reading.problems or reading.page is None:
        return tuple(_file_problems(file, reading.problems, shown=reading.page is not None))
    return tuple(_field_problems(file, reading.page, reading.source))


def site_problems(file: str, reading: SiteReading) -> tuple[Problem, ...]:
    """What is wrong with the site's file, in which nothing is required; its values are looked at as a page's are."""
    if reading.problems or reading.site is None:
        return tuple(_file_problems(file, reading.problems, shown=reading.site is not None))
    return tuple(
        Problem("site_value_unusable", file, value.message, line_of(reading.source, (value.field,)), value.field)
        for value in unusable_values(reading.site)
    )


def pack_problems(file: str, reading: SiteReading, unknown: Iterable[str], known: Sequence[str]) -> tuple[Problem, ...]:
    """The names in `rule_packs` that are no set of checks, so that what they stand for is not looked at."""
    named = [name.strip() for name in (reading.site or Site()).rule_packs or ()]
    return tuple(
        Problem(
            "rule_pack_unknown",
            file,
            tr(
                "There are no checks called “{name}”, so nothing is looked at for them. Known are: {known}.",
                name=name,
                known=", ".join(known),
            ),
            line_of(reading.source, ("rule_packs", named.index(name))),
            "rule_packs",
            words=name,
        )
        for name in unknown
    )


def _file_problems(file: str, problems: Iterable[FileProblem], *, shown: bool) -> Iterator[Problem]:
    rule = "file_not_editable" if shown else "file_unreadable"
    for problem in problems:
        yield Problem(rule, file, f"{problem.reason} {problem.advice}", problem.line)


def _field_problems(file: str, page: ConditionPage, source: YamlText | None) -> Iterator[Problem]:
    def problem(rule: str, message: str, path: Path, study: int | None = None) -> Problem:
        return Problem(rule, file, message, line_of(source, path), str(path[-1]), study)

    if _says_nothing(page.name):
        yield problem(
            "page_without_name", tr("The page has no name. Give it one: it stands in lists and headings."), ("name",)
        )
    if page.effective_status is None:
        message = tr(
            "The website does not know the status “{word}”. Choose one of {known}.",
            word=page.status or "",
            known=", ".join(Status),
        )
        yield problem("status_unknown", message, ("status",))
    for place, study in enumerate(page.study_list):
        if _says_nothing(study.title):
            message = tr("This study has no title. Copy it from the paper.")
            yield problem("study_without_title", message, (STUDIES_KEY, place, "title"), place + 1)


def _says_nothing(text: str | None) -> bool:
    return text is None or not text.strip()


def line_of(source: YamlText | None, path: Path) -> int | None:
    """The line of the value at a path, or of the innermost thing around it that is there; None for the file itself."""
    while source is not None and path:
        try:
            return source.node(path).line
        except KeyError:
            path = path[:-1]
    return None
