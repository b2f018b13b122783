"""Asking Crossref and PubMed for the papers that words name: by their identifiers, or as a citation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from editor.references.identifiers import papers_in, words_without
from editor.references.looking_up import Answer, Catalogue
from editor.ui.adding.source import Source
from editor.ui.looking_up import look_up_words
from editor.ui.looking_up.looking_up import LookingUp
from editor.words import tr

_LEAST_WORDS, _LONGEST_CITATION = 3, 2000
"""Words of a citation that can be found by them, and characters."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What was found, and what was not, in words."""

    source: Source
    not_found: tuple[str, ...]


class Asking(QObject):
    """Asks for the papers that some words name, and tells once what came of it."""

    progressed = Signal(str)
    answered = Signal(object)
    """What was found: `Answered`."""
    refused = Signal(str)
    """Why nothing was found, in words for staff."""

    def __init__(
        self, catalogue: Callable[[], Catalogue], site: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._looking_up = LookingUp(catalogue, site, self)
        self._answers: tuple[Answer, ...] = ()
        self._failure = ""
        self._words = ""
        self._is_guess = False
        self._looking_up.progressed.connect(self.progressed)
        self._looking_up.found.connect(self._take)
        self._looking_up.failed.connect(self._take_failure)
        self._looking_up.ended.connect(self._tell)

    def ask(self, words: str, *, ask_again: bool = False) -> None:
        """Ask for what words name, if they may name anything; else it tells at once that they do not.

        With `ask_again` also for papers of which this PC has kept a new answer.
        """
        self._answers, self._failure, self._words = (), "", words
        papers = papers_in(words)
        self._is_guess = not papers
        if papers:
            self._looking_up.look_up(papers, ask_again=ask_again)
        elif reason := words_without(words) or _why_no_citation(words):
            self.refused.emit(reason)
        else:
            self._looking_up.find(words)

    def stop(self) -> None:
        """Ask no more; nothing is told."""
        if self._looking_up.is_running:
            self._answers = ()
            self._looking_up.cancel()

    def _take(self, answers: tuple[Answer, ...]) -> None:
        self._answers = answers

    def _take_failure(self, words: str) -> None:
        self._failure = words

    def _tell(self) -> None:
        if not self._answers:
            self.refused.emit(self._failure)
            return
        origins = dict.fromkeys(look_up_words.origin(answer, date.today()) for answer in self._answers)
        not_found = (self._failure,) if self._failure else ()
        source = Source(tr("({origins})", origins="; ".join(origins)), self._words, self._answers, self._is_guess)
        self.answered.emit(Answered(source, not_found))


def _why_no_citation(words: str) -> str:
    if len(words) > _LONGEST_CITATION:
        return tr(
            "No study was found in this. Paste a link, a DOI or a PubMed number, or what PubMed or Zotero exports."
        )
    if len(words.split()) < _LEAST_WORDS:
        return tr("That is too little to find a paper by. Paste its link, its DOI, its PubMed number or its title.")
    return ""
