"""The page of today and what the rules find on it, for a test and a table.

The page's words and what is to be found are not ours and never stand in the project: they are read from beside it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from editor.checks.finding import Finding
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_set import rule_set
from editor.content.condition_page import ConditionPage
from editor.references.page_text.page_of_text import page_of_text
from editor.session.page_facts import PageFacts
from tests.test_page_of_today import NAME, NAME_IN_TEXT, PAGE_OF_TODAY, PageOfToday

RULES = PAGE_OF_TODAY.with_name("rules-researched.yaml")
TODAY = date(2026, 11, 22)
Wanted = dict[str, Any]


class CheckedToday:
    """The page as it is entered line by line or, `imported`, as the text of a web page, and all that is found on it."""

    def __init__(self, *, imported: bool = False) -> None:
        text = PAGE_OF_TODAY.read_text(encoding="utf-8")
        lines = PageOfToday(text)
        self.site = replace(lines.site(), language="en-AU")
        self.page = page_of_text(text, self.site).page("back") if imported else _entered(lines)
        check = PageCheck(rule_set(self.site).rules)
        self._places = {study.key: place for place, study in enumerate(self.page.study_list, 1)}
        with tempfile.TemporaryDirectory() as folder:
            checked = PageFacts(Path(folder)).of(self.page, self.site, TODAY)
        self.findings = (*check.of_page(checked), *check.of_site(self.site))

    def study_of(self, finding: Finding) -> int | None:
        """The study's place on the page, from 1; None where the finding is of none."""
        return None if finding.spot.study is None else self._places[finding.spot.study]

    def is_meant(self, finding: Finding, wanted: Wanted) -> bool:
        """Whether a finding is one that the list of what must or must not be found speaks of."""
        field, study = finding.spot.field or "", self.study_of(finding)
        studies = wanted.get("studies") or ([wanted["study"]] if "study" in wanted else [])
        words = " ".join(str(wanted.get("words", "")).split())
        found = " ".join(finding.words.split())
        return (
            _is_rule(finding.rule.id, wanted.get("rule", ""))
            and _is_field(field, study, wanted.get("field", ""))
            and (not studies or study in studies)
            and (not words or words in found or (bool(found) and found in words))
            and finding.severity in wanted.get("severity", finding.severity)
        )


def wanted_findings(kind: str) -> list[Wanted]:
    """What must be found ("must_find") or must not ("must_not_trip")."""
    found: list[Wanted] = yaml.safe_load(RULES.read_text(encoding="utf-8"))["seed_findings"][kind]
    return list(_each_study(found))


def _each_study(wanted: list[Wanted]) -> Iterator[Wanted]:
    """One for each study where several are named at once; what must not be said of two together stays whole."""
    for one in wanted:
        if "studies" in one and "severity" not in one:
            rest = {key: value for key, value in one.items() if key != "studies"}
            yield from ({**rest, "study": study} for study in one["studies"])
        else:
            yield one


def _entered(lines: PageOfToday) -> ConditionPage:
    return ConditionPage(
        "back", name=NAME, name_in_text=NAME_IN_TEXT, intro=lines.intro(), studies=tuple(lines.studies())
    )


def _is_rule(rule: str, wanted: str) -> bool:
    first, to, last = wanted.partition(" to ")
    return (first <= rule <= last) if to else not wanted or rule == wanted


def _is_field(field: str, study: int | None, wanted: str) -> bool:
    """Fields are named as in the program, or in words, as in "title of a study"."""
    name, of_a_study, _ = wanted.partition(" of a study")
    if of_a_study:
        return study is not None and field == name
    return not wanted or field in (wanted, f"{wanted}_template")
