"""Small pages of invented studies on which rules are tried."""

from __future__ import annotations

from datetime import date
from typing import Any

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import shipped_pack
from editor.content.condition_page import ConditionPage
from editor.content.shared_texts import References, SiteResearch
from editor.content.site import Site
from editor.content.study import Study

TODAY = date(2026, 11, 22)


def dated(*dates: str) -> tuple[Study, ...]:
    """A study of each of these dates."""
    return tuple(Study(title=f"Paper {number}", date=one) for number, one in enumerate(dates, start=1))


def site_saying(*lead: str, years: str | None = None, research: str | None = None) -> Site:
    """A site with these words above the list of studies."""
    return Site(research=SiteResearch(lead=research), references=References(lead=lead, window_years=years))


def page_with(*studies: Study, **texts: Any) -> ConditionPage:
    """A page with these studies."""
    return ConditionPage("knee", studies=studies, **({"name": "Knee pain"} | texts))


def found(page: ConditionPage, rule: str, site: Site | None = None, **known: Any) -> list[Finding]:
    """What the shipped rule of this id finds on a page."""
    pack = shipped_pack("evidence")
    assert pack is not None
    rules = [one for one in pack.rules if one.id == rule]
    assert rules, f"no rule {rule}"
    return list(PageCheck(rules).of_page(CheckedPage(page, site or Site(), TODAY, **known)))
