"""A small website's content folder that tests write, export and look at."""

from __future__ import annotations

from pathlib import Path

from editor.content.condition_page import ConditionPage
from editor.content.reading import read_site
from editor.content.site import Site
from editor.render.exporting.report import ExportReport
from editor.render.exporting.site_export import export_site
from editor.render.exporting.source import ExportOptions, Source, SourcePage
from editor.render.exporting.watching import Watching
from editor.storage import ContentFolder

SLOW = "[" * 12_000
"""A text that keeps Markdown busy for many seconds."""
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
KNEE, ARM = "name: Knee pain\nintro: Knees hurt.\n", "name: Arm pain\nintro: Arms hurt.\n"
WITH_PICTURE = "name: Knee pain\nintro: '![A knee](images/knee%20one.svg)'\n"
ALL = ExportOptions()
DRAFTS = ExportOptions(drafts=True)
SINGLE_FILE = ExportOptions(single_file=True)


class Website:
    """A content folder in `folder`, exported to `to`."""

    def __init__(self, folder: Path, to: Path) -> None:
        self.folder = folder
        self.to = to
        (folder / "conditions").mkdir(parents=True)

    def page(self, slug: str, text: str = "name: Knee\n", ending: str = ".yaml") -> str:
        """Write a page's file; its name in the folder."""
        file = f"conditions/{slug}{ending}"
        (self.folder / file).write_text(text, encoding="utf-8")
        return file

    def add(self, name: str, data: bytes = PICTURE) -> None:
        """Write any file of the folder."""
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_bytes(data)

    def source(self, **unsaved: ConditionPage) -> Source:
        """All pages, those of the given slugs as somebody has them in the window."""
        folder = ContentFolder(self.folder)
        site = Site()
        if folder.site_files():
            site = read_site(folder.read(folder.site_files()[0])).site or site
        pages = (SourcePage(file) for file in folder.page_files())
        return Source(
            self.folder, site, [SourcePage(page.file, unsaved.get(page.slug, page.content)) for page in pages]
        )

    def export(self, options: ExportOptions = ALL, watching: Watching | None = None) -> ExportReport:
        """Export all pages."""
        return export_site(self.source(), self.to, options, watching)

    def exported(self) -> dict[str, bytes]:
        """Every file that is exported, by its name, hidden ones too."""
        return contents(self.to)

    def html(self, slug: str) -> str:
        """A page as it is exported."""
        return (self.to / f"{slug}.html").read_text(encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its name with "/"."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def pages_of(report: ExportReport) -> list[str]:
    """The names of the exported pages' files."""
    return [page.name for page in report.pages]
