"""The process that makes pages for an export: it can be killed when a text keeps Markdown busy for too long.

What it is sent and answers stands in `messages`: first Settings, which is answered by None when all is ready, then
lists of jobs, each job answered by itself.
"""

from __future__ import annotations

import functools
import gc
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from editor.content.condition_page import ConditionPage, Status
from editor.content.dates import edtf_date
from editor.content.page_texts import page_texts
from editor.content.quick_reading import quick_page
from editor.content.reading import read_page
from editor.content.site import Site
from editor.render.exporting.digests import digest
from editor.render.exporting.mark import HTML_MARK
from editor.render.exporting.messages import At, IndexJob, Job, Made, PageJob, Settings, page_file, words_file
from editor.render.exporting.pictures import pictures_in, with_pictures_inside
from editor.render.exporting.record import PageRecord
from editor.render.exporting.report import Notice
from editor.render.exporting.source import sentences
from editor.render.last_words import be_silent, end_after
from editor.render.markdown_html import pictures_not_shown
from editor.render.page_html import document_parts, documented, index_html
from editor.render.part_words import part_words
from editor.render.parts import Part, render_part
from editor.render.picture_tags import refusal
from editor.render.theme import NotRendered, Rendering, ThemeFault
from editor.words import tr

Begin = Callable[[str, float], None]
"""What is called before a part of a job that may take so many seconds."""

_GRACE_SECONDS = 5.0
_PICTURES_SECONDS = 60.0
_WHOLE_DAY = len("2026-05-01")
_REMEMBERED = 4096
_GARBAGE = 50_000
"""After how many new objects garbage is collected: pages leave hardly any, and looking for it takes its time."""


def serve(requests: BinaryIO, answers: BinaryIO, new_maker: Callable[[Settings], PageMaker] | None = None) -> None:
    """Have what is asked for made until there is no more to do. It blocks between the requests."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the export itself says when to end

    def say(answer: Made | At | None) -> None:
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()

    settings: Settings = pickle.load(requests)
    maker = (new_maker or PageMaker)(settings)
    say(None)
    gc.freeze()  # templates and parsers stay for good, and are not looked through again and again
    gc.set_threshold(_GARBAGE)
    while (jobs := _received(requests)) is not None:
        _do(jobs, maker, settings, say)


def _do(jobs: Sequence[Job], maker: PageMaker, settings: Settings, say: Callable[[Made | At], None]) -> None:
    """Say what becomes of each job, and end this process where that takes too long."""
    first = jobs[0]
    if first.aloud:  # it is alone
        seconds, spare, words = first.seconds, 0.0, words_file(settings.staging, first.number)
    else:  # the export minds the time; but nobody ends a process whose export was killed
        seconds = spare = _GRACE_SECONDS + sum(job.seconds for job in jobs)
        words = Path(os.devnull)
    with words.open("w", encoding="utf-8") as last_words:

        def begin(part: str, seconds: float) -> None:
            end_after(spare + seconds, last_words)
            say(At(part, seconds))

        end_after(seconds, last_words)
        for job in jobs:
            say(maker.made(job, begin))
        be_silent()


def _received(requests: BinaryIO) -> list[Job] | None:
    """The next jobs; None where there are no more."""
    try:
        jobs: list[Job] = pickle.load(requests)
    except EOFError:
        return None
    return jobs


class PageMaker:
    """Makes the files of one export; what else is to be done with its pages is done in `_written`."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._delivery = settings.options.delivery
        self._rendered = functools.lru_cache(_REMEMBERED)(self._render)  # what pages share is rendered once
        settings.theme.prepare(self._delivery)

    def made(self, job: Job, begin: Begin) -> Made:
        """Do a job."""
        try:
            return self._made_index(job) if isinstance(job, IndexJob) else self._made_page(job, begin)
        except NotRendered as error:
            return Made(job.number, problem=_unrenderable(error))

    def _made_index(self, job: IndexJob) -> Made:
        settings = self._settings
        rendering = index_html(settings.site, job.pages, settings.theme)
        return self._written(job, rendering.html, Made(job.number, notices=self._notices(rendering.faults)))

    def _made_page(self, job: PageJob, begin: Begin) -> Made:
        page, problem = _page_of(job)
        if page is None:
            return Made(job.number, problem=problem)
        record = _known_of(page)
        if not self._settings.options.wants(page.effective_status):
            return Made(job.number, record=record)
        try:
            rendering = self._document(page, job, begin)
        except NotRendered as error:
            return Made(job.number, record=record, problem=_unrenderable(error))
        html = rendering.html
        pictures: tuple[tuple[str, str], ...]
        if self._settings.options.single_file:
            if "images/" in html:
                begin(tr("One of its pictures"), _PICTURES_SECONDS)
            html, pictures = with_pictures_inside(html, self._settings.content_folder)
        else:
            pictures = tuple((name, "") for name in pictures_in(html))
        notices = (*self._notices(rendering.faults), *_pictures_not_shown(self._settings.site, page))
        made = Made(job.number, record=replace(record, pictures=pictures), notices=notices)
        return self._written(job, html, made)

    def _document(self, page: ConditionPage, job: PageJob, begin: Begin) -> Rendering:
        settings = self._settings
        faults: list[ThemeFault] = []
        parts: list[tuple[Part, str]] = []
        for part in document_parts(settings.site, page):
            if job.aloud:
                begin(part_words(part), job.seconds)
            rendering = self._render(part) if part.is_study else self._rendered(part)
            faults += rendering.faults
            parts.append((part, rendering.html))
        if job.aloud:
            begin(tr("This page"), job.seconds)
        theme, style, has_index = settings.theme, settings.style, settings.has_index
        document = documented(settings.site, page, parts, theme, self._delivery, style, has_index=has_index)
        return Rendering(document.html, tuple(dict.fromkeys((*faults, *document.faults))))

    def _render(self, part: Part) -> Rendering:
        return render_part(part, self._settings.theme, self._delivery)

    def _notices(self, faults: tuple[ThemeFault, ...]) -> tuple[Notice, ...]:
        return tuple(Notice.of_fault(fault) for fault in (*self._settings.faults, *faults))

    def _written(self, job: Job, html: str, made: Made) -> Made:
        data = html.encode(errors="replace") + HTML_MARK
        try:
            page_file(self._settings.staging, job.number).write_bytes(data)
        except OSError:
            return replace(made, is_unwritable=True)
        return replace(made, output=digest(data))


def _page_of(job: PageJob) -> tuple[ConditionPage | None, str]:
    """The page, or why there is none."""
    if isinstance(job.content, ConditionPage):
        return job.content, ""
    if (page := quick_page(job.content, job.slug)) is not None:
        return page, ""
    reading = read_page(job.content, job.slug)
    return (None, sentences(reading.problems)) if reading.problems else (reading.page, "")


def _known_of(page: ConditionPage) -> PageRecord:
    """What is remembered of a page."""
    reviewed = edtf_date(page.last_reviewed or "") or ""
    return PageRecord(
        slug=page.slug,
        status=(page.status or "").strip() or Status.PUBLISHED.value,
        name=(page.name or "").strip(),
        description=(page.description or "").strip(),
        aliases=tuple(page.aliases or ()),
        last_reviewed=reviewed if len(reviewed) == _WHOLE_DAY else "",
    )


def _pictures_not_shown(site: Site, page: ConditionPage) -> Iterator[Notice]:
    """What to know of pictures that the page's texts name and that it does not show."""
    texts = page_texts(site, page)
    summaries = (study.summary or "" for study in page.study_list)
    for text in (texts.intro, texts.insights, texts.call_to_action, *summaries):
        for address in pictures_not_shown(text):
            yield Notice(refusal(address, (page.name or "").strip() or page.slug))


def _unrenderable(error: NotRendered) -> str:
    return tr("the template {file} is faulty ({reason}).", file=error.template, reason=error.reason)
