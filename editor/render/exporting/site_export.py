"""One export, from the content folder to a folder of files that a website can show as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from editor.content.condition_page import ConditionPage, Status
from editor.render.exporting.digests import digest, file_digest
from editor.render.exporting.messages import page_file
from editor.render.exporting.page_making import PageMaking, PageOutcome
from editor.render.exporting.placing import Placing
from editor.render.exporting.record import ExportRecord, PageRecord, page_name, read_record
from editor.render.exporting.report import (
    ExportCancelled,
    ExportReport,
    InsideContent,
    LeftOut,
    NotExported,
    Notice,
    not_written,
)
from editor.render.exporting.sitemap import SITEMAP_NAME, sitemap
from editor.render.exporting.source import ExportOptions, Source
from editor.render.exporting.staging import Staging
from editor.render.exporting.watching import Watching
from editor.render.pictures import NoPicture, picture_file
from editor.render.theme import INDEX_FILE, STYLE, THEME_FOLDER, Theme
from editor.render.theme_folder import read_theme
from editor.storage import address_key, refused_slug
from editor.words import tr


def export_site(
    source: Source, to: Path, options: ExportOptions | None = None, watching: Watching | None = None
) -> ExportReport:
    """Write pages as HTML files into the folder `to`, with what they need beside them; blocks until it is done.

    Each page is `to/<slug>.html`; `index.html` lists all of a whole source, `sitemap.xml` says where they are on the
    website. What is there already as it would be written is left alone, pages that are no longer on the website go, and
    so does what only they needed; files that no export wrote stay. Until everything is made, nothing in `to` changes;
    the same input gives the same bytes.

    Raises InsideContent where `to` lies inside the content folder, ExportCancelled when `watching` wants it to stop,
    and NotExported where files cannot be written or the processes that make the pages do not start.
    """
    _check_target(to, source.folder)
    with Staging(to) as staging:
        return _Export(source, options or ExportOptions(), staging, watching or Watching()).run()


class _Export:
    """One export while it is under way."""

    def __init__(self, source: Source, options: ExportOptions, staging: Staging, watching: Watching) -> None:
        self._source = source
        self._options = options
        self._staging = staging
        self._watching = watching
        self._theme: Theme = read_theme(source.folder)
        read = read_record(staging.to)
        self._earlier = read or ExportRecord()
        self._ours = self._earlier.names()
        self._remembers = source.whole or read is not None
        self._pages: dict[str, PageRecord] = {}
        """What is exported, by the pages' files, with those whose earlier file stays."""
        self._known: dict[str, PageRecord] = {}
        """What is to be remembered of pages that have no file."""
        self._copied: set[str] = set()
        self._index = ""
        self._left_out: list[LeftOut] = []
        self._notices: list[Notice] = []

    def run(self) -> ExportReport:
        if self._source.whole and not self._source.pages and any(page.output for page in self._earlier.pages.values()):
            raise NotExported(
                tr(
                    "There are no pages any more where there were some at the last export. Nothing was exported or"
                    " removed. See whether the folder of the pages is whole, or export to an empty folder."
                )
            )
        making = PageMaking(self._source, self._options, self._theme, self._earlier, self._staging, self._watching)
        try:
            outcomes = making.pages()
            chosen = self._choose(outcomes)
            if self._source.whole and not self._options.single_file:
                self._add_index(making)
                self._add_sitemap()
        finally:
            making.close()
        if not self._options.single_file:
            self._add_theme()
        self._add_pictures()
        faults = dict.fromkeys((*(fault.sentence() for fault in self._theme.faults), *making.faults))
        self._notices += map(Notice, faults)
        changed = self._finish()
        files = tuple(self._staging.to / page_name(page.slug) for page in chosen)
        unchanged = sum(file.name not in changed for file in files)
        return ExportReport(files, unchanged, tuple(self._left_out), tuple(self._notices))

    # Pages

    def _choose(self, outcomes: Sequence[PageOutcome]) -> list[PageRecord]:
        """The pages that are exported now; of the others, why they are not, and whether an earlier file stays."""
        chosen: dict[str, PageRecord] = {}
        kept: list[PageOutcome] = []
        for outcome in outcomes:
            left_out = self._why_left_out(outcome, chosen)
            record = outcome.record
            if left_out is not None:
                self._left_out.append(left_out)
                if outcome.problem:
                    kept.append(outcome)
                elif record is not None:
                    # Of a page that is not for the public, nothing but that it is known.
                    self._known[outcome.file] = replace(record, output="", name="", description="", aliases=())
            elif record is not None:
                chosen[address_key(record.slug)] = self._pages[outcome.file] = record
                if outcome.number is not None:
                    self._staging.add_made(
                        page_name(record.slug), page_file(self._staging.folder, outcome.number), record.output
                    )
        for outcome in kept:  # what is on the website stays until the page can be made again
            earlier = self._earlier.pages.get(outcome.file)
            if earlier is not None and earlier.output and address_key(earlier.slug) not in chosen:
                name = page_name(earlier.slug)
                if self._staging.keep(name, *self._ours[name]):
                    # It may be of an export before the one that remembers another, and came to no end.
                    earlier = replace(earlier, output=self._staging.digests[name])
                self._pages[outcome.file] = earlier
        return list(chosen.values())

    def _why_left_out(self, outcome: PageOutcome, chosen: dict[str, PageRecord]) -> LeftOut | None:
        record = outcome.record
        if record is None:
            return LeftOut(outcome.file, outcome.problem, expected=False)
        omitted = _status_omits(record, self._options)
        if omitted is not None:
            return omitted
        if address_key(record.slug) in chosen:
            return LeftOut(record.slug, tr("another page has the same address."), expected=False)
        reason = refused_slug(record.slug, ()) or outcome.problem
        return LeftOut(record.slug, reason, expected=False) if reason else None

    # What lies beside the pages

    def _add_index(self, making: PageMaking) -> None:
        if any(address_key(f"{page.slug}.html") == INDEX_FILE for page in self._pages.values()):
            text = tr("The list of all conditions was left out, as a page has its address: {file}.", file=INDEX_FILE)
            self._notices.append(Notice(text, expected=True))
            return
        pages = tuple(
            ConditionPage(page.slug, page.name, description=page.description, aliases=page.aliases)
            for _, page in sorted(self._pages.items())
        )
        self._index = making.index_input(pages)
        known = self._earlier.files.get(INDEX_FILE, "")
        if known and self._earlier.index == self._index and self._staging.keep(INDEX_FILE, known):
            return
        made = making.index(pages)
        if made.problem:
            self._notices.append(Notice(tr("The list of all conditions was left out: {why}", why=made.problem)))
        else:
            self._add_ours(INDEX_FILE, page_file(self._staging.folder, made.number).read_bytes())
        if made.problem or made.faults:
            self._index = ""

    def _add_sitemap(self) -> None:
        published = [page for _, page in sorted(self._pages.items()) if page.effective_status is Status.PUBLISHED]
        data = sitemap(self._source.site, published)
        if data:
            self._add_ours(SITEMAP_NAME, data)

    def _add_ours(self, name: str, data: bytes) -> None:
        """Write a file whose name somebody may have used for a file of their own, which then stays."""
        place = self._staging.to / name
        if name in self._earlier.files or not place.exists() or file_digest(place) == digest(data):
            self._staging.add(name, data)
        else:
            text = tr("{file} was not made by an export, and stays as it is.", file=place)
            self._notices.append(Notice(text, expected=True))

    def _add_theme(self) -> None:
        self._staging.add(f"{THEME_FOLDER}/{STYLE}", self._theme.text(STYLE).encode())
        for name in self._theme.files:
            self._watching.check()
            try:
                self._staging.add(f"{THEME_FOLDER}/{name}", self._theme.file(name).content)
            except (OSError, ValueError):
                text = tr("{file} of the website's own look can't be read, and was not exported.", file=name)
                self._notices.append(Notice(text))

    def _add_pictures(self) -> None:
        """Copy the pictures that pages show; one that is not in the content folder any more stays exported."""
        for page in self._pages.values():
            for name, found in page.pictures:
                is_shown = bool(found) if self._options.single_file else self._add_picture(name)
                if not is_shown:
                    self._notices.append(_not_shown(self._source.folder, name, page))

    def _add_picture(self, name: str) -> bool:
        """Copy a picture; whether there is such a picture."""
        if name in self._copied:
            return True
        self._watching.check()
        try:
            self._staging.add_copy(name, picture_file(self._source.folder, name))
        except (NoPicture, OSError):
            self._staging.keep(name, *self._ours.get(name, ()))
            return False
        self._copied.add(name)
        return True

    # The end

    def _finish(self) -> frozenset[str]:
        """Put everything in place, and take away what is no longer part of the website; the names of what changed."""
        staging = self._staging
        staging.drop_unchanged()
        staging.make_room()
        self._watching.check()
        record = self._record()
        try:
            if self._remembers:
                placing = Placing(staging, self._earlier, record)
                self._notices += placing.run(removes=self._source.whole)
            else:
                staging.place()
        except KeyboardInterrupt:
            raise ExportCancelled(has_begun=True) from None
        return staging.changed

    def _record(self) -> ExportRecord:
        pages = self._known | self._pages
        names = {page_name(page.slug) for page in pages.values() if page.output}
        files = {name: found for name, found in self._staging.digests.items() if name not in names}
        if self._source.whole:
            return ExportRecord(pages, files, self._index)
        earlier = self._earlier
        return ExportRecord(earlier.pages | pages, earlier.files | files, earlier.index)


def _check_target(to: Path, content_folder: Path) -> None:
    """Raises InsideContent, and NotExported where there can be no such folder."""
    try:
        place, content = to.resolve(), content_folder.resolve()
        is_inside = place.is_relative_to(content) or (
            content.exists()  # the same folder may have other names
            and any(folder.exists() and folder.samefile(content) for folder in (place, *place.parents))
        )
    except (OSError, RuntimeError) as error:
        raise not_written(to) from error
    if is_inside:
        raise InsideContent(
            tr(
                "{folder} lies inside the folder that the website reads."
                " Nothing was exported. Choose a folder outside of it.",
                folder=to,
            )
        )


def _status_omits(page: PageRecord, options: ExportOptions) -> LeftOut | None:
    status = page.effective_status
    if options.wants(status):
        return None
    if status is None:
        reason = tr("its status “{status}” is not one of draft, published and archived.", status=page.status)
        return LeftOut(page.slug, reason, expected=False)
    reason = tr("it is archived.") if status is Status.ARCHIVED else tr("it is a draft.")
    return LeftOut(page.slug, reason, expected=True)


def _not_shown(content_folder: Path, name: str, page: PageRecord) -> Notice:
    """Why a page goes without one of its pictures."""
    try:
        picture_file(content_folder, name)
    except NoPicture:
        text = tr("The picture {picture} on the page {page} is missing.", picture=name, page=page.slug)
    else:
        text = tr("The picture {picture} is too large to go inside the page {page}.", picture=name, page=page.slug)
    return Notice(text)
