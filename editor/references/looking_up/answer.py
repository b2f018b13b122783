"""What comes of a look-up: an answer with its date, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from editor.references.joining import joined
from editor.references.reference import Reference
from editor.words import tr


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
    parts: tuple[Answer, ...] = ()
    """The answers of which this one is made, where two services know the paper."""

    @property
    def by_source(self) -> tuple[Answer, ...]:
        """What each service has said, alone."""
        return self.parts or (self,)

    def with_other(self, other: Answer) -> Answer:
        """What both say of the same paper, this one first; as old as the older."""
        parts = self.by_source + other.by_source
        return Answer(
            joined(self.reference, other.reference),
            min(part.asked_on for part in parts),
            tr(" and ").join(dict.fromkeys(part.source for part in parts)),
            is_kept=any(part.is_kept for part in parts),
            why_kept=next((part.why_kept for part in parts if part.why_kept), ""),
            parts=parts,
        )


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
    """There is no answer; the text is what staff read: what happened, that nothing was changed, what to do.

    `service` is which one could not be reached or was busy; "" where it was neither.
    """

    def __init__(self, kind: FailureKind, words: str, service: str = "") -> None:
        super().__init__(words)
        self.kind = kind
        self.service = service
