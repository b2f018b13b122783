"""The command `check`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from editor.checks import Problem
from editor.checks.severity import Severity
from editor.commands.saying import CANNOT_START, DONE, PROBLEMS, say, say_error
from editor.commands.starting import content_folder
from editor.render.exporting.report import NotExported
from editor.session.site_check import SiteCheck
from editor.words import tr, tr_count


def check(
    root: Path, today: date, *, fail_on: Severity = Severity.STOP, as_json: bool = False, drafts: bool = False
) -> int:
    """Print what is wrong with the content folder `root`, one line for each problem, the worst first."""
    folder = content_folder(root)
    if folder is None:
        return CANNOT_START
    try:
        site = SiteCheck(folder, today, drafts=drafts)
        problems = site.problems()
    except NotExported:
        say_error(
            tr(
                "The part of this program that checks the pages does not start, or has stopped, so nothing was checked."
                " Try again; if it stays so, install the program again."
            )
        )
        return CANNOT_START
    if as_json:
        say(_json(problems))
    else:
        say("\n".join([*map(_sentence, problems), _summary(problems, len(site.pages))]))
    return PROBLEMS if any(problem.severity.rank <= fail_on.rank for problem in problems) else DONE


def _sentence(problem: Problem) -> str:
    """A problem in one line, whatever the words have that it is about."""
    return " ".join(f"{problem.severity}: {problem.sentence()} ({problem.rule})".split())


def _summary(problems: Sequence[Problem], pages: int) -> str:
    looked_at = tr_count("one page", "{count} pages", pages)
    if not problems:
        return tr("No problems found in {pages}.", pages=looked_at)
    counts = Counter(problem.severity for problem in problems)
    found = ", ".join(f"{counts[severity]} {severity}" for severity in Severity if counts[severity])
    count = tr_count(
        "One problem found in {pages}", "{count} problems found in {pages}", len(problems), pages=looked_at
    )
    return tr("{count}: {found}.", count=count, found=found)


def _json(problems: Sequence[Problem]) -> str:
    """A list with one problem a line, in letters that every console and every program can take."""
    lines = [json.dumps(_said(problem)) for problem in problems]
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"


def _said(problem: Problem) -> dict[str, str | int | None]:
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "file": problem.file,
        "line": problem.line,
        "field": problem.field,
        "study": problem.study,
        "words": problem.words,
        "message": problem.message,
        "source": problem.source,
    }
