"""What patients say of their treatment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.found import Found
from editor.checks.pattern_search import matches
from editor.checks.prose.prose import Prose
from editor.checks.rules.phrases import compiled
from editor.checks.rules.rule import Rule

_QUOTED = re.compile(
    '(?<=\u201c)[^\u201c\u201d]*(?=\u201d)|(?<=")[^"\n]+(?=")|(?<=^> ).*$'
    "|(?<=(?<!\\w)\u2018)(?:[^\u2018\u2019\n]|(?<=\\w)\u2019(?=\\w))*(?=\u2019(?!\\w))",
    re.MULTILINE,
)
_FIRST_PERSON = re.compile("\\b(?:I|I['\u2019](?:m|ve|d|ll)|my|me|myself|we)\\b")


def found_testimonials(rule: Rule, prose: Prose) -> Iterator[Found]:
    """Where the rule's pattern is found, and quotations in which somebody speaks of himself and of a word in the rule's
    list, such as pain.
    """
    told = [Found(*match.span()) for match in matches(rule, prose)]
    about = compiled(rule.words)
    for quotation in _QUOTED.finditer(prose.bare):
        start, end = quotation.span()
        if any(start <= found.start < end for found in told):
            continue
        if _FIRST_PERSON.search(prose.bare, start, end) and about.search(prose.bare, start, end):
            told.append(Found(start, end))
    yield from sorted(told, key=lambda found: found.start)
