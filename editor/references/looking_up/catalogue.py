"""Looking papers up by what they are known by, or by what a citation says of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from editor.references.identifiers import Identifier
from editor.references.looking_up import failures
from editor.references.looking_up.answer import Answer, FailureKind, LookUpFailed
from editor.references.looking_up.asking import Asking, Record, references_of
from editor.references.looking_up.patience import Pace, Patience
from editor.references.looking_up.services import CROSSREF, GAPS, Question, Services, user_agent
from editor.storage.kept_answers import KeptAnswer, KeptAnswers

NEW_ENOUGH = timedelta(days=7)
"""For so long an answer is used without asking anew."""


def _now() -> datetime:
    return datetime.now(UTC)


class Catalogue:
    """Crossref and PubMed, with the answers that this PC has kept; one for the window, used from any thread.

    `clock` gives the time now, in UTC.
    """

    def __init__(
        self,
        services: Services | None = None,
        kept: KeptAnswers | None = None,
        patience: Patience | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self._services = services or Services()
        self._kept = kept or KeptAnswers()
        self._patience = patience or Patience()
        self._clock = clock
        self._paces = {service: Pace(gap) for service, gap in GAPS.items()}

    def look_up(
        self, identifier: Identifier, stop: threading.Event, *, ask_again: bool = False, site: str = ""
    ) -> Answer:
        """What is known of the paper; blocks. `site` is the address of the clinic's website, for the services.

        An answer kept on this PC is used while it is new enough, unless `ask_again`, and also an older one where no
        new one can be had. Raises LookUpFailed.
        """
        kept = self._kept.kept(_name(identifier))
        answer = _answer_of(kept)
        if kept and answer and not ask_again and abs(self._clock() - kept.asked_at) < NEW_ENOUGH:
            return answer
        try:
            return self._asked(identifier, stop, site)
        except LookUpFailed as failure:
            if answer is None or failure.kind in {FailureKind.STOPPED, FailureKind.NOT_FOUND}:
                raise
            return replace(answer, why_kept=str(failure))

    def kept(self, identifier: Identifier) -> Answer | None:
        """What this PC has kept of an earlier answer, however old; asks nobody."""
        return _answer_of(self._kept.kept(_name(identifier)))

    def find(self, citation: str, stop: threading.Event, *, site: str = "") -> tuple[Answer, ...]:
        """The few papers that are most like a citation, the likeliest first; blocks. Raises LookUpFailed."""
        if not citation.strip():
            raise failures.unknown_citation()
        data = self._asking(stop, site).fetched(self._services.search(citation))
        asked_on = self._clock().astimezone().date()
        found = references_of(data, CROSSREF)
        if not found:
            raise failures.unknown_citation()
        return tuple(Answer(reference, asked_on, CROSSREF) for reference in found)

    def _asked(self, identifier: Identifier, stop: threading.Event, site: str) -> Answer:
        record = self._asking(stop, site).record(identifier)
        asked_at = self._clock()
        self._kept.keep(_name(identifier), KeptAnswer(record.data, asked_at, record.source))
        return Answer(record.reference, asked_at.astimezone().date(), record.source)

    def _asking(self, stop: threading.Event, site: str) -> Asking:
        def fetched(question: Question) -> bytes:
            from editor.references.looking_up.fetching import fetch  # what speaks to the network, at the first question

            return fetch(question, user_agent(site), self._paces[question.service], self._patience, stop)

        return Asking(self._services, fetched)


def _name(identifier: Identifier) -> str:
    """What an answer is kept under; a DOI is the same in large and small letters."""
    return f"{identifier.kind.name}:{identifier.value.casefold()}"


def _answer_of(kept: KeptAnswer | None) -> Answer | None:
    """What a kept answer says; None for one that cannot be read any more."""
    if kept is None:
        return None
    try:
        record = Record.of(kept.source, kept.data)
    except LookUpFailed:
        return None
    return Answer(record.reference, kept.asked_at.astimezone().date(), kept.source, is_kept=True)
