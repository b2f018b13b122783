"""What the calendar says of each thing that is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from editor.checks.evidence.due_dates import Due
from editor.checks.evidence.in_sentences import date_in_words, short
from editor.content.dates import StudyDate
from editor.words import tr, tr_count


@dataclass(frozen=True, slots=True)
class DueRow:
    """One line of the calendar."""

    due: Due
    when: str
    what: str
    page: str
    is_late: bool


def due_row(due: Due, page: str, today: date) -> DueRow:
    """What is due, as a line."""
    return DueRow(due, _when(due, today), _what(due), page, due.is_late(today))


def summary(rows: tuple[DueRow, ...]) -> str:
    """How much there is, in sentences."""
    late = sum(row.is_late for row in rows)
    undated = sum(row.due.day is None for row in rows)
    said = [
        tr_count("1 review is overdue.", "{count} reviews are overdue.", late) if late else tr("No review is overdue."),
        tr_count("1 page has no next review.", "{count} pages have no next review.", undated) if undated else "",
    ]
    return " ".join(filter(None, said))


def _when(due: Due, today: date) -> str:
    if due.day is None:
        return tr("No date")
    if due.is_review:
        words = date_in_words(due.stated) if due.stated else _in_words(due.day)
        return tr("Overdue: {date}", date=words) if due.is_late(today) else words
    return _in_words(due.day + timedelta(days=1))


def _what(due: Due) -> str:
    if not due.is_review:
        return tr("Too old for “{promise}”: {title}", promise=due.promise, title=short(due.title))
    if due.day is None:
        return tr("No next review is set")
    return tr("Next review") if due.stated else tr("A year since the last review")


def _in_words(day: date) -> str:
    return StudyDate(day.year, day.month, day.day).in_words
