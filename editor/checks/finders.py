"""The functions that look for what rules name, by the name that a rule gives in `find`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from editor.checks.accessibility import accessibility_finders
from editor.checks.advertising import advertising_finders
from editor.checks.checked_page import CheckedPage
from editor.checks.evidence import EVIDENCE
from editor.checks.finding import Finding
from editor.checks.found import Found
from editor.checks.pattern_search import found_words
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.checks.text import text_finders
from editor.content.site import Site

InText = Callable[[Rule, Prose], Iterator[Found]]
"""Looks at one text alone, so what it finds is remembered for as long as the text stays."""
OnPage = Callable[[Rule, CheckedPage], Iterator[Finding]]
"""Looks at a whole page."""
OnSite = Callable[[Rule, Site], Iterator[Finding]]
"""Looks at all that pages share; a rule may have one under the same name as one that looks at pages."""

IN_TEXT: Mapping[str, InText] = {
    "words": found_words,
    **advertising_finders.IN_TEXT,
    **text_finders.IN_TEXT,
    **accessibility_finders.IN_TEXT,
}
ON_PAGE: Mapping[str, OnPage] = {
    **advertising_finders.ON_PAGE,
    **EVIDENCE,
    **text_finders.ON_PAGE,
    **accessibility_finders.ON_PAGE,
}
ON_SITE: Mapping[str, OnSite] = {**advertising_finders.ON_SITE, **text_finders.ON_SITE}
