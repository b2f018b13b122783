"""A record is what one file says, a page or the site's texts: what can be done to either."""

from __future__ import annotations

from editor.content.comparison import settled_page, settled_site
from editor.content.condition_page import ConditionPage
from editor.content.merging import merge_pages, merge_sites
from editor.content.site import Site

Record = ConditionPage | Site


def settled(record: Record, as_read: Record | None) -> Record:
    """The record with what was emptied, and never was in the file, counted as missing again."""
    if isinstance(record, ConditionPage) and isinstance(as_read, ConditionPage):
        return settled_page(record, as_read)
    if isinstance(record, Site) and isinstance(as_read, Site):
        return settled_site(record, as_read)
    return record


def joined(base: Record | None, mine: Record, theirs: Record) -> Record:
    """What both have made of `base`; mine, where both changed the same words."""
    if isinstance(base, ConditionPage) and isinstance(mine, ConditionPage) and isinstance(theirs, ConditionPage):
        return merge_pages(base=base, mine=mine, theirs=theirs).record
    if isinstance(base, Site) and isinstance(mine, Site) and isinstance(theirs, Site):
        return merge_sites(base=base, mine=mine, theirs=theirs).record
    return mine


class Clash(Exception):
    """Something else has changed the same words since, or has changed what the step would take away."""


def stepped(now: Record | None, expected: Record | None, wanted: Record | None) -> Record | None:
    """`now` with the step from `expected` to `wanted` made in it; None stands for no page. Raises Clash."""
    if now == expected:
        return wanted
    if isinstance(now, ConditionPage) and isinstance(expected, ConditionPage) and isinstance(wanted, ConditionPage):
        page = merge_pages(base=expected, mine=wanted, theirs=now)
        if not page.conflicts:
            return page.record
    elif isinstance(now, Site) and isinstance(expected, Site) and isinstance(wanted, Site):
        site = merge_sites(base=expected, mine=wanted, theirs=now)
        if not site.conflicts:
            return site.record
    raise Clash
