"""A record is what one file says, a page or the site's texts: what can be done to either."""

from __future__ import annotations

from editor.content.comparison import settled_page, settled_site
from editor.content.condition_page import ConditionPage
from editor.content.merging import Conflict, merge_pages, merge_sites
from editor.content.site import Site

Record = ConditionPage | Site


def settled(record: Record, as_read: Record | None) -> Record:
    """The record with what was emptied, and never was in the file, counted as missing again."""
    if isinstance(record, ConditionPage) and isinstance(as_read, ConditionPage):
        return settled_page(record, as_read)
    if isinstance(record, Site) and isinstance(as_read, Site):
        return settled_site(record, as_read)
    return record


def merged(base: Record | None, mine: Record, theirs: Record) -> tuple[Record, tuple[Conflict, ...]]:
    """What both have made of `base`, and where both changed the same words; there it is mine.

    Without a base both began with nothing. Raises TypeError for records of different kinds.
    """
    if isinstance(mine, ConditionPage) and isinstance(theirs, ConditionPage) and not isinstance(base, Site):
        page = merge_pages(base=base or ConditionPage(mine.slug), mine=mine, theirs=theirs)
        return page.record, page.conflicts
    if isinstance(mine, Site) and isinstance(theirs, Site) and not isinstance(base, ConditionPage):
        site = merge_sites(base=base or Site(), mine=mine, theirs=theirs)
        return site.record, site.conflicts
    raise TypeError("records of several kinds")


class Clash(Exception):
    """Something else has changed the same words since, or has changed what the step would take away."""


def stepped(now: Record | None, expected: Record | None, wanted: Record | None) -> Record | None:
    """`now` with the step from `expected` to `wanted` made in it; None stands for no page. Raises Clash."""
    if now == expected:
        return wanted
    if now is None or expected is None or wanted is None:
        raise Clash
    record, conflicts = merged(base=expected, mine=wanted, theirs=now)
    if conflicts:
        raise Clash
    return record
