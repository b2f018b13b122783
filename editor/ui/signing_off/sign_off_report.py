"""What the report says, as HTML to be read, printed and signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from editor.checks.answers import Answer
from editor.checks.evidence.in_sentences import date_in_words
from editor.checks.severity import Severity
from editor.content.condition_page import ConditionPage
from editor.content.dates import StudyDate
from editor.content.page_texts import page_texts
from editor.content.site import Site
from editor.session.checking.messages import Claim
from editor.session.checking.page_problem import PageProblem
from editor.ui.problems.answer_words import answer_words
from editor.ui.problems.problem_place import where_words
from editor.ui.problems.severity_look import SEVERITY_HELP, SEVERITY_WORDS
from editor.words import tr, tr_count

_STYLE = """
body { font: 11pt/1.45 "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #000; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5em; } h2 { font-size: 1.2em; margin-top: 1.6em; border-bottom: 1px solid #888; }
h3 { font-size: 1em; margin-bottom: .2em; } li { margin: .4em 0; break-inside: avoid; }
table { border-collapse: collapse; }
th { text-align: left; white-space: nowrap; vertical-align: top; padding: .2em 1.5em .2em 0; }
.page { border-left: 3px solid #888; padding-left: 1em; } .page h1 { font-size: 1.3em; }
.page p { margin: .4em 0; } .page h2, .page h3 { font-size: 1.05em; border: 0; }
.quiet { color: #444; } .lines p { margin: 2.2em 0 0; border-bottom: 1px solid #000; max-width: 28rem; }
.lines { break-inside: avoid; } @page { margin: 18mm; } @media print { body { margin: 0; padding: 0; } }
"""


@dataclass(frozen=True, slots=True)
class Reported:
    """A page as it is reported of: `problems` are open, and `shared` are open in the texts that all pages share;
    `answered` are none by what staff have said, in either. `page_html` is the page itself, "" where that is not asked
    for.
    """

    page: ConditionPage
    site: Site
    today: date
    claim: Claim | None
    problems: Sequence[PageProblem]
    answered: Sequence[tuple[PageProblem, Answer]]
    shared: Sequence[PageProblem] = ()
    is_unsaved: bool = False
    page_html: str = ""


def sign_off_report(told: Reported) -> str:
    """The report as a whole HTML file."""
    name = told.page.name or told.page.slug
    title = tr("{page}: report for sign-off", page=name)
    parts = (
        f"<h1>{escape(title)}</h1>",
        *_about(told),
        *_page(told),
        _heading(tr("Studies")),
        *_studies(told),
        _heading(tr("What the checks have found")),
        _quiet(tr("The checks find only some of what may be wrong. Please read the page too.")),
        *_problems(told.problems, told.page),
        *_shared(told),
        *_answered(told),
        _heading(tr("Sign-off")),
        *_lines(),
    )
    language = escape((told.site.language or "en").strip(), quote=True)
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head>\n<body>\n'
        + "\n".join(parts)
        + "\n</body></html>\n"
    )


def _about(told: Reported) -> Iterator[str]:
    page, texts = told.page, page_texts(told.site, told.page)
    day = StudyDate(told.today.year, told.today.month, told.today.day).in_words
    rows = (
        (tr("Clinic"), told.site.name or ""),
        (tr("Browser title"), texts.title),
        (tr("Heading"), texts.heading),
        (tr("Last reviewed"), date_in_words(page.last_reviewed or "") or tr("never, as far as the page says")),
        (tr("Reviewed by"), page.reviewed_by or ""),
        (tr("Next review"), date_in_words(page.review_due or "") or tr("no date is set")),
        (tr("Report made on"), day),
    )
    cells = (f"<tr><th>{escape(label)}</th><td>{escape(words)}</td></tr>" for label, words in rows if words.strip())
    yield "<table>" + "".join(cells) + "</table>"
    if told.is_unsaved:
        yield _quiet(tr("The page has changes that were not saved yet when this report was made."))


def _page(told: Reported) -> Iterator[str]:
    if told.page_html:
        yield _heading(tr("The page"))
        yield f'<article class="page">{told.page_html}</article>'


def _studies(told: Reported) -> Iterator[str]:
    count = len(told.page.study_list)
    yield _paragraph(tr_count("The page lists 1 study.", "The page lists {count} studies.", count))
    if told.claim is not None:
        yield _paragraph(f"{told.claim.words} {told.claim.next_change}".strip())


def _problems(problems: Sequence[PageProblem], record: ConditionPage | Site) -> Iterator[str]:
    if not problems:
        yield _paragraph(tr("Nothing was found that is still open."))
    for severity in Severity:
        found = [problem for problem in problems if problem.severity is severity]
        if found:
            heading = tr("{severity} ({count})", severity=SEVERITY_WORDS[severity], count=len(found))
            yield f"<h3>{escape(heading)}</h3>"
            yield _quiet(SEVERITY_HELP[severity])
            yield _list(_problem(problem, record) for problem in found)


def _shared(told: Reported) -> Iterator[str]:
    if told.shared:
        yield _heading(tr("Found in the texts that all pages share"))
        yield from _problems(told.shared, told.site)


def _problem(problem: PageProblem, record: ConditionPage | Site) -> str:
    where = where_words(problem, record) or tr("The page as a whole")
    words = f"<b>{escape(where)}</b><br>{escape(problem.message)}"
    if problem.sources:
        sources = tr("Based on: {sources}", sources="; ".join(problem.sources))
        words += f'<br><span class="quiet">{escape(sources)}</span>'
    return words


def _answered(told: Reported) -> Iterator[str]:
    if told.answered:
        yield _heading(tr("Answered as “not a problem here”"))
        yield _list(
            f"{_problem(problem, told.page)}<br>{escape(answer_words(answer))}" for problem, answer in told.answered
        )


def _lines() -> Iterator[str]:
    yield _paragraph(tr("I have read this page and what is listed above."))
    lines = "".join(_paragraph(words) for words in (tr("Name"), tr("Date"), tr("Signature")))
    yield f'<div class="lines">{lines}</div>'


def _heading(words: str) -> str:
    return f"<h2>{escape(words)}</h2>"


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _quiet(words: str) -> str:
    return f'<p class="quiet">{escape(words)}</p>'


def _list(entries: Iterator[str]) -> str:
    return "<ol>" + "".join(f"<li>{entry}</li>" for entry in entries) + "</ol>"
