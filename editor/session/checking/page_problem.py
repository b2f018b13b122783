"""What the window knows of a finding: all in words, without the rule that has found it."""

from __future__ import annotations

from dataclasses import dataclass

from editor.checks.answers import marks_of_finding
from editor.checks.finding import Finding, Fix, Spot
from editor.checks.problem import Problem
from editor.checks.severity import Severity
from editor.content.condition_page import ConditionPage
from editor.words import tr

_PAGE = Spot()


@dataclass(frozen=True, slots=True)
class PageProblem:
    """One problem of a page or of the shared texts.

    `rule` is the public id ("A01") and `name` the fault ("cure_promised"); `message` says what is wrong and what to do;
    `words` are as in Finding; `sources` are the guidance that the rule follows, one after the other; `marks` name the
    answers to it, the first one a new answer; `own_word` is one that the clinic may have in its
    list, "" where that is no cure; `in_file` is the file and line where it is in no text that the window shows.
    One without marks cannot be answered.
    """

    rule: str
    name: str
    severity: Severity
    message: str
    spot: Spot = _PAGE
    words: str = ""
    marks: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    sources: tuple[str, ...] = ()
    own_word: str = ""
    in_file: str = ""

    @classmethod
    def of(cls, finding: Finding, page: ConditionPage | None) -> PageProblem:
        """The finding on a page, or in the shared texts, in words."""
        rule = finding.rule
        return cls(
            rule.id,
            rule.name,
            finding.severity,
            finding.message,
            finding.spot,
            finding.words,
            marks_of_finding(finding, page),
            finding.fixes,
            tuple(source.words for source in rule.sources),
            finding.own_word,
        )

    @classmethod
    def of_file(cls, problem: Problem) -> PageProblem:
        """What is wrong with the checks themselves: in a text that all pages share, or in a file of the clinic's."""
        place = ""
        if problem.field is None:
            place = problem.file
            if problem.line is not None:
                place = tr("{place}, line {line}", place=place, line=problem.line)
        return cls(
            problem.rule,
            problem.rule,
            problem.severity,
            problem.message,
            Spot(problem.field),
            problem.words,
            in_file=place,
        )
