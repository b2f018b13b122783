"""What the files of a content folder say, read in one go. It blocks on the disk."""

from __future__ import annotations

from pathlib import PurePosixPath

from editor.content.reading import FileProblem, PageReading, SiteReading, read_page, read_site
from editor.content.site import Site
from editor.storage import ContentFolder, Unreachable
from editor.storage.file_names import SITE_FILES


def site_reading(folder: ContentFolder) -> tuple[str, SiteReading]:
    """The file of the site's texts and what it says; a folder need not have one."""
    file = next(iter(folder.site_files()), None)
    if file is None:
        return SITE_FILES[0], SiteReading(Site(), None)
    try:
        return file, read_site(folder.read(file))
    except Unreachable as unreachable:
        return file, SiteReading(None, None, (_file_problem(unreachable),))


def page_reading(folder: ContentFolder, file: str) -> PageReading:
    """What a page's file says."""
    try:
        return read_page(folder.read(file), PurePosixPath(file).stem)
    except Unreachable as unreachable:
        return unreadable_page(unreachable)


def unreadable_page(unreachable: Unreachable) -> PageReading:
    """The reading of a page whose file cannot be read."""
    return PageReading(None, None, (_file_problem(unreachable),))


def _file_problem(unreachable: Unreachable) -> FileProblem:
    return FileProblem(None, unreachable.reason, unreachable.advice)
