"""How a severity is told: by a word, by the drawing beside it, and in sentences about many."""

from __future__ import annotations

import functools

from PySide6.QtGui import QColor, QIcon, QPalette

from editor.checks.severity import Severity
from editor.ui.look.colours import alarm_colour, legible_colour
from editor.ui.look.icons import icon
from editor.ui.pages.entries import Badge
from editor.ui.problems.page_problems import Counts
from editor.words import tr, tr_count

SEVERITY_WORDS = {Severity.STOP: tr("Fix first"), Severity.WARN: tr("Please check"), Severity.HINT: tr("Hint")}
SEVERITY_HELP = {
    Severity.STOP: tr("Do not publish the page like this without a good reason."),
    Severity.WARN: tr("This may be wrong or out of date. Have a look."),
    Severity.HINT: tr("The page would be better for it; it may also be left."),
}
_AMBER = QColor(160, 96, 0)


SEVERITY_SIGNS = {Severity.STOP: "problem_stop", Severity.WARN: "notice", Severity.HINT: "problem_hint"}
"""The names of their drawings: an octagon, a triangle, a circle."""


def severity_icon(severity: Severity) -> QIcon:
    """The sign of a severity."""
    return icon(SEVERITY_SIGNS[severity])


def severity_colour(severity: Severity, palette: QPalette) -> QColor:
    """Red, amber, or that of links: each can be read on the palette's backgrounds."""
    if severity is Severity.STOP:
        return alarm_colour(palette)
    wanted = _AMBER if severity is Severity.WARN else palette.color(QPalette.ColorRole.Link)
    return legible_colour(wanted, palette)


@functools.lru_cache  # after each look at a page, those of all pages are asked for
def badge_of(counts: Counts) -> Badge | None:
    """What the list of pages shows: the sign of the worst and how many problems; None without even a hint."""
    worst = counts.worst
    if worst is None:
        return None
    return Badge(SEVERITY_SIGNS[worst], counts.problems, count_words(counts))


def count_words(counts: Counts) -> str:
    """How many problems, how many of them matter most, and how many hints beside them: "4 problems (1 to fix
    first), 2 hints"; "" where there is nothing.
    """
    if counts.worst is None:
        return ""
    hints = tr_count("1 hint", "{count} hints", counts.hint)
    if not counts.problems:
        return tr("No problems, {hints}", hints=hints)
    problems = tr_count("1 problem", "{count} problems", counts.problems)
    if counts.stop:
        problems = tr("{problems} ({count} to fix first)", problems=problems, count=counts.stop)
    return tr("{problems}, {hints}", problems=problems, hints=hints) if counts.hint else problems
