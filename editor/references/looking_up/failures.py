"""What can go wrong with a look-up, in words for whoever sits at reception."""

from __future__ import annotations

import math

from editor.references.identifiers import Identifier, IdentifierKind
from editor.references.looking_up.answer import FailureKind, LookUpFailed
from editor.words import tr, tr_count

_MINUTE = 60


def offline(service: str) -> LookUpFailed:
    """The service can't be reached."""
    return LookUpFailed(
        FailureKind.OFFLINE,
        tr(
            "{service} can't be reached from this PC. Nothing was changed. Check the internet connection and try "
            "again; everything but looking up works without it.",
            service=service,
        ),
        service,
    )


def proxy_refuses(service: str) -> LookUpFailed:
    """What stands between the clinic and the internet lets nothing through."""
    return LookUpFailed(
        FailureKind.OFFLINE,
        tr(
            "The clinic's network (its proxy) does not let this program reach {service}. Nothing was changed. Ask "
            "whoever looks after the computers to allow it.",
            service=service,
        ),
        service,
    )


def not_trusted(service: str) -> LookUpFailed:
    """Whoever answered could not prove to be the service."""
    return LookUpFailed(
        FailureKind.OFFLINE,
        tr(
            "This PC can't be sure that it is {service} that answers, so it was not asked. Nothing was changed. "
            "Check that the PC's date is right; if it is, ask whoever looks after the computers.",
            service=service,
        ),
        service,
    )


def took_too_long(service: str) -> LookUpFailed:
    """No answer in the time that a person waits."""
    return LookUpFailed(
        FailureKind.BUSY,
        tr(
            "{service} took too long to answer. Nothing was changed. Try again in a few minutes.",
            service=service,
        ),
        service,
    )


def asks_to_wait(service: str, seconds: float) -> LookUpFailed:
    """The service has too much to do; `seconds` are how long it asks to wait, 0 if it does not say."""
    if seconds <= _MINUTE:
        when = tr("Try again in a minute.")
    elif seconds <= 60 * _MINUTE:
        minutes = math.ceil(seconds / _MINUTE)
        when = tr_count("Try again in a minute.", "Try again in {count} minutes.", minutes)
    else:
        when = tr("Try again later today or tomorrow.")
    words = tr("{service} has too much to do just now. Nothing was changed. {when}", service=service, when=when)
    return LookUpFailed(FailureKind.BUSY, words, service)


def refused(service: str, code: int) -> LookUpFailed:
    """The service answers, but with something else than a record; `code` is the status of the answer."""
    return LookUpFailed(
        FailureKind.BUSY,
        tr(
            "{service} did not answer the question (it said {code}). Nothing was changed. Try again later; if it stays "
            "so, tell whoever looks after the computers that number.",
            service=service,
            code=code,
        ),
        service,
    )


def broken_off(service: str) -> LookUpFailed:
    """The answer ended in its middle."""
    return LookUpFailed(
        FailureKind.NOT_UNDERSTOOD,
        tr(
            "The connection to {service} broke off before its answer was complete. Nothing was changed. Try again.",
            service=service,
        ),
    )


def not_understood(service: str) -> LookUpFailed:
    """The answer is no record of a paper."""
    return LookUpFailed(
        FailureKind.NOT_UNDERSTOOD,
        tr(
            "What came as {service}'s answer could not be read. Nothing was changed. Try again later; if you are in a "
            "network that asks to log in, open any website in the browser first.",
            service=service,
        ),
    )


def answered_by_another(service: str) -> LookUpFailed:
    """The question was led elsewhere, as networks do that want a log-in."""
    return LookUpFailed(
        FailureKind.NOT_UNDERSTOOD,
        tr(
            "Somebody else than {service} answered, so the answer was not used. Nothing was changed. If you are in a "
            "network that asks to log in, open any website in the browser first, then try again.",
            service=service,
        ),
    )


def unknown_there(service: str) -> LookUpFailed:
    """The service has nothing at that address."""
    return LookUpFailed(FailureKind.NOT_FOUND, tr("{service} does not know it. Nothing was changed.", service=service))


def unknown_paper(identifier: Identifier) -> LookUpFailed:
    """Nobody who was asked knows a paper by this identifier."""
    match identifier.kind:
        case IdentifierKind.DOI:
            words = tr(
                "Neither Crossref nor PubMed knows the DOI {doi}. Nothing was changed. Compare it with the one on the "
                "paper's page, its end above all; or type the study's fields yourself.",
                doi=identifier.value,
            )
        case IdentifierKind.PMID:
            words = tr(
                "PubMed has no paper with the number {number}. Nothing was changed. Compare it with the one on the "
                "paper's page in PubMed, or paste its DOI.",
                number=identifier.value,
            )
        case IdentifierKind.PMCID:
            words = tr(
                "PubMed does not know the paper {number} of PubMed Central. Nothing was changed. Open the paper, copy "
                "its DOI (it begins with 10.), and paste that.",
                number=identifier.value,
            )
    return LookUpFailed(FailureKind.NOT_FOUND, words)


def unknown_citation() -> LookUpFailed:
    """No paper is like the citation."""
    return LookUpFailed(
        FailureKind.NOT_FOUND,
        tr(
            "Crossref found no paper like this. Nothing was changed. Paste the paper's whole title, or its DOI (it "
            "begins with 10.)."
        ),
    )


def stopped() -> LookUpFailed:
    """The user stopped it."""
    return LookUpFailed(FailureKind.STOPPED, tr("Looking up was stopped. Nothing was changed."))
