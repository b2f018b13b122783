"""How often the rules on advertising cry wolf: on texts that nobody wrote for a clinic, the kit's abstracts and titles.

    python -m tests.kits.false_alarms

Each text is checked as if it were a study's summary, by the packs of all three countries. Printed are the alarms of
each rule, by 20 abstracts, and then every alarm in its sentence. Hints are counted apart: they may be left.
"""

from __future__ import annotations

import argparse
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule import Kind, Rule
from editor.checks.rules.rule_packs import rules_of
from editor.checks.severity import Severity
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study
from editor.references.reading import UnsupportedFormat, references_in
from tests.conftest import KITS

PACKS = ("advertising-us", "advertising-uk", "advertising-au")
"""The strictest last: where packs have a rule in common, its severity counts."""
TODAY = date(2026, 11, 22)
JUDGED = {
    ("A08", "has a significant effect"): "true: trials are named, but a sentence of certainty about a whole medicine is"
    " what the rule is for; the same abstract goes on to say that the evidence is not yet there",
}
"""What we think of the alarms that remain, by rule and words."""


@dataclass(frozen=True)
class FalseAlarms:
    """The texts that were looked at, and what was found in them."""

    abstracts: int
    titles: int
    findings: tuple[Finding, ...]

    @property
    def grave(self) -> tuple[Finding, ...]:
        """Those that are no hints."""
        return tuple(finding for finding in self.findings if finding.severity is not Severity.HINT)

    def by_rule(self) -> Counter[str]:
        """How many alarms each rule gave, hints apart."""
        return Counter(finding.rule.id for finding in self.grave)

    def per_20_abstracts(self) -> float:
        """How many alarms come on 20 abstracts with their titles, hints apart."""
        return 20 * len(self.grave) / self.abstracts


def advertising_rules() -> list[Rule]:
    """The rules on advertising of all countries; of the texts of a page they are asked about summaries alone."""
    return [rule for rule in rules_of(PACKS) if rule.kind is Kind.ADVERTISING]


def false_alarms(kit: Path) -> FalseAlarms:
    """What the rules find in the abstracts and titles of the kit on references."""
    abstracts: dict[str, None] = {}
    titles: dict[str, None] = {}
    for name, data in _files(kit):
        try:
            references = references_in(data, name).references
        except UnsupportedFormat:
            continue
        abstracts.update((reference.abstract, None) for reference in references if reference.abstract)
        titles.update((reference.title, None) for reference in references if reference.title)
    check, page = PageCheck(advertising_rules()), ConditionPage("page", name="Page")
    findings: list[Finding] = []
    for text in (*abstracts, *titles):
        summed_up = replace(page, studies=(Study(title="Study", summary=text),))
        findings += check.of_page(CheckedPage(summed_up, Site(), TODAY))
    return FalseAlarms(len(abstracts), len(titles), tuple(findings))


def _files(kit: Path) -> Iterator[tuple[str, bytes]]:
    """The kit's files, those of its archives too."""
    for path in sorted(kit.rglob("*")):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                yield from ((name, archive.read(name)) for name in archive.namelist() if not name.endswith("/"))
        elif path.is_file() and path.suffix != ".py":
            yield path.name, path.read_bytes()


def main() -> None:
    """Print the rates and the alarms."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kit", nargs="?", type=Path, default=KITS / "references")
    alarms = false_alarms(parser.parse_args().kit)
    print(f"{alarms.abstracts} abstracts and {alarms.titles} titles; alarms by rule (in brackets: by 20 abstracts)")
    counted = alarms.by_rule()
    for rule in advertising_rules():
        if rule.severity is not Severity.HINT:
            print(f"  {rule.id} {rule.severity:4} {rule.name:32} {counted[rule.id]:3}")
    print(f"in all {len(alarms.grave)}: {alarms.per_20_abstracts():.3f} by 20 abstracts;", end=" ")
    print(f"{len(alarms.findings) - len(alarms.grave)} hints beside")
    for finding in alarms.findings:
        print(f"\n{finding.rule.id} {finding.severity}: “{finding.words}” in: {' '.join(finding.basis.split())}")
        print(f"  judged: {JUDGED.get((finding.rule.id, finding.words), 'not yet')}")


if __name__ == "__main__":
    main()
