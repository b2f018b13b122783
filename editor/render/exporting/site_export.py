"""One export, from the content folder to a folder of files that a website can show as they are."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path

from editor.content.condition_page import Status
from editor.content.site_values import unusable_values
from editor.render.exporting.beside_pages import BesidePages
from editor.render.exporting.earlier import EarlierExport
from editor.render.exporting.messages import page_file
from editor.render.exporting.page_making import PageMaking, PageOutcome
from editor.render.exporting.placing import Placing
from editor.render.exporting.record import ExportRecord, PageRecord, page_name
from editor.render.exporting.report import (
    ExportCancelled,
    ExportReport,
    InsideContent,
    LeftOut,
    Notice,
    NotWritten,
    PlaceRefused,
)
from editor.render.exporting.source import ExportOptions, Source
from editor.render.exporting.staging import Staging
from editor.render.exporting.watching import Watching
from editor.render.theme import INDEX_FILE, Theme
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
    check_target(to, source.folder)
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
        self._earlier = EarlierExport(staging.to)
        self._beside = BesidePages(source, self._theme, staging, self._earlier, watching)
        self._pages: dict[str, PageRecord] = {}
        """What is exported, by the pages' files, with those whose earlier file stays."""
        self._known: dict[str, PageRecord] = {}
        """What is to be remembered of pages that have no file."""
        self._index = ""
        self._left_out: list[LeftOut] = []

    def run(self) -> ExportReport:
        self._check_pages_are_there()
        beside = self._beside
        making = PageMaking(self._source, self._options, self._theme, self._earlier, self._staging, self._watching)
        try:
            outcomes = making.pages()
            chosen = self._choose(outcomes)
            if self._source.whole and not self._options.single_file:
                self._index = beside.add_index(making, self._pages)
                beside.add_sitemap(self._pages)
        finally:
            making.close()
        if self._options.single_file:
            beside.tell_pictures_not_inside(self._pages, making.style)
        else:
            beside.add_theme()
            beside.add_pictures(self._pages, making.style)
        notices = self._notices(making)
        left = self._finish()
        files = tuple(self._staging.to / page_name(page.slug) for page in chosen)
        unchanged = sum(file.name not in self._staging.changed for file in files)
        index = self._staging.to / INDEX_FILE if INDEX_FILE in self._staging.digests else None
        is_mixed = self._earlier.has_others(self._record().outputs())
        return ExportReport(files, unchanged, tuple(self._left_out), (*notices, *left), index, is_mixed)

    def _check_pages_are_there(self) -> None:
        """Raises PlaceRefused where all pages have gone, which happens by accident and would empty the website."""
        before = self._earlier.record.pages.values()
        if self._source.whole and not self._source.pages and any(page.output for page in before):
            raise PlaceRefused(
                tr(
                    "There are no pages any more where there were some at the last export. Nothing was exported or"
                    " removed. See whether the folder of the pages is whole, or export to an empty folder."
                )
            )

    def _notices(self, making: PageMaking) -> tuple[Notice, ...]:
        """What making the files has given to know, each once."""
        of_look = (Notice.of_fault(fault) for fault in self._theme.faults)
        of_site = (Notice(value.message) for value in unusable_values(self._source.site) if self._source.whole)
        return tuple(dict.fromkeys((*self._beside.notices, *of_site, *of_look, *making.notices)))

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
                    self._known[outcome.file] = _not_shown(record)
            elif record is not None:
                chosen[address_key(record.slug)] = self._pages[outcome.file] = record
                if outcome.number is not None:
                    self._staging.add_made(
                        page_name(record.slug), page_file(self._staging.folder, outcome.number), record.output
                    )
        for outcome in kept:
            self._keep(outcome.file, chosen)
        return list(chosen.values())

    def _keep(self, file: str, chosen: Container[str]) -> None:
        """Leave on the website what is there of a page that cannot be made, unless it was no page for the public."""
        earlier = self._earlier.record.pages.get(file)
        if earlier is None:
            return
        is_free = address_key(earlier.slug) not in chosen
        if not (earlier.output and is_free and self._options.wants(earlier.effective_status)):
            self._known[file] = _not_shown(earlier)
            return
        name = page_name(earlier.slug)
        if self._staging.keep(name, *self._earlier.names[name]):
            # An export that came to no end remembers another file than the one that is there still.
            earlier = replace(earlier, output=self._staging.digests[name])
        self._pages[file] = earlier

    def _why_left_out(self, outcome: PageOutcome, chosen: dict[str, PageRecord]) -> LeftOut | None:
        record = outcome.record
        if record is None:
            return LeftOut(outcome.file, outcome.problem, expected=False)
        omitted = _status_omits(record, self._options)
        if omitted is not None:
            return omitted
        if address_key(record.slug) in chosen:
            return LeftOut(record.slug, tr("another page has the same address."), expected=False)
        reason = refused_slug(record.slug, ()) or outcome.problem or self._why_not_there(page_name(record.slug))
        return LeftOut(record.slug, reason, expected=False) if reason else None

    def _why_not_there(self, name: str) -> str:
        """Why a page's file can't have this name; "" if it can."""
        file = self._staging.to / name
        if self._earlier.is_taken(name):
            return tr("{file} is there already, and no export wrote it. Move it away, then export again.", file=file)
        if name in self._earlier.record.files and not self._source.whole:
            return tr("{file} is the list of all conditions. Export this page to another folder.", file=file)
        return ""

    def _finish(self) -> list[Notice]:
        """Put everything in place, and take away what is no longer part of the website; what is left of it."""
        staging, earlier = self._staging, self._earlier
        staging.drop_unchanged()
        staging.make_room()
        self._watching.check()
        record = self._record()
        notices = list(earlier.what_is_forgotten(record.outputs())) if self._source.whole else []
        try:
            if self._source.whole or earlier.is_known:
                return notices + Placing(staging, earlier.record, record).run(removes=self._source.whole)
            staging.place()
        except KeyboardInterrupt:
            raise ExportCancelled(has_begun=True) from None
        return notices

    def _record(self) -> ExportRecord:
        pages = self._known | self._pages
        names = {page_name(page.slug) for page in pages.values() if page.output}
        files = {name: found for name, found in self._staging.digests.items() if name not in names}
        if self._source.whole:
            return ExportRecord(pages, files, self._index)
        earlier = self._earlier.record
        return ExportRecord(earlier.pages | pages, earlier.files | files, earlier.index)


def check_target(to: Path, content_folder: Path) -> None:
    """Raises InsideContent, and NotExported where there can be no such folder."""
    try:
        place, content = to.resolve(), content_folder.resolve()
        # The same folder may have other names.
        found = next((folder for folder in (place, *place.parents) if _is_same(folder, content)), None)
    except (OSError, RuntimeError) as error:
        raise NotWritten(to) from error
    if found is not None:
        text = tr("{folder} lies in the folder of your pages.", folder=to)
        if found == place:
            text = tr("{folder} is the folder of your pages.", folder=to)
        advice = tr("Exported files would get mixed up with them. Nothing was exported and nothing was changed.")
        raise InsideContent(f"{text} {advice}")


def _is_same(folder: Path, content: Path) -> bool:
    return folder == content or (folder.exists() and content.exists() and folder.samefile(content))


def _not_shown(page: PageRecord) -> PageRecord:
    """What is remembered of a page that is not for the public: nothing but that it is known."""
    return replace(page, output="", name="", description="", aliases=())


def _status_omits(page: PageRecord, options: ExportOptions) -> LeftOut | None:
    status = page.effective_status
    if options.wants(status):
        return None
    if status is None:
        reason = tr("its status “{status}” is not one of draft, published and archived.", status=page.status)
        return LeftOut(page.slug, reason, expected=False)
    reason = tr("it is archived.") if status is Status.ARCHIVED else tr("it is a draft.")
    return LeftOut(page.slug, reason, expected=True)
