"""A page's title in the browser and its first heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.rules.rule import Rule
from editor.content.page_texts import says_something
from editor.content.search_text import folded
from editor.content.site import Site
from editor.words import tr

_NO_LETTERS = re.compile(r"[\W_]+")


def title_and_heading_of_page(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Both shown, alike but for marks and capitals, and at least one of them the page's own."""
    page, shown = checked.page, checked.texts
    if says_something(page.heading):
        yield from _almost_alike(rule, "heading", shown.title, page.heading or "")
    elif says_something(page.title):
        yield from _almost_alike(rule, "title", shown.heading, page.title or "")


def title_and_heading_of_site(rule: Rule, site: Site) -> Iterator[Finding]:
    """The same of what all pages get."""
    if says_something(site.heading_template):
        yield from _almost_alike(rule, "heading_template", site.title_template or "", site.heading_template or "")


def _almost_alike(rule: Rule, field: str, one: str, other: str) -> Iterator[Finding]:
    """`other` is the text of the field, which gets the words of `one`."""
    if one.strip() != other.strip() and one.strip() and _letters(one) == _letters(other):
        fix = Fix(tr("Write both the same way"), (TextChange(field, other, one.strip()),))
        yield Finding(rule, Spot(field, None, None, 0, len(other)), other, f"{one}\n{other}", fixes=(fix,))


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", folded(text))
