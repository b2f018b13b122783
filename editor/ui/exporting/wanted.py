"""What somebody wants exported, as it is when that begins: one may go on editing meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from editor.content.condition_page import ConditionPage, Status
from editor.render.exporting.source import ExportOptions
from editor.session import OpenRecords, Place


@dataclass(frozen=True, slots=True)
class Wanted:
    """An export that was asked for: of the page of this name alone or, where it is "", of all pages.

    `has_unsaved_pages` and `has_unsaved_texts` tell whether pages in it, or the texts that all share, have changes that
    are not saved.
    """

    page: str = ""
    for_email: bool = False
    is_draft: bool = False
    has_unsaved_pages: bool = False
    has_unsaved_texts: bool = False


def wanted_now(records: OpenRecords, places: Sequence[Place], options: ExportOptions, *, whole: bool) -> Wanted:
    """An export of these pages, or of the whole website."""
    page = None if whole else records.page(places[0])
    unsaved = records.unsaved_places if whole else filter(records.is_unsaved, places)
    return Wanted(
        "" if whole else records.name_of(places[0]),
        for_email=options.single_file,
        is_draft=page is not None and page.effective_status is Status.DRAFT,
        has_unsaved_pages=any(_is_concerned(records, place, options) for place in unsaved),
        has_unsaved_texts=records.is_unsaved(records.site_place),
    )


def _is_concerned(records: OpenRecords, place: Place, options: ExportOptions) -> bool:
    """Whether an export of all pages is another with this page as it is here than with the page as it was saved."""
    versions = (records.page(place), records.files[place].on_disk)
    return any(isinstance(one, ConditionPage) and options.wants(one.effective_status) for one in versions)
