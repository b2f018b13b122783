"""A page as a fix leaves it."""

from __future__ import annotations

from collections.abc import Iterable

from editor.checks.finding import Fix, TextChange
from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, Field, Record, field_named
from editor.content.page_changes import order_studies, put_study, remove_study
from editor.content.site import Site


class Outdated(Exception):
    """Something else stands by now where the fix would change something."""


def fixed_page(page: ConditionPage, fix: Fix) -> ConditionPage:
    """The page after a fix, but for what changes in the texts that all pages share. Raises Outdated."""
    keys = {study.key for study in page.study_list}
    if not keys.issuperset(fix.removed) or (fix.order and keys.difference(fix.removed) != set(fix.order)):
        raise Outdated
    for change in fix.changes:
        if change.shared:
            continue
        if change.study is None:
            page = _changed(page, PAGE_FIELDS, change)
        elif (study := page.study(change.study)) is not None:
            page = put_study(page, _changed(study, STUDY_FIELDS, change))
        else:
            raise Outdated
    for key in fix.removed:
        page = remove_study(page, key)
    return order_studies(page, fix.order) if fix.order else page


def fixed_site(site: Site, changes: Iterable[TextChange]) -> Site:
    """The shared texts with these changes. Raises Outdated."""
    for change in changes:
        site = _changed(site, SITE_FIELDS, change)
    return site


def _changed(record: Record, fields: tuple[Field, ...], change: TextChange) -> Record:
    field = field_named(fields, change.field)
    if field.text_of(record) != change.before or not field.fits_a_box(record):
        raise Outdated
    return field.set_text(record, change.after)
