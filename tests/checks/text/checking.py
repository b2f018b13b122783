"""Texts put before the rules of a pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import rules_of
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study

TODAY = date(2026, 11, 22)
PAGE = ConditionPage("knee", name="Knee pain")
STUDY_FIELDS = frozenset(("title", "authors", "summary", "journal", "publisher"))


def page_with(**texts: str) -> ConditionPage:
    """A page with these texts; those that studies have stand in one study."""
    of_study = {name: text for name, text in texts.items() if name in STUDY_FIELDS}
    page = replace(PAGE, **{name: text for name, text in texts.items() if name not in STUDY_FIELDS})
    return replace(page, studies=(Study(**of_study),)) if of_study else page


def findings(rule: str, page: ConditionPage, site: Site | None = None, html: str = "") -> list[Finding]:
    """What one rule finds on a page."""
    check = PageCheck([one for one in rules_of(("text", "accessibility")) if one.id == rule])
    return list(check.of_page(CheckedPage(page, site or Site(language="en-AU"), TODAY, html)))


def site_findings(rule: str, site: Site) -> list[Finding]:
    """What one rule finds in the texts that all pages share."""
    return list(PageCheck([one for one in rules_of(("text", "accessibility")) if one.id == rule]).of_site(site))


def words_found(rule: str, **texts: str) -> list[str]:
    """The words that one rule finds in these texts of a page."""
    return [finding.words for finding in findings(rule, page_with(**texts))]


def mended(rule: str, **texts: str) -> list[str]:
    """These texts after the first cure of each finding."""
    found = findings(rule, page_with(**texts))
    assert all(fix.changes[0].before in texts.values() for finding in found for fix in finding.fixes)
    return [finding.fixes[0].changes[0].after for finding in found if finding.fixes]
