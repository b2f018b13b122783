"""Pages as an export makes them, for whoever wants to look at them and not to have them in a folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from editor.content.site import Site
from editor.render.exporting.messages import Made, PageJob, Settings, page_file, seconds_for
from editor.render.exporting.page_workers import PageWorkers
from editor.render.exporting.report import Notice
from editor.render.exporting.source import ExportOptions
from editor.render.style_sheet import stylesheet
from editor.render.theme import Theme

_OPTIONS = ExportOptions(drafts=True)
_LOOK_SECONDS = 0.1
"""How soon it is seen that a page takes too long."""


@dataclass(frozen=True, slots=True)
class PageDocument:
    """What became of the page of a file: `html` is "" where it is not to be shown, as one that is archived, or where
    it cannot be, for which `problem` gives the reason. `notices` tell of the look, and of pictures not shown.
    """

    file: str
    html: str
    problem: str = ""
    notices: tuple[Notice, ...] = ()


def page_documents(
    content_folder: Path, site: Site, theme: Theme, contents: Mapping[str, bytes]
) -> Iterator[PageDocument]:
    """The documents of pages, drafts too, given by what their files hold, in the order in which they are made.

    They are made in other processes, several at once; one that takes too long is given up. Raises NotExported where
    these do not start.
    """
    with TemporaryDirectory(prefix="clinic-page-editor-") as temporary:
        staging = Path(temporary)
        style = stylesheet(theme, _OPTIONS.delivery).html
        workers = PageWorkers(Settings(site, theme, style, _OPTIONS, content_folder, staging))
        files = list(contents)
        try:
            for number, file in enumerate(files):
                content = contents[file]
                workers.ask(PageJob(number, PurePosixPath(file).stem, content, seconds_for(content)))
            while workers.is_busy:
                for made in workers.take(_LOOK_SECONDS):
                    yield PageDocument(files[made.number], _html(staging, made), made.problem, made.notices)
        finally:
            workers.close()


def _html(staging: Path, made: Made) -> str:
    """The document, which is not needed as a file any more."""
    if not made.output:
        return ""
    file = page_file(staging, made.number)
    html = file.read_text(encoding="utf-8")
    file.unlink()
    return html
