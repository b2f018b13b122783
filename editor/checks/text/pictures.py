"""Pictures that a text names and the page does not show."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding, Spot
from editor.checks.prose.passage import passages_of_page
from editor.checks.rules.rule import Rule


def pictures_not_shown(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Each of them where it is named first in a text."""
    for passage in passages_of_page(checked.page) if checked.missing_pictures else ():
        for address, why in checked.missing_pictures.items():
            start = passage.text.find(address)
            if start >= 0:
                spot = Spot(passage.field, passage.study, passage.item, start, start + len(address))
                yield Finding(rule, spot, address, address, {"why": why})
