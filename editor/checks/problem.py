"""A problem: what is wrong, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from editor.checks.severity import Severity
from editor.words import tr


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of a file, of the rule that is named after the fault or has a short public id such as "A01".

    `line` counts from 1 and is None where no line can be named; `field` is a field's name as in `content.fields`;
    `study` is the study's place on the page, from 1. `message` says what is wrong and what to do, as sentences;
    `words` are the words that it is about, as they stand in the file; `source` is the guidance that the rule follows.
    """

    rule: str
    file: str
    message: str
    line: int | None = None
    field: str | None = None
    study: int | None = None
    severity: Severity = Severity.STOP
    words: str = ""
    source: str = ""

    def sentence(self) -> str:
        """The problem in one run of words, with its place."""
        place = self.file
        if self.line is not None:
            place = tr("{place}, line {line}", place=place, line=self.line)
        if self.study is not None:
            place = tr("{place}, study {number}", place=place, number=self.study)
        return f"{place}: {self.message}"
