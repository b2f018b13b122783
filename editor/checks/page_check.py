"""Looks at pages with a set of rules and remembers, text by text, what it has found."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editor.checks.checked_page import CheckedPage
from editor.checks.finders import IN_TEXT, ON_PAGE, ON_SITE
from editor.checks.finding import Finding
from editor.checks.prose.named_titles import NamedTitles
from editor.checks.prose.passage import Passage, fields_in, passages_of
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule, Unless
from editor.checks.text_finding import finding_in
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study

_MOST_IN_TEXT = 100
"""Findings of one rule in one text: more help nobody, and each has a cure as long as the text."""

_Texts = tuple[tuple[Passage, tuple[Finding, ...]], ...]
"""The texts of a record in which something was found, with what it was."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found in a record's texts; `shown` is the rest of it without what stands in one of `titles`."""

    texts: _Texts
    titles: NamedTitles
    shown: tuple[Finding, ...]


class PageCheck:
    """Checks one page again and again, as while it is edited, or the site's texts."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._of_page = tuple(rule for rule in rules if rule.find in ON_PAGE)
        self._of_site = tuple(rule for rule in rules if rule.find in ON_SITE)
        self._by_field: dict[str, list[Rule]] = {}
        for rule in rules:
            for name in fields_in(rule.fields) if rule.find in IN_TEXT else ():
                self._by_field.setdefault(name, []).append(rule)
        self._texts: dict[Passage, tuple[Finding, ...]] = {}
        self._studies: dict[Study, _Known] = {}
        self._titles = NamedTitles(())

    def of_page(self, checked: CheckedPage) -> tuple[Finding, ...]:
        """What is found on a page and in its studies, the worst first, else in the page's order."""
        studies = checked.page.study_list
        titles = tuple(study.title for study in studies)
        if titles != self._titles.titles:
            self._titles = NamedTitles(titles)
        found = [*_without_titles(self._in_texts(checked.page), self._titles)]
        before, self._studies = self._studies, {}
        for study in studies:
            known = self._studies[study] = self._in_study(study, before.get(study))
            found += known.shown
        for rule in self._of_page:
            found += ON_PAGE[rule.find](rule, checked)
        return in_order(found)

    def of_site(self, site: Site) -> tuple[Finding, ...]:
        """What is found in the texts that all pages share."""
        found = [finding for _, findings in self._in_texts(site) for finding in findings]
        for rule in self._of_site:
            found += ON_SITE[rule.find](rule, site)
        return in_order(found)

    def _in_texts(self, record: ConditionPage | Site) -> _Texts:
        """Looks only at texts that are new since the last time."""
        before, self._texts = self._texts, {}
        for passage in passages_of(record):
            if passage.field in self._by_field:
                known = before.get(passage)
                self._texts[passage] = self._in_text(passage) if known is None else known
        return tuple((passage, found) for passage, found in self._texts.items() if found)

    def _in_study(self, study: Study, known: _Known | None) -> _Known:
        """What is found in a study that may be known from the last time, then perhaps among other titles."""
        if known is not None and known.titles is self._titles:
            return known
        if known is None:
            passages = (passage for passage in passages_of(study) if passage.field in self._by_field)
            texts = tuple((passage, found) for passage in passages if (found := self._in_text(passage)))
        else:
            texts = known.texts
        return _Known(texts, self._titles, tuple(_without_titles(texts, self._titles)))

    def _in_text(self, passage: Passage) -> tuple[Finding, ...]:
        prose = Prose(passage)
        rules = self._by_field[passage.field]
        return tuple(
            finding_in(rule, prose, found)
            for rule in rules
            for found in itertools.islice(IN_TEXT[rule.find](rule, prose), _MOST_IN_TEXT)
        )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The worst first; those as bad as each other in the order given."""
    return tuple(sorted(findings, key=lambda finding: finding.severity.rank))


def _without_titles(texts: _Texts, titles: NamedTitles) -> Iterator[Finding]:
    """The findings but for those within a paper's title, by rules that let quotations pass."""
    for passage, findings in texts:
        spans = titles.spans(passage.text) if any(Unless.QUOTED in found.rule.unless for found in findings) else ()
        for finding in findings:
            start, end = finding.spot.start or 0, finding.spot.end or 0
            if Unless.QUOTED not in finding.rule.unless or not any(a <= start and end <= b for a, b in spans):
                yield finding
