"""The pages of an export: those that are as they were exported before are left alone, the others are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.content.condition_page import ConditionPage
from editor.render.exporting.digests import digest_of_all, file_digest, page_value, program_digest
from editor.render.exporting.earlier import EarlierExport
from editor.render.exporting.messages import IndexJob, Made, PageJob, Settings, seconds_for
from editor.render.exporting.page_workers import PageWorkers
from editor.render.exporting.pictures import digest_inside
from editor.render.exporting.record import PageRecord, page_name
from editor.render.exporting.report import Notice, NotWritten
from editor.render.exporting.source import ExportOptions, Source, SourcePage
from editor.render.exporting.staging import Staging
from editor.render.exporting.watching import Watching
from editor.render.style_sheet import stylesheet
from editor.render.theme import INDEX_FILE, Theme
from editor.storage import ContentFolder, Unreachable

_INDEX_SECONDS = 2.0
_ENTRIES_A_SECOND = 1000
_LOOK_SECONDS = 0.1
"""How soon it is seen that somebody wants to stop."""


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What became of a page: `record` is None where it cannot be read; `problem` says why it has no file.

    `number` names what was made of it in the staging folder; None where nothing was, as it is exported already.
    """

    file: str
    record: PageRecord | None
    problem: str = ""
    number: int | None = None


class PageMaking:
    """Has the pages of an export made, and the list of them. It is to be closed, whatever has happened."""

    def __init__(
        self,
        source: Source,
        options: ExportOptions,
        theme: Theme,
        earlier: EarlierExport,
        staging: Staging,
        watching: Watching,
    ) -> None:
        self._source = source
        self._options = options
        self._earlier = earlier.record
        self._staging = staging
        self._watching = watching
        self._folder = ContentFolder(source.folder)
        has_index = not earlier.is_taken(INDEX_FILE) if source.whole else earlier.is_there(INDEX_FILE)
        self.style = style = stylesheet(theme, options.delivery)
        settings = Settings(source.site, theme, style.html, options, source.folder, staging.folder, has_index)
        self._context = digest_of_all(
            program_digest(), repr(source.site), theme.digest, style.html, repr((options.single_file, has_index))
        )
        self._workers = PageWorkers(settings)
        self._inputs: dict[int, str] = {}
        self._outcomes: dict[int, PageOutcome] = {}
        self._inside: dict[str, str] = {}
        self.notices = dict.fromkeys(Notice.of_fault(fault) for fault in style.faults)
        """What the style, the pages and the list give to know, each once."""

    def close(self) -> None:
        """End the processes."""
        self._workers.close()

    def pages(self) -> list[PageOutcome]:
        """What became of each page, in their order. Raises NotExported."""
        for number, page in enumerate(self._source.pages):
            self._begin(number, page)
            self._take(0.0)
        while self._workers.is_busy:
            self._take(_LOOK_SECONDS)
        return [outcome for _, outcome in sorted(self._outcomes.items())]

    def index_input(self, pages: Sequence[ConditionPage]) -> str:
        """The digest of what the list of these pages is made of."""
        return digest_of_all(self._context, repr(pages))

    def index(self, pages: Sequence[ConditionPage]) -> Made:
        """Have the list of these pages made, with a number of its own. Raises NotExported."""
        self._workers.ask(
            IndexJob(len(self._source.pages), tuple(pages), _INDEX_SECONDS + len(pages) / _ENTRIES_A_SECOND)
        )
        made: list[Made] = []
        while not made:
            self._watching.check()
            made = self._workers.take(_LOOK_SECONDS)
        self._note(made[0])
        return made[0]

    def _begin(self, number: int, page: SourcePage) -> None:
        """Find out whether a page is as it was exported; have it made if it is not."""
        content = page.content
        if content is None:
            try:
                content = self._folder.read(page.file)
            except Unreachable as unreachable:
                self._keep(number, PageOutcome(page.file, None, f"{unreachable.reason} {unreachable.advice}"))
                return
        value = content if isinstance(content, bytes) else page_value(content)
        kind = "file" if isinstance(content, bytes) else "page"
        self._inputs[number] = digest_of_all(self._context, kind, page.slug, value)
        known = self._earlier.pages.get(page.file)
        if known is not None and known.input == self._inputs[number] and self._is_in_place(known):
            self._keep(number, PageOutcome(page.file, known))
        else:
            self._workers.ask(PageJob(number, page.slug, content, seconds_for(value)))

    def _is_in_place(self, known: PageRecord) -> bool:
        """Whether what was made of a page is still there, with the pictures in it as they are now."""
        if not self._options.wants(known.effective_status):
            return True
        if not known.output or file_digest(self._staging.to / page_name(known.slug)) != known.output:
            return False
        return not self._options.single_file or all(self._is_inside(*picture) for picture in known.pictures)

    def _is_inside(self, name: str, found: str) -> bool:
        if name not in self._inside:
            self._inside[name] = digest_inside(self._source.folder, name)
        return self._inside[name] == found

    def _take(self, seconds: float) -> None:
        self._watching.check()
        for made in self._workers.take(seconds):
            self._note(made)
            number, record = made.number, made.record
            if record is not None and not made.problem:
                # What was made with a faulty look is made again each time, lest nobody hear of the fault any more.
                record = replace(record, input="" if made.notices else self._inputs[number], output=made.output)
            file = self._source.pages[number].file
            self._keep(number, PageOutcome(file, record, made.problem, number if made.output else None))

    def _note(self, made: Made) -> None:
        if made.is_unwritable:
            raise NotWritten(self._staging.to)
        self.notices.update(dict.fromkeys(made.notices))

    def _keep(self, number: int, outcome: PageOutcome) -> None:
        self._outcomes[number] = outcome
        self._watching.progress(len(self._outcomes), len(self._source.pages))
