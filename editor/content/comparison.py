"""When two records say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from editor.content.condition_page import ConditionPage, Status
from editor.content.dates import edtf_date
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, Field, Kind, Record
from editor.content.site import Site


def page_words(page: ConditionPage) -> ConditionPage:
    """The page's words alone: study keys blank, what is empty the same as what is missing, and a date in one form."""
    studies = tuple(replace(_words(study, STUDY_FIELDS), key="") for study in page.study_list)
    return replace(_words(page, PAGE_FIELDS), studies=studies)


def site_words(site: Site) -> Site:
    """The site's words alone: what is empty is the same as what is missing."""
    return _words(site, SITE_FIELDS)


def settled_page(page: ConditionPage, as_read: ConditionPage) -> ConditionPage:
    """The page with what was emptied, and never was in the file, counted as missing again."""
    known = {study.key: study for study in as_read.study_list}
    studies = page.studies
    if studies is not None and studies is not as_read.studies:
        studies = tuple(
            _settled(study, known[study.key], STUDY_FIELDS) if study.key in known else study for study in studies
        )
        studies = None if not studies and as_read.studies is None else studies
    page = _settled(page, as_read, PAGE_FIELDS)
    if as_read.status is None and page.status == Status.PUBLISHED:
        page = replace(page, status=None)  # what a missing status means
    return page if studies == page.studies else replace(page, studies=studies)


def settled_site(site: Site, as_read: Site) -> Site:
    """The site with what was emptied, and never was in the file, counted as missing again."""
    return _settled(site, as_read, SITE_FIELDS)


def _words(record: Record, fields: Sequence[Field]) -> Record:
    for field in fields:
        value = field.of(record)
        if field.kind is Kind.DATE and isinstance(value, str):
            value = edtf_date(value) or value
        record = field.set(record, value or None)
    return record


def _settled(record: Record, as_read: Record, fields: Sequence[Field]) -> Record:
    if record is as_read:
        return record
    for field in fields:
        if field.of(record) in ("", ()) and field.of(as_read) is None:
            record = field.set(record, None)
    return record
