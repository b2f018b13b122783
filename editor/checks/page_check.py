"""Looks at pages with a set of rules and remembers, text by text, what it has found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from editor.checks.checked_page import CheckedPage
from editor.checks.finders import IN_TEXT, ON_PAGE, ON_SITE
from editor.checks.finding import Finding
from editor.checks.prose.named_titles import NamedTitles
from editor.checks.prose.passage import Passage, fields_in, passages_of_page, passages_of_site
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule, Unless
from editor.checks.text_finding import finding_in
from editor.content.site import Site


class PageCheck:
    """Checks one page again and again, as while it is edited, or the site's texts."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._of_page = tuple(rule for rule in rules if rule.find in ON_PAGE)
        self._of_site = tuple(rule for rule in rules if rule.find in ON_SITE)
        self._by_field: dict[str, list[Rule]] = {}
        for rule in rules:
            for name in fields_in(rule.fields) if rule.find in IN_TEXT else ():
                self._by_field.setdefault(name, []).append(rule)
        self._known: dict[Passage, tuple[Finding, ...]] = {}

    def of_page(self, checked: CheckedPage) -> tuple[Finding, ...]:
        """What is found on a page and in its studies, the worst first, else in the page's order."""
        titles = NamedTitles(study.title for study in checked.page.study_list)
        found = [*self._in_texts(passages_of_page(checked.page), titles)]
        for rule in self._of_page:
            found += ON_PAGE[rule.find](rule, checked)
        return in_order(found)

    def of_site(self, site: Site) -> tuple[Finding, ...]:
        """What is found in the texts that all pages share."""
        found = [*self._in_texts(passages_of_site(site), NamedTitles(()))]
        for rule in self._of_site:
            found += ON_SITE[rule.find](rule, site)
        return in_order(found)

    def _in_texts(self, passages: Iterable[Passage], titles: NamedTitles) -> Iterator[Finding]:
        """Looks only at texts that are new since the last time."""
        before, self._known = self._known, {}
        for passage in passages:
            if rules := self._by_field.get(passage.field):
                found = before.get(passage)
                if found is None:
                    found = tuple(_in_text(rules, Prose(passage)))
                self._known[passage] = found
                yield from _without_titles(passage.text, found, titles) if found else ()


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The worst first; those as bad as each other in the order given."""
    return tuple(sorted(findings, key=lambda finding: finding.severity.rank))


def _without_titles(text: str, findings: Sequence[Finding], titles: NamedTitles) -> Iterator[Finding]:
    """The findings but for those within a paper's title, by rules that let quotations pass."""
    spans = titles.spans(text) if any(Unless.QUOTED in finding.rule.unless for finding in findings) else ()
    for finding in findings:
        start, end = finding.spot.start or 0, finding.spot.end or 0
        if Unless.QUOTED not in finding.rule.unless or not any(a <= start and end <= b for a, b in spans):
            yield finding


def _in_text(rules: Sequence[Rule], prose: Prose) -> Iterator[Finding]:
    for rule in rules:
        for found in IN_TEXT[rule.find](rule, prose):
            yield finding_in(rule, prose, found)
