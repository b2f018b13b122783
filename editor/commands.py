"""What the commands `check` and `export` do and say, once their arguments are known. No Qt is loaded for them.

Each answers the exit status.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from editor.checks import name_problems, notice_problems, page_problems, site_problems
from editor.content.reading import FileProblem, PageReading, SiteReading, read_page, read_site
from editor.content.site import Site
from editor.content.study import Study
from editor.references.notice_words import notice_sentences
from editor.references.publisher_records import PublisherRecords
from editor.references.reference import NoticeKind
from editor.render.exporting.report import ExportCancelled, ExportReport, InsideContent, NotExported
from editor.render.exporting.site_export import export_site
from editor.render.exporting.source import ExportOptions, Source, SourcePage, readable_site
from editor.session.publisher_records import read_records
from editor.storage import ContentFolder, Unreachable, explain_folder
from editor.storage.file_names import SITE_FILES
from editor.storage.publisher_records import RecordFiles
from editor.words import tr, tr_count

DONE, PROBLEMS, CANNOT_START, STOPPED = 0, 1, 2, 130
"""The exit statuses: all is well; a file cannot be read or written or breaks the rules; the command is wrong; it was
stopped by Ctrl+C, for which this is the usual one."""


class Unheard(Exception):
    """Nobody can take what is said: `reason` says why, as of a full disk; "" where who listened has heard enough."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


def check(root: Path) -> int:
    """Print what is wrong with the files of the content folder `root`, one line for each problem."""
    folder = _content_folder(root)
    if folder is None:
        return CANNOT_START
    pages = _read_pages(folder)
    problems = [*site_problems(*_read_site(folder)), *name_problems((*folder.site_files(), *pages))]
    said_of = _grave_words(folder)
    for file, reading in pages.items():
        problems += page_problems(file, reading)
        problems += notice_problems(file, reading, said_of)
    for problem in problems:
        say(problem.sentence())
    looked_at = tr_count("one page", "{count} pages", len(pages))
    if not problems:
        say(tr("No problems found in {pages}.", pages=looked_at))
        return DONE
    say(tr_count("One problem found in {pages}.", "{count} problems found in {pages}.", len(problems), pages=looked_at))
    return PROBLEMS


def export(root: Path, to: Path, *, drafts: bool = False, single_file: bool = False) -> int:
    """Write the content folder's published pages, and drafts where wanted, as HTML files into `to`.

    A page that cannot be read is left out, so that what is on the website stays; without the site's texts, the
    disclaimers among them, nothing is exported.
    """
    folder = _content_folder(root)
    if folder is None:
        return CANNOT_START
    _, site = _read_site(folder)
    try:
        source = Source(folder.root, readable_site(site), tuple(map(SourcePage, folder.page_files())))
        report = export_site(source, to, ExportOptions(drafts=drafts, single_file=single_file))
    except ExportCancelled as stopped:
        say_error(str(stopped))
        return STOPPED
    except NotExported as error:
        say_error(str(error))
        return CANNOT_START if isinstance(error, InsideContent) else PROBLEMS
    except KeyboardInterrupt:
        say_error(str(ExportCancelled()))
        return STOPPED
    _say_what_to_know(report)
    count = len(report.pages)
    say(tr_count("Exported one page to {folder}.", "Exported {count} pages to {folder}.", count, folder=to))
    return DONE if report.is_clean else PROBLEMS


def say(sentence: str) -> None:
    """Print a sentence. Raises Unheard."""
    _print(sentence, sys.stdout)


def say_error(sentence: str) -> None:
    """Print a sentence where errors go. Raises Unheard."""
    _print(sentence, sys.stderr)


def _print(sentence: str, stream: TextIO) -> None:
    try:
        print(sentence, file=stream, flush=True)
    except BrokenPipeError as error:
        raise Unheard from error
    except OSError as error:
        raise Unheard(str(error.strerror)) from error


def _say_what_to_know(report: ExportReport) -> None:
    for left_out in report.left_out:
        sentence = tr("The page {page} was left out: {why}", page=left_out.page, why=left_out.reason)
        (say if left_out.expected else say_error)(sentence)
    for notice in report.notices:
        (say if notice.expected else say_error)(notice.text)


def _content_folder(root: Path) -> ContentFolder | None:
    """The content folder at `root`; None, with the reason said, where there is none whose pages can be listed."""
    if (reason := explain_folder(root)) is not None:
        say_error(reason)
        return None
    folder = ContentFolder(root)
    try:
        folder.site_files()
        folder.page_files()
    except Unreachable as unreachable:
        say_error(str(unreachable))
        return None
    return folder


def _read_site(folder: ContentFolder) -> tuple[str, SiteReading]:
    """The file of the site's texts and what it says; a folder need not have one."""
    file = next(iter(folder.site_files()), None)
    if file is None:
        return SITE_FILES[0], SiteReading(Site(), None)
    try:
        return file, read_site(folder.read(file))
    except Unreachable as unreachable:
        return file, SiteReading(None, None, (_file_problem(unreachable),))


def _read_pages(folder: ContentFolder) -> dict[str, PageReading]:
    """What each page's file says, by file."""
    readings = {}
    for file in folder.page_files():
        try:
            readings[file] = read_page(folder.read(file), Path(file).stem)
        except Unreachable as unreachable:
            readings[file] = PageReading(None, None, (_file_problem(unreachable),))
    return readings


def _grave_words(folder: ContentFolder) -> Callable[[Study], str]:
    """What the records that are kept in the folder say of a study, where it is grave; nobody is asked."""
    records = PublisherRecords()
    records.take(read_records(RecordFiles(folder.root)))

    def said_of(study: Study) -> str:
        grave = (notice for notice in records.notices(study) if notice.kind is not NoticeKind.CORRECTION)
        return " ".join(map(notice_sentences, grave))

    return said_of


def _file_problem(unreachable: Unreachable) -> FileProblem:
    return FileProblem(None, unreachable.reason, unreachable.advice)
