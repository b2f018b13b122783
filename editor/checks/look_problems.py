"""What is wrong with the website's own style sheet, which all pages share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.checks.accessibility.contrast import pale_texts
from editor.checks.file_problems import cited
from editor.checks.finding import Finding
from editor.checks.problem import Problem
from editor.checks.rules.rule import Rule

_PALE = "text_too_pale"


def look_problems(file: str, style: str, rules: Iterable[Rule]) -> Iterator[Problem]:
    """A problem for each rule of the style sheet whose text is too pale, where the checks of text that is are on."""
    for rule in rules:
        if rule.find == _PALE:
            for pale in pale_texts(style):
                finding = Finding(rule, words=pale.selector, values=pale.values)
                source = "; ".join(map(cited, rule.sources))
                yield Problem(
                    rule.id, file, finding.message, pale.line, None, None, rule.severity, pale.selector, source
                )
