"""Mending what the checks have found."""

from __future__ import annotations

from editor.checks.finding import Fix
from editor.checks.fixed import Outdated, fixed_page, fixed_site
from editor.session.open_file import Place
from editor.session.records import Record, settled
from editor.session.session import Session

__all__ = ["Outdated", "apply_fix", "fixed_records"]


def fixed_records(session: Session, place: Place, fix: Fix) -> dict[Place, Record]:
    """What a fix makes of the record in which the problem is, and of the shared texts. Raises Outdated."""
    record, site = session.record(place), session.site
    if record is None:
        raise Outdated
    if place == session.site_place:
        return {place: fixed_site(site, fix.changes)}
    page = session.page(place)
    if page is None:
        raise Outdated
    shared = [change for change in fix.changes if change.shared]
    after: dict[Place, Record] = {place: fixed_page(page, fix)}
    if shared:
        after[session.site_place] = fixed_site(site, shared)
    return {where: now for where, now in after.items() if now != session.record(where)}


def apply_fix(session: Session, label: str, place: Place, fix: Fix) -> None:
    """Do all that a fix says in one step. Raises Outdated, or NotEditable, and then nothing is changed."""
    files = session.files
    records = fixed_records(session, place, fix)
    session.put_records(label, {where: settled(after, files[where].as_read) for where, after in records.items()})
