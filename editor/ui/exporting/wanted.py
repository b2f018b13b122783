"""What somebody wants exported, as it is when that begins: one may go on editing meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.content.condition_page import ConditionPage, Status
from editor.content.reading import SiteReading
from editor.render.exporting.report import NotExported
from editor.render.exporting.source import ExportOptions, Source, SourcePage, readable_site
from editor.session import OpenRecords, Place, Session
from editor.words import tr


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


def source_now(session: Session, places: Sequence[Place], *, whole: bool) -> Source:
    """These pages as they are in the window. Raises NotExported where one has gone since it was asked for."""
    return _source(session, [SourcePage(place, _content(session, place)) for place in places], whole=whole)


def source_to_look_at(session: Session, place: Place) -> Source:
    """One page for the user's own browser alone, so an archived one, which no export writes, goes as a draft.

    Raises NotExported.
    """
    page = session.page(place)
    if page is None or page.effective_status is not Status.ARCHIVED:
        return source_now(session, (place,), whole=False)
    return _source(session, [SourcePage(place, replace(page, status=str(Status.DRAFT)))], whole=False)


def _source(session: Session, pages: Sequence[SourcePage], *, whole: bool) -> Source:
    file = session.files.get(session.site_place)
    site = readable_site(SiteReading(session.site, None, () if file is None else file.problems))
    return Source(session.folder.root, site, tuple(pages), whole=whole)


def _content(session: Session, place: Place) -> bytes | ConditionPage | None:
    """What the page's file says where the page has no changes, else the page."""
    if not session.is_there(place):
        raise NotExported(tr("This page is not there any more, so it was not exported."))
    file, page = session.files[place], session.page(place)
    return file.data if page is None or (page is file.as_read and file.data is not None) else page


def _is_concerned(records: OpenRecords, place: Place, options: ExportOptions) -> bool:
    """Whether an export of all pages is another with this page as it is here than with the page as it was saved."""
    versions = (records.page(place), records.files[place].on_disk)
    return any(isinstance(one, ConditionPage) and options.wants(one.effective_status) for one in versions)
