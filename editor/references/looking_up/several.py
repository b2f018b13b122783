"""Looking several papers up, one after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from editor.references.identifiers import Identifier, IdentifierKind
from editor.references.joining import are_same_paper
from editor.references.looking_up.answer import Answer, FailureKind, LookUpFailed
from editor.references.looking_up.catalogue import Catalogue
from editor.references.looking_up.services import CROSSREF, PUBMED


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The answers in the order of the questions, and of the other papers why there is none."""

    answers: tuple[Answer, ...]
    failures: tuple[tuple[Identifier, LookUpFailed], ...] = ()


def look_up_all(
    catalogue: Catalogue,
    identifiers: Sequence[Identifier],
    stop: threading.Event,
    tell: Callable[[int], None],
    *,
    ask_again: bool = False,
    site: str = "",
) -> LookedUp:
    """Look papers up; blocks. `tell` is called with the number of the paper that comes next, from 0.

    Two answers about the same paper, to its DOI and to its PubMed number, are one.
    Once a service cannot be reached or has too much to do, what is left for it is only taken from the answers that
    were kept. Raises LookUpFailed when it is stopped: then nothing of it counts.
    """
    answers: list[Answer] = []
    failed: list[tuple[Identifier, LookUpFailed]] = []
    obstacles: dict[str, LookUpFailed] = {}
    for number, identifier in enumerate(identifiers):
        tell(number)
        obstacle = obstacles.get(CROSSREF if identifier.kind == IdentifierKind.DOI else PUBMED)
        try:
            _add(answers, _looked_up(catalogue, identifier, stop, obstacle, ask_again=ask_again, site=site))
        except LookUpFailed as failure:
            if failure.kind == FailureKind.STOPPED:
                raise
            if failure.service:
                obstacles[failure.service] = failure
            failed.append((identifier, failure))
    return LookedUp(tuple(answers), tuple(failed))


def _add(answers: list[Answer], answer: Answer) -> None:
    for place, known in enumerate(answers):
        if are_same_paper(known.reference, answer.reference):
            answers[place] = known.with_other(answer)
            return
    answers.append(answer)


def _looked_up(
    catalogue: Catalogue,
    identifier: Identifier,
    stop: threading.Event,
    obstacle: LookUpFailed | None,
    *,
    ask_again: bool,
    site: str,
) -> Answer:
    if obstacle is None:
        return catalogue.look_up(identifier, stop, ask_again=ask_again, site=site)
    kept = catalogue.kept(identifier)
    if kept is None:
        raise obstacle
    return replace(kept, why_kept=str(obstacle))
