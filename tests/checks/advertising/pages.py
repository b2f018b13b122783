"""Pages with one text, for tests of rules on wording."""

from __future__ import annotations

import functools
from dataclasses import replace
from datetime import date

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import rules_of
from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, field_named
from editor.content.site import Site
from editor.content.study import Study

TODAY = date(2026, 11, 22)
PAGE = ConditionPage("knee", name="Knee pain")


@functools.cache
def check_of(pack: str) -> PageCheck:
    """The rules of one pack."""
    return PageCheck(rules_of([pack]))


def found_in(text: str, field: str = "intro", pack: str = "advertising-au") -> tuple[Finding, ...]:
    """What is found on a page that has this text in one field, or in its study's summary."""
    if field == "summary":
        page = replace(PAGE, studies=(Study(title="A study", summary=text),))
    else:
        page = field_named(PAGE_FIELDS, field).set_text(PAGE, text)
    return check_of(pack).of_page(CheckedPage(page, Site(), TODAY))
