"""Looks at pages with a set of rules and remembers, text by text, what it has found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from editor.checks.checked_page import CheckedPage
from editor.checks.finders import IN_TEXT, ON_PAGE
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.found import Found
from editor.checks.prose.passage import Passage, fields_in, passages_of_page, passages_of_site
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.content.site import Site


class PageCheck:
    """Checks one page again and again, as while it is edited, or the site's texts."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._of_page = tuple(rule for rule in rules if rule.find in ON_PAGE)
        self._by_field: dict[str, list[Rule]] = {}
        for rule in rules:
            for name in fields_in(rule.fields) if rule.find in IN_TEXT else ():
                self._by_field.setdefault(name, []).append(rule)
        self._known: dict[Passage, tuple[Finding, ...]] = {}

    def of_page(self, checked: CheckedPage) -> tuple[Finding, ...]:
        """What is found on a page and in its studies, the worst first, else in the page's order."""
        found = [*self._in_texts(passages_of_page(checked.page))]
        for rule in self._of_page:
            found += ON_PAGE[rule.find](rule, checked)
        return in_order(found)

    def of_site(self, site: Site) -> tuple[Finding, ...]:
        """What is found in the texts that all pages share."""
        return in_order(self._in_texts(passages_of_site(site)))

    def _in_texts(self, passages: Iterable[Passage]) -> Iterator[Finding]:
        """Looks only at texts that are new since the last time."""
        before, self._known = self._known, {}
        for passage in passages:
            if rules := self._by_field.get(passage.field):
                found = before.get(passage)
                if found is None:
                    found = tuple(_in_text(rules, Prose(passage)))
                self._known[passage] = found
                yield from found


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The worst first; those as bad as each other in the order given."""
    return tuple(sorted(findings, key=lambda finding: finding.severity.rank))


def _in_text(rules: Sequence[Rule], prose: Prose) -> Iterator[Finding]:
    for rule in rules:
        for found in IN_TEXT[rule.find](rule, prose):
            yield _finding(rule, prose, found)


def _finding(rule: Rule, prose: Prose, found: Found) -> Finding:
    passage, text = prose.passage, prose.text
    begin, end = prose.sentence_at(found.start)
    fixes: tuple[Fix, ...] = ()
    if found.mended is not None and passage.item is None:
        mended = text[: found.start] + found.mended + text[found.end :]
        fixes = (Fix(found.mend, (TextChange(passage.field, text, mended, passage.study),)),)
    return Finding(
        rule,
        Spot(passage.field, passage.study, passage.item, found.start, found.end),
        text[found.start : found.end],
        text[begin:end],
        found.values,
        fixes,
        found.milder,
    )
