"""What the window says of look-ups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from editor.references.identifiers import Identifier
from editor.references.looking_up import Answer, FailureKind, LookedUp
from editor.ui.local_times import day_words
from editor.words import tr

_MOST_NAMES = 8


def progress(identifiers: Sequence[Identifier], number: int) -> str:
    """What is being looked up: the paper of that number, counted from 0; without identifiers, a citation."""
    if not identifiers:
        return tr("Looking for papers like this in Crossref...")
    if len(identifiers) == 1:
        return tr("Looking up {paper}...", paper=identifiers[0])
    return tr(
        "Looking up {number} of {all}: {paper}", number=number + 1, all=len(identifiers), paper=identifiers[number]
    )


def stopped() -> str:
    """The user has stopped it."""
    return tr("Looking up was stopped. Nothing was changed.")


def not_found(looked_up: LookedUp) -> str:
    """Which of the papers were not found, and what to do."""
    failures = looked_up.failures
    if len(failures) == 1:
        return str(failures[0][1])
    names = [str(identifier) for identifier, _ in failures]
    listed = ", ".join(names[:_MOST_NAMES])
    if len(names) > _MOST_NAMES:
        listed = tr("{papers} and {count} more", papers=listed, count=len(names) - _MOST_NAMES)
    return " ".join((tr("Could not be looked up: {papers}.", papers=listed), why_not(looked_up)))


def why_not(looked_up: LookedUp) -> str:
    """Why some papers were not found, and what to do, without saying which."""
    failures = [failure for _, failure in looked_up.failures]
    if len(failures) == 1:
        return str(failures[0])
    obstacles = [failure for failure in failures if failure.kind != FailureKind.NOT_FOUND]
    if obstacles:
        return str(obstacles[0])
    return tr("Nothing was changed. Compare their numbers with those on the papers' pages, their ends above all.")


def origin(answer: Answer, today: date) -> str:
    """From whom an answer is and from when: "Crossref, asked today"; and that no newer one could be had."""
    days = (today - answer.asked_on).days
    when = tr("asked on {day}", day=day_words(answer.asked_on))
    if days <= 1:
        when = tr("asked yesterday") if days == 1 else tr("asked today")
    words = tr("{source}, {when}", source=answer.source, when=when)
    if answer.why_kept:
        return tr("{answer} and kept on this PC, as it can't be asked now", answer=words)
    return tr("{answer} and kept on this PC", answer=words) if answer.is_kept and days > 0 else words
