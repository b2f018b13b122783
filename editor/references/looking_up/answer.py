"""What comes of a look-up: an answer with its date, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from editor.references.reference import Reference


@dataclass(frozen=True, slots=True)
class Answer:
    """What `source` ("Crossref", "PubMed") said of a paper on the day `asked_on`.

    `is_kept` tells that it was kept on this PC from then, and nobody was asked now; `why_kept` are the words for the
    failure of asking now, "" where the kept answer was new enough.
    """

    reference: Reference
    asked_on: date
    source: str
    is_kept: bool = False
    why_kept: str = ""


class FailureKind(Enum):
    """Why there is no answer."""

    OFFLINE = auto()
    """The service could not be reached."""
    NOT_FOUND = auto()
    """The service answered that it knows no such paper."""
    BUSY = auto()
    """It was reached, and did not answer in time, asked to come later or refused."""
    NOT_UNDERSTOOD = auto()
    """Something answered that is no record of a paper."""
    STOPPED = auto()
    """The user stopped it."""


class LookUpFailed(Exception):
    """There is no answer; the text is what staff read: what happened, that nothing was changed, what to do."""

    def __init__(self, kind: FailureKind, words: str) -> None:
        super().__init__(words)
        self.kind = kind
