"""What the window says of an answer."""

from __future__ import annotations

from editor.checks.answers import Answer
from editor.content.dates import StudyDate
from editor.words import tr


def answer_words(answer: Answer) -> str:
    """The reason, who gave it and when."""
    day = StudyDate(answer.on.year, answer.on.month, answer.on.day).in_words
    if answer.by:
        return tr("“{reason}” ({name}, {day})", reason=answer.reason, name=answer.by, day=day)
    return tr("“{reason}” ({day})", reason=answer.reason, day=day)
